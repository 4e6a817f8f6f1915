import type { AdminLevel, RegionLevel } from '../../../src/generated/prisma/client.ts';
import { decision, docNo } from './documents.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import { jointUnion } from './nationUnits.ts';
import type { Places } from './places.ts';

const FIRST_YEAR = 2016;
export const YEARS = 11;

/** What is decided, each year on which day of it, in which words. */
const KINDS = {
  GRANT: { day: '04-28', document: 1, title: '关于授予五一劳动奖和工人先锋号的决定' },
  NAME: { day: '06-10', document: 2, title: '关于命名建功项目和创新工作室的决定' },
  REVOKE: { day: '06-20', document: 3, title: '关于撤销部分荣誉的决定' },
} as const;
type Kind = keyof typeof KINDS;
const ORDER = Object.keys(KINDS);
/** More than years, and more than places. */
const ROOM = 16;

const id = ids('decision of the nation');

/** The decision of a kind that a place took in one of the years. */
export function nationDecision(kind: Kind, place: number, year: number): string {
  return id((place * ORDER.length + ORDER.indexOf(kind)) * ROOM + year);
}

export function decidedOn(kind: Kind, year: number): string {
  return `${FIRST_YEAR + year}-${KINDS[kind].day}`;
}

/** The level at which a place decides. */
export function levelOf(
  level: RegionLevel,
): AdminLevel & ('NATIONAL' | 'PROVINCIAL' | 'MUNICIPAL' | 'COUNTY') {
  if (level === 'COUNTRY') return 'NATIONAL';
  if (level === 'PROVINCE') return 'PROVINCIAL';
  return level === 'PREFECTURE' ? 'MUNICIPAL' : 'COUNTY';
}

/** Of every place, what it granted, named and took back in each of the years. */
export function nationDecisions({ all }: Places): Batch {
  return batch(
    'Decision',
    all.flatMap(({ id: regionId, name, level }, place) =>
      Array.from({ length: YEARS }, (_, year) =>
        (['GRANT', 'NAME', 'REVOKE'] as const).map((kind) =>
          decision({
            id: nationDecision(kind, place, year),
            title: `示例${name}${FIRST_YEAR + year}年${KINDS[kind].title}`,
            kind,
            nature: natureOf(kind, levelOf(level)),
            issuedOn: decidedOn(kind, year),
            docNo: docNo('联工发', decidedOn(kind, year), KINDS[kind].document),
            regionId,
            issuerId: jointUnion(place),
          }),
        ),
      ).flat(),
    ),
  );
}

function natureOf(kind: Kind, level: AdminLevel): NewRow<'Decision'>['nature'] {
  if (kind === 'REVOKE') return null;
  if (kind === 'NAME') return 'NAMING';
  return level === 'NATIONAL' ? 'COMMENDATION' : 'CONFERRAL';
}
