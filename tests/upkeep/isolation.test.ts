import { expect, test } from 'vitest';
import { upkeepInputs } from './auditInputs.ts';
import { type Officers, outcome, startScene } from './scene.ts';

const { app, here, officers } = await startScene();
const { prisma } = app.db;
const inputs = upkeepInputs(app, here.county.id);

const FEDERATIONS = ['admin', 'provincial', 'municipal', 'county'] as const;

/** Who may do it to what lies in the county here and is no business of the unit's. */
function allowed(mutation: string): readonly (keyof Officers)[] {
  if (mutation.startsWith('awardType')) return ['admin'];
  if (mutation === 'sourceDocumentCreate') return ['admin', 'provincial', 'municipal', 'municipalThere'];
  if (mutation.startsWith('observation')) return ['admin', 'provincial', 'municipal'];
  if (mutation.startsWith('committee')) return [...FEDERATIONS, 'committeeOffice'];
  return FEDERATIONS;
}

/** All that a mutation could have left behind. */
async function traces() {
  return [
    await prisma.changeEvent.count(),
    await prisma.workflowEvent.count(),
    await prisma.idempotencyKey.count(),
    await prisma.organization.count(),
    await prisma.person.count(),
  ];
}

/** Always those from elsewhere, and in turn one of those from here who only look on. */
const FOREIGN = ['countyThere', 'unitThere', 'municipalThere'] as const;
const LOOKING_ON = [
  'unit',
  'industrial',
  'supervisor',
  'committeeMember',
  'assessor',
  'committeeOffice',
] as const;

test.each(Object.keys(inputs).map((name, n) => [name, n] as const))(
  '%s is for those who reach over it, and leaves nothing for others',
  async (name, n) => {
    const may = allowed(name);
    const input = await inputs[name]!();
    const before = await traces();
    for (const who of [...FOREIGN, LOOKING_ON[n % LOOKING_ON.length]!]) {
      if (may.includes(who)) continue;
      const given = { ...input, idempotencyKey: name };
      expect([who, await outcome(officers[who], name, given)]).toEqual([who, 'FORBIDDEN']);
    }
    expect(await traces()).toEqual(before);
    const who = may[n % may.length]!;
    expect([who, await outcome(officers[who], name, input)]).toEqual([who, 'done']);
  },
);

test.each(Object.keys(inputs))('%s finds nothing by an id of something else', async (name) => {
  const input = (await inputs[name]!()) as Record<string, unknown>;
  for (const field of [
    'id',
    'region',
    'organization',
    'owner',
    'office',
    'project',
    'committee',
    'source',
    'into',
  ]) {
    if (!(field in input)) continue;
    const { code, path } = await officers.admin.does(
      name,
      { ...input, [field]: 'bm9ib2R5' },
      '... on Error { code path }',
    );
    expect([field, code, path]).toEqual([field, 'NOT_FOUND', [field]]);
  }
});

test.each(Object.keys(inputs).filter((name) => !/(Create|Add|Record)$/.test(name)))(
  '%s is refused to whoever has read another version',
  async (name) => {
    const input = { ...(await inputs[name]!()), version: 2 };
    const told = await officers.admin.does(
      name,
      input,
      '... on VersionConflictError { code currentVersion }',
    );
    expect(told).toEqual({ __typename: 'VersionConflictError', code: 'CONFLICT', currentVersion: 1 });
  },
);
