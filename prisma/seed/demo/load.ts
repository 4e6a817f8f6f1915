import type { Database } from '../../../src/platform/database.ts';
import { type ModelName, models, tableOf } from '../../../src/platform/models.ts';
import type { Report } from '../load.ts';
import { readAwardTypes } from './awardTypes.ts';
import { city } from './city.ts';
import { type Batch, insert, pages, type Run } from './insert.ts';
import { nation } from './nation.ts';
import { readPlaces } from './places.ts';
import { readStory, withStory } from './story.ts';
import { year } from './year.ts';

/** How much is made up: a year of a city in small, with all of the city's numbers, or of a whole nation. */
export const SCALES = ['demo', 'city', 'nation'] as const;
export type Scale = (typeof SCALES)[number];

/** How many tables are reported, some of them twice. */
export const STEPS: Readonly<Record<Scale, number>> = { demo: 50, city: 50, nation: 58 };

const PATIENCE = { timeout: 600_000, maxWait: 10_000 };
/** Any number, the same for all servers: by it they wait for each other. */
const LOCK = 4790515;
/** Statements at the same time, of what is too much for one transaction. */
const AT_ONCE = 3;

/**
 * Loads made-up records beside the published ones, whose regions and award types they need. A larger scale
 * holds the smaller ones. Loading them again changes nothing, nor what became of them since.
 * @throws {OperatorError} 65 where a region or an award type is missing
 */
export async function loadDemo(db: Database, scale: Scale, report: Report = () => {}): Promise<void> {
  await db.transaction(async (within) => {
    const tx = within.prisma;
    const run: Run = (text, values) => tx.$queryRawUnsafe(text, ...values);
    await tx.$executeRaw`select set_config('statement_timeout', '0', true), pg_advisory_xact_lock(${LOCK}::int)`;
    const places = await readPlaces(run);
    const batches = withStory(year(places, await readAwardTypes(run)), await readStory(run));
    if (scale !== 'demo') batches.push(...city(places));
    await load(run, batches, 1, told(report, scale === 'demo' ? 'demo' : 'city'));
  }, PATIENCE);
  if (scale !== 'nation') return;

  const run: Run = db.driver.query;
  await load(run, nation(await readPlaces(run), await readAwardTypes(run)), AT_ONCE, told(report, 'nation'));
}

/** Tells tables apart from published ones, as in "demo award grant". */
function told(report: Report, scale: Scale): Report {
  return (table, merged) => report(`${scale} ${table.replaceAll('_', ' ')}`, merged);
}

/** Loads one model after the other, in the order in which they first stand: a row comes after those it refers to. */
export async function load(
  run: Run,
  batches: readonly Batch[],
  atOnce: number,
  report: Report,
): Promise<void> {
  const all = new Map<ModelName, Batch[]>();
  for (const batch of batches) all.set(batch.model, [...(all.get(batch.model) ?? []), batch]);
  for (const [model, batches] of all) {
    const counts = { created: 0, updated: 0, unchanged: 0 };
    for (const { rows } of batches) {
      const open = pages(rows);
      const work = async () => {
        for (const page of open) {
          const created = await insert(run, model, page);
          counts.created += created;
          counts.unchanged += page.length - created;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    }
    report(models[model].table, counts);
  }
  // Nobody else does so on the embedded database, and elsewhere it may come late.
  await run(`analyze ${[...all.keys()].map(tableOf).join(', ')}`, []);
}
