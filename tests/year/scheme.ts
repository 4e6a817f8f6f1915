import { expect } from 'vitest';
import { readData } from '../../prisma/seed/data.ts';
import { loadTemplates } from '../../prisma/seed/loadTemplates.ts';
import { gives, reads, refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import type { Competition } from './prepare.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The ids of the criteria by their codes. */
export type Criteria = Readonly<Record<string, string>>;

const data = readData('prisma/data');
const [TEMPLATE] = data.scoringTemplates;
/** A second bonus, so that all bonus points together can be more than count. */
const SECOND_BONUS = {
  ...{ code: 'K', dimension: 'INNOVATION', name: '示例五小成果加分', itemType: 'BONUS', maxPoints: '3' },
  method: 'MANUAL',
};

/** The office makes the example of a template its own: another bonus, and no rank by the earlier application. */
export async function drawUp(cast: Cast, { id: competition }: Competition): Promise<Criteria> {
  const { app, people, at } = cast;
  const { office, east, bridge } = people;
  at('2026-03-09T09:00');
  await app.db.prisma.$transaction((tx) => loadTemplates(tx, data, () => {}));
  const { scoringSchemes } = await reads<{ scoringSchemes: { nodes: { id: string }[] } }>(
    bridge,
    '{ scoringSchemes(filter: { isTemplate: true }) { nodes { id code status totalPoints } } }',
    {},
  );
  const template = scoringSchemes.nodes[0]!;
  expect(scoringSchemes.nodes).toEqual([
    { id: template.id, code: TEMPLATE!.code, status: 'ACTIVE', totalPoints: '100' },
  ]);
  const { scheme } = await gives<{ scheme: Versioned }>(
    office,
    'schemeCopy',
    { id: template.id, competition, name: '示例评分方案' },
    `scheme { id version revision status name totalPoints bonusCap aggregation tieRules isEarlierFirst
      basedOn { id } criteria { totalCount } nextActions }`,
  );
  expect(scheme).toEqual({
    ...{ id: scheme.id, version: 1, revision: 1, status: 'DRAFT', name: '示例评分方案', totalPoints: '100' },
    ...{ bonusCap: '5', aggregation: 'TRIMMED_MEAN', tieRules: ['SAFETY', 'QUALITY'], isEarlierFirst: true },
    ...{ basedOn: { id: template.id }, criteria: { totalCount: 10 }, nextActions: ['UPDATE', 'OPEN'] },
  });
  // A draft is not there for those whom it will measure.
  const seen = { id: scheme.id, version: 1 };
  expect(await refusal(east, 'schemeOpen', seen)).toEqual({ code: 'NOT_FOUND', path: ['id'] });
  await becomesOurs(cast, scheme);
  return opened(cast, scheme.id);
}

async function becomesOurs({ people: { office } }: Cast, { id }: Versioned): Promise<void> {
  const criteria = TEMPLATE!.criteria.map((each) => ({ ...each, method: 'MANUAL' }));
  const said = {
    ...{ id, name: '示例评分方案', totalPoints: '100', bonusCap: '5', aggregation: 'TRIMMED_MEAN' },
    ...{ tieRules: ['SAFETY', 'QUALITY'], isEarlierFirst: false },
  };
  const update = (version: number, first: object) =>
    gives(
      office,
      'schemeUpdate',
      {
        ...said,
        version,
        criteria: [{ ...criteria[0]!, ...first }, ...criteria.slice(1), SECOND_BONUS],
      },
      'scheme { version isEarlierFirst criteria { totalCount } }',
    );
  const is = (version: number) => ({
    scheme: { version, isEarlierFirst: false, criteria: { totalCount: 11 } },
  });
  expect(await update(1, { maxPoints: '9' })).toEqual(is(2));
  expect(
    await refusal(
      office,
      'schemeOpen',
      { id, version: 2 },
      '... on PointsMismatchError { have need criterion }',
    ),
  ).toEqual({ code: 'POINTS_MISMATCH', path: ['id'], have: '99', need: '100', criterion: null });
  expect(await update(2, {})).toEqual(is(3));
}

async function opened({ people: { office, bridge } }: Cast, id: string): Promise<Criteria> {
  expect(
    await gives(office, 'schemeOpen', { id, version: 3 }, 'scheme { status version nextActions }'),
  ).toEqual({
    scheme: { status: 'ACTIVE', version: 4, nextActions: ['RETIRE'] },
  });
  // In force, whoever is measured by it reads it.
  const { scoringScheme } = await reads<{
    scoringScheme: { criteria: { nodes: { id: string; code: string }[] } };
  }>(
    bridge,
    'query ($id: ID!) { scoringScheme: node(id: $id) { ... on ScoringScheme { criteria(first: 20) { nodes { id code } } } } }',
    { id },
  );
  const { nodes } = scoringScheme.criteria;
  expect(nodes.map(({ code }) => code).join('')).toBe('ABCDEFGHIJK');
  return Object.fromEntries(nodes.map((each) => [each.code, each.id]));
}

/** Three assessors for each of the four; nobody whose own organization lies under one that competes. */
export async function assign(cast: Cast, competing: Competing): Promise<void> {
  const { people, bureau, branch, at } = cast;
  const { municipal, first, second, third, insider, bridge } = people;
  at('2026-03-10T09:00');
  const input = (who: { user: string }, entry: string, organization = bureau) => ({
    ...{ entry, assessor: who.user, organization },
  });
  expect(await refusal(municipal, 'assessorAssign', input(insider, competing.bridge, branch))).toEqual({
    ...{ code: 'CONFLICT_OF_INTEREST', path: ['assessor'] },
  });
  expect(await refusal(bridge, 'assessorAssign', input(first, competing.bridge))).toEqual({
    ...{ code: 'FORBIDDEN', path: ['entry'] },
  });
  for (const entry of Object.values(competing)) {
    for (const who of [first, second, third]) {
      const { assignment } = await gives<{ assignment: object }>(
        municipal,
        'assessorAssign',
        input(who, entry),
        'assignment { entry { id } user { id } organization { id } endedAt version }',
      );
      expect(assignment).toEqual({
        ...{ entry: { id: entry }, user: { id: who.user }, organization: { id: bureau } },
        ...{ endedAt: null, version: 1 },
      });
    }
  }
  expect(await refusal(municipal, 'assessorAssign', input(first, competing.rail))).toEqual({
    ...{ code: 'ALREADY_DECLARED', path: ['assessor'] },
  });
}
