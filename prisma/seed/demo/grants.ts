import type { RecipientKind } from '../../../src/generated/prisma/client.ts';
import type { AwardTypes } from './awardTypes.ts';
import { batchRevocation, grantRevocation } from './corrections.ts';
import { decision, docNo } from './documents.ts';
import { HONORS, type Honor, ISSUERS } from './honors.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow } from './insert.ts';
import { homeOf, type Places } from './places.ts';
import { chance } from './random.ts';
import { RECIPIENTS, type Recipient } from './recipients.ts';

type Grant = NewRow<'AwardGrant'>;

const honor = ids('honor');
const grant = ids('award grant');
/** More than an award is given by one decision. */
const ROOM = 1024;
/** Of what the city gave, every so often one is taken back. */
const REVOKED_EVERY = 40;

const hasNumber = chance('a certificate has a number', 0.7);
const hasCitation = chance('a grant has a citation', 0.5);

/** The decisions that honor. */
export function honors(places: Places): Batch {
  return batch(
    'Decision',
    HONORS.map(({ issuer, title, kind, nature, on, document }, n) => {
      const { words, by, place } = ISSUERS[issuer];
      const regionId = place(places).id;
      return decision({
        id: honor(n),
        title,
        kind,
        nature,
        issuedOn: on,
        docNo: docNo(words, on, document),
        regionId,
        ...by,
      });
    }),
  );
}

/** The awards that they grant, each to whom it is for; one whole batch and a few more were taken back. */
export function grants(places: Places, awardTypes: AwardTypes): Batch {
  const given = new Map<RecipientKind, number>();
  const next = (kind: RecipientKind): Recipient => {
    const n = given.get(kind) ?? 0;
    given.set(kind, n + 1);
    return RECIPIENTS[kind](n);
  };
  return batch(
    'AwardGrant',
    HONORS.flatMap((of, number) =>
      of.awards
        .flatMap(([code, count]) => {
          const { id, recipientKind } = awardTypes(code, of.on);
          return Array.from({ length: count }, () => ({ awardTypeId: id, to: next(recipientKind) }));
        })
        .map(({ awardTypeId, to }, at) => {
          const n = number * ROOM + at;
          const regionId = places.homes[homeOf(to.unit)]!.id;
          return {
            ...grantRow(n, of.on, to.is),
            ...outcome(of, at),
            regionId,
            awardTypeId,
            decisionId: honor(number),
          };
        }),
    ),
  );
}

/** A grant without its award, decision and region. */
export function grantRow(n: number, grantedOn: string, recipient: Recipient['is']) {
  const number = String(n + 1).padStart(6, '0');
  return {
    id: grant(n),
    teamName: null,
    grantedOn,
    certificateNo: hasNumber(n) ? `示例${grantedOn.slice(0, 4)}-${number}` : null,
    citation: hasCitation(n) ? '示例：在重点工程建设中成绩突出' : null,
    isDemo: true,
    personId: null,
    organizationId: null,
    projectId: null,
    studioId: null,
    resultId: null,
    ...recipient,
  } satisfies Partial<Grant>;
}

/** In force, or by which decision, when and why no longer. */
export function outcome(of: Pick<Honor, 'isRevoked' | 'issuer' | 'on'>, at: number) {
  const isSingled =
    of.issuer === 'city' && of.on < grantRevocation.on && at % REVOKED_EVERY === REVOKED_EVERY - 1;
  const by = of.isRevoked ? batchRevocation : isSingled ? grantRevocation : undefined;
  return {
    status: by ? ('REVOKED' as const) : ('EFFECTIVE' as const),
    revokedOn: by?.on ?? null,
    revocationReason: by?.reason ?? null,
    revocationDecisionId: by?.id ?? null,
  };
}
