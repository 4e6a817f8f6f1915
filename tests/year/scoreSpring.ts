import { expect } from 'vitest';
import { gives, refusal } from './doing.ts';
import type { Cast, Competing } from './join.ts';
import type { Competition } from './prepare.ts';
import type { Criteria } from './scheme.ts';
import { items, scores, sheetsOf } from './scoring.ts';

const ITEMS = `scoreSheet { kind status revision total nextActions
  items(first: 20) { nodes { criterion { code } points selfPoints assessedPoints } } }`;
/** Why one of the assessors keeps out. */
export const KEEPS_OUT = '现兼任其下属检修公司工会干事';

/** The first stage is scored: of the four, one not at all. */
export async function scoreSpring(
  cast: Cast,
  competition: Competition,
  competing: Competing,
  criteria: Criteria,
) {
  cast.at('2026-05-11T09:00');
  await unitsScore(cast, competition, competing, criteria);
  await oneKeepsOut(cast, competition, competing, criteria);
  await assessorsScore(cast, competition, competing, criteria);
  await nobodyLooksOver(cast, competing);
  await areConfirmed(cast, competition, competing);
}

/** A unit gives itself all there is, and all the bonus: 8 points of it, of which 5 count. */
async function unitsScore({ people }: Cast, { spring }: Competition, { bridge }: Competing, codes: Criteria) {
  const self = (base: string, more: Record<string, string>) => ({
    ...{ entry: bridge, stage: spring, kind: 'SELF', items: items(codes, base, more) },
  });
  const all = self('10 20 20 20 15 5 5 5', { I: '5', K: '3' });
  expect(
    await refusal(
      people.bridge,
      'scoreSheetSave',
      self('11 20 20 20 15 5 5 5', {}),
      '... on Error { message }',
    ),
  ).toEqual({
    ...{ code: 'INVALID', path: ['items', '0', 'points'] },
    message: 'A gives 0 to 10 points, with two places.',
  });
  expect(await refusal(people.port, 'scoreSheetSave', all, '... on ForbiddenError { needs }')).toEqual({
    ...{ code: 'FORBIDDEN', path: ['entry'], needs: ['ADMIN', 'UNIT_OFFICER'] },
  });
  expect(await scores(people.bridge, all)).toBe('DRAFT 105, SUBMITTED 105');
}

/** An assessor comes to work for what lies under one of the units: he can no longer score it, and says why. */
async function oneKeepsOut(
  { people, units, repair, officer }: Cast,
  { spring }: Competition,
  { power }: Competing,
  codes: Criteria,
): Promise<void> {
  const { third } = people;
  await officer('third', 'UNIT_OFFICER', { organization: repair });
  const given = { entry: power, stage: spring, items: items(codes, '10 20 20 20 15 5 5 5') };
  const save = () => refusal(third, 'scoreSheetSave', { kind: 'ASSESSOR', ...given });
  expect(await save()).toEqual({ code: 'CONFLICT_OF_INTEREST', path: ['entry'] });
  const recusal = { organization: units.power, reason: KEEPS_OUT };
  expect(await refusal(third, 'recusalDeclare', { ...recusal, reason: ' ' })).toEqual({
    ...{ code: 'INVALID', path: ['reason'] },
  });
  const selection = 'recusal { organization { name } entry { id } reason }';
  expect(await gives(third, 'recusalDeclare', recusal, selection)).toEqual({
    recusal: { organization: { name: '示例电力公司' }, entry: null, reason: KEEPS_OUT },
  });
  expect(await save()).toEqual({ code: 'RECUSED', path: ['entry'] });
}

async function assessorsScore(
  { people }: Cast,
  { spring: stage }: Competition,
  { bridge, power, rail }: Competing,
  codes: Criteria,
): Promise<void> {
  const { first, second, third, office } = people;
  const give = (who: typeof first, entry: string, base: string, more: Record<string, string> = {}) =>
    scores(who, { entry, stage, items: items(codes, base, more) });
  expect([
    await give(first, bridge, '9 18 17.5 19 13 5 4.5 4', { I: '4', K: '2' }),
    await give(first, power, '8 16 16 18 10 4 4 4'),
    await give(first, rail, '8.5 16.5 16.5 18.13 9 4 4 4'),
  ]).toEqual(['DRAFT 95, SUBMITTED 95', 'DRAFT 80, SUBMITTED 80', 'DRAFT 80.63, SUBMITTED 80.63']);
  const confirm = { entry: bridge, stage };
  expect(await refusal(office, 'scoreSheetConfirm', confirm, '... on IncompleteError { missing }')).toEqual({
    ...{ code: 'INCOMPLETE', path: ['entry'], missing: ['second', 'third'] },
  });
  expect([
    await give(second, bridge, '8.5 17 18 18.5 12 4.5 4 4.5', { I: '3', K: '3' }),
    await give(second, power, '9 17 17 18.25 11 4 4 4', { J: '-0.5' }),
    await give(second, rail, '8.5 16.5 16.5 18.13 9.25 4 4 4'),
    await give(third, bridge, '9.5 19 16 20 14 4 5 3.5', { I: '5', K: '1', J: '-1' }),
    await give(third, rail, '8.5 16.5 16.5 18.13 10 4 4 4'),
  ]).toEqual([
    'DRAFT 92, SUBMITTED 92',
    'DRAFT 83.75, SUBMITTED 83.75',
    'DRAFT 80.88, SUBMITTED 80.88',
    'DRAFT 95, SUBMITTED 95',
    'DRAFT 81.63, SUBMITTED 81.63',
  ]);
}

/** Each sees what they gave; those who look after it see all. */
async function nobodyLooksOver(cast: Cast, { bridge, power }: Competing): Promise<void> {
  const self = '第一阶段 SELF SUBMITTED 105';
  const by = (name: string, total: string) => `第一阶段 ASSESSOR ${name} SUBMITTED ${total}`;
  // Names of users are for those who look after the organizations that these are of, and for the office that assigns them.
  const nameless = ['第一阶段 ASSESSOR SUBMITTED 92', ...Array(2).fill('第一阶段 ASSESSOR SUBMITTED 95')];
  const three = [by('first', '95'), by('second', '92'), by('third', '95'), self, '4 in all'];
  expect(await sheetsOf(cast, bridge)).toEqual({
    ...{ office: three, colleague: three, municipal: three },
    ...{ east: [...nameless, self, '4 in all'], bridge: [self, '1 in all'] },
    ...{ first: [by('first', '95'), '1 in all'], second: [by('second', '92'), '1 in all'] },
    third: [by('third', '95'), '1 in all'],
  });
  const two = [by('first', '80'), by('second', '83.75'), '2 in all'];
  expect(await sheetsOf(cast, power)).toEqual({
    ...{ office: two, colleague: two, municipal: two },
    west: ['第一阶段 ASSESSOR SUBMITTED 80', '第一阶段 ASSESSOR SUBMITTED 83.75', '2 in all'],
    ...{ first: [by('first', '80'), '1 in all'], second: [by('second', '83.75'), '1 in all'] },
  });
}

/** Of three the middle one, of two the mean, halves rounded up; what the unit gave itself stands beside it. */
async function areConfirmed(
  { people, at }: Cast,
  { spring: stage }: Competition,
  { bridge, power, rail, water }: Competing,
): Promise<void> {
  const { office, municipal } = people;
  at('2026-05-12T09:00');
  expect(await refusal(municipal, 'scoreSheetConfirm', { entry: bridge, stage })).toEqual({
    ...{ code: 'FORBIDDEN', path: [] },
  });
  expect(await refusal(office, 'scoreSheetConfirm', { entry: bridge }, '... on Error { message }')).toEqual({
    ...{ code: 'INVALID', path: ['stage'] },
    message: 'This competition is scored stage by stage: name the stage.',
  });
  const confirm = (entry: string) => gives(office, 'scoreSheetConfirm', { entry, stage }, ITEMS);
  const is = (total: string, given: string) => ({
    scoreSheet: {
      ...{ kind: 'CONFIRMED', status: 'CONFIRMED', revision: 1, total, nextActions: ['CORRECT'] },
      items: {
        nodes: given.split(' ').map((each) => {
          const [code, points, selfPoints] = each.split(':');
          return {
            criterion: { code },
            ...{ points, selfPoints: selfPoints ?? null, assessedPoints: points },
          };
        }),
      },
    },
  });
  const self = 'A:9:10 B:18:20 C:17.5:20 D:19:20 E:13:15 F:4.5:5 G:4.5:5 H:4:5 I:4:5 J:0 K:2:3';
  expect(await confirm(bridge)).toEqual(is('94.5', self));
  expect(await confirm(power)).toEqual(is('81.88', 'A:8.5 B:16.5 C:16.5 D:18.13 E:10.5 F:4 G:4 H:4 J:-0.25'));
  expect(await confirm(rail)).toEqual(is('80.88', 'A:8.5 B:16.5 C:16.5 D:18.13 E:9.25 F:4 G:4 H:4'));
  expect(
    await refusal(office, 'scoreSheetConfirm', { entry: water, stage }, '... on IncompleteError { missing }'),
  ).toEqual({ code: 'INCOMPLETE', path: ['entry'], missing: ['first', 'second', 'third'] });
  const again = await refusal(
    office,
    'scoreSheetConfirm',
    { entry: rail, stage },
    '... on StateError { from possible }',
  );
  expect(again).toEqual({ code: 'INVALID_STATE', path: ['entry'], from: 'CONFIRMED', possible: ['CORRECT'] });
}
