import fc from 'fast-check';

const WHO = ['office', 'colleague', 'stranger', 'unit', 'one', 'two', 'three'] as const;
export type Who = (typeof WHO)[number];

export const ACTIONS = [
  'SAVE',
  'SUBMIT',
  'CONFIRM',
  'CORRECT',
  'COMPUTE',
  'PUBLISH',
  'RAISE',
  'VETO',
  'LIFT',
  'RECUSE',
  'ASSIGN',
  'UNASSIGN',
  'FREEZE',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What each of them does most of all. */
const OWN: Readonly<Record<string, readonly Action[]>> = {
  office: [
    'CONFIRM',
    'CORRECT',
    'COMPUTE',
    'PUBLISH',
    'PUBLISH',
    'RAISE',
    'VETO',
    'LIFT',
    'UNASSIGN',
    'ASSIGN',
  ],
  colleague: ['CORRECT', 'COMPUTE', 'PUBLISH', 'VETO', 'VETO', 'LIFT'],
  unit: ['SAVE', 'SUBMIT'],
  one: ['SAVE', 'SUBMIT'],
  two: ['SAVE', 'SUBMIT'],
};
const usual = Object.entries(OWN).flatMap(([who, all]) => all.map((action) => ({ who: who as Who, action })));
const whoever = fc.record({ who: fc.constantFrom(...WHO), action: fc.constantFrom(...ACTIONS) });

const rest = fc.record({
  /** Whose sheet is handed in: as a rule one's own. */
  whose: fc.option(fc.constantFrom('unit', 'one', 'two'), { freq: 4 }),
  /** Which veto, or which assessor. */
  at: fc.nat(1),
  isOld: fc.nat(5).map((n) => n === 0),
  /** Hours that go by before it; of a clock that is set back at times. */
  hours: fc.integer({ min: -2, max: 3 }),
  isStale: fc.nat(9).map((n) => n === 0),
  opinion: fc.constantFrom('示例意见', '示例意见', '示例意见', undefined),
  // In hundredths, around what the rival has and what can be given.
  a: fc.constantFrom(null, 0n, 1n, 6999n, 7000n, 7001n, 7005n, 9550n, 10_000n, 10_001n),
  d: fc.constantFrom(null, null, 0n, -1n, -5n, -1000n),
});

export interface Step {
  readonly who: Who;
  readonly action: Action;
  readonly whose: 'unit' | 'one' | 'two';
  readonly at: number;
  readonly isOld: boolean;
  readonly hours: number;
  readonly isStale: boolean;
  readonly opinion: string | undefined;
  readonly a: bigint | null;
  readonly d: bigint | null;
}

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: whoever }),
    rest,
  )
  .map(([what, { whose, ...more }]) => ({ ...what, ...more, whose: ownOf(what.who, whose) }));

function ownOf(who: Who, whose: Step['whose'] | null): Step['whose'] {
  return whose ?? (who === 'unit' || who === 'two' ? who : 'one');
}

/** The straight way, of which most begin with a part, so that what comes late is tried as often as what comes first. */
const WAY = ways([
  ['unit', 'SAVE'],
  ['one', 'SAVE'],
  ['two', 'SAVE'],
  ['one', 'SUBMIT'],
  ['two', 'SUBMIT'],
  ['office', 'CONFIRM'],
  ['office', 'COMPUTE'],
  ['office', 'PUBLISH'],
  ['office', 'CORRECT'],
  ['office', 'RAISE'],
  ['colleague', 'VETO'],
  ['office', 'COMPUTE'],
  ['office', 'PUBLISH'],
]);
/** All that can be done besides. */
export const WHOLE = [
  ...WAY,
  ...ways([
    ['office', 'LIFT'],
    ['office', 'UNASSIGN'],
    ['office', 'ASSIGN'],
    ['one', 'RECUSE'],
    ['office', 'FREEZE'],
  ]),
];

function ways(all: readonly (readonly [Who, Action])[]): Step[] {
  return all.map(([who, action], n) => ({
    ...{ who, action, whose: ownOf(who, null), at: 0, isOld: false, isStale: false, opinion: '示例意见' },
    ...{ hours: -1, a: 7000n + BigInt(n), d: n % 2 === 0 ? null : -1n },
  }));
}

export const attempts = fc
  .tuple(fc.nat(WAY.length), fc.array(step, { minLength: 2, maxLength: 14, size: 'max' }))
  .map(([length, more]) => [...WAY.slice(0, length), ...more]);
