import { expect, test } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { models, type Where } from '../../src/platform/models.ts';
import { matching } from '../../src/platform/where.ts';
import { startApp } from '../kit/app.ts';

const CONDITIONS: Where<'Observation'>[] = [
  {},
  { code: 'a' },
  { code: { not: 'a' } },
  { code: { in: ['a', 'b,"c\\'] } },
  { code: { in: [] } },
  { code: { notIn: ['a'] } },
  { code: { startsWith: 'b' } },
  { code: { endsWith: 'D', mode: 'insensitive' } },
  { quote: { contains: '例', mode: 'insensitive' } },
  { code: { not: { contains: 'b' } } },
  { scopeOrganizationId: null },
  { scopeOrganizationId: { not: null } },
  { scopeOrganization: null },
  { scopeOrganization: { isNot: null } },
  { scopeOrganization: { is: { type: 'ENTERPRISE', name: { startsWith: '示例' } } } },
  { scopeOrganization: { isNot: { type: 'ENTERPRISE' } } },
  { periodFrom: { gte: new Date('2020-06-15') } },
  { periodFrom: { equals: new Date('2020-06-15') } },
  { periodFrom: null },
  { createdAt: { gt: new Date('2026-05-01T11:59:59.999Z'), lte: new Date('2026-05-01T12:00:00Z') } },
  { value: { lt: new Prisma.Decimal('20.51') } },
  { value: { not: 20.5 } },
  { valueMax: { gt: 1 } },
  { line: { in: [1, 7] } },
  { isPeriodInferred: true },
  { kind: { in: ['STOCK', 'FLOW'] } },
  { kind: { not: 'STOCK' } },
  { code: { in: [] } },
  { code: { notIn: [] } },
  { NOT: { code: { in: [] } } },
  { NOT: [{ code: { in: [] } }, { kind: 'STOCK' }] },
  { kind: 'STOCK', AND: [{ isPeriodInferred: false }, { NOT: { code: { in: [] } } }] },
  { kind: 'STOCK', OR: [{ code: { in: [] } }, { region: { code: { in: [] } } }] },
  { OR: [{ code: { in: [] } }, { kind: 'FLOW' }] },
  { OR: [{ NOT: { code: { in: [] } } }, { kind: 'FLOW' }] },
  { region: { NOT: { code: { in: [] } } } },
  { scopeOrganization: { NOT: { id: { in: [] } } } },
  { scopeOrganization: { isNot: { id: { in: [] } } } },
  { corrections: { some: { code: { in: [] } } } },
  { corrections: { none: { code: { in: [] } } } },
  { OR: [] },
  { AND: [] },
  { NOT: [] },
  { NOT: [{ kind: 'STOCK' }, { code: 'a' }] },
  { NOT: { valueMax: { gt: 1 } } },
  { OR: [{ kind: 'STOCK', code: 'a' }, { bound: { in: ['RANGE'] } }] },
  { AND: { code: undefined, OR: [{ code: 'a' }, { NOT: { code: 'b,"c\\' } }] } },
  { region: { path: { startsWith: '990001' }, parent: { code: '990001' } } },
  { corrections: { some: { line: 7 } } },
  { corrections: { none: {} } },
  { corrections: { every: { line: { lt: 7 } } } },
];

test('a condition finds the same rows, of the same values, as Prisma does', async () => {
  const app = await startApp();
  const { db } = app;
  const parent = await app.region({ code: '990001' });
  const region = await app.region({ parent });
  const { id: scopeOrganizationId } = await app.organization({ regionId: region.id });
  const createdAt = new Date('2026-05-01T12:00:00Z');
  const { id: supersedesId } = await app.observation({
    code: 'a',
    value: '20.50',
    scopeOrganizationId,
    createdAt,
  });
  await app.observation({
    code: 'b,"c\\',
    kind: 'FLOW',
    bound: 'RANGE',
    valueMax: 30,
    periodFrom: null,
    isPeriodInferred: true,
    regionId: region.id,
  });
  await app.observation({
    code: 'd',
    kind: 'EVENT',
    value: '9007199254740993',
    periodFrom: new Date('2020-06-15'),
    line: 7,
    lineEnd: 8,
    supersedesId,
  });

  const columns = Object.entries(models.Observation.fields)
    .map(([name, { column }]) => `t."${column}" as "${name}"`)
    .join();
  for (const where of CONDITIONS) {
    const rows = await db.read(
      (bind) =>
        `select ${columns} from observation t where ${matching('Observation', where, bind)} order by id`,
    );
    expect(rows, JSON.stringify(where)).toEqual(
      await db.prisma.observation.findMany({ where, orderBy: { id: 'asc' } }),
    );
  }
});

test('text is taken literally, where Prisma takes % and _ for wildcards', async () => {
  const app = await startApp();
  await app.person({ name: '100%' });
  await app.person({ name: '1000' });
  const names = async (where: Where<'Person'>) => {
    const rows = await app.db.read<{ name: string }>(
      (bind) => `select name from person t where ${matching('Person', where, bind)} order by name`,
    );
    return rows.map(({ name }) => name);
  };
  expect(await names({ name: { contains: '0%' } })).toEqual(['100%']);
  expect(await names({ name: { startsWith: '10_' } })).toEqual([]);
  expect(await names({ name: { endsWith: '\\' } })).toEqual([]);
});

test('a word that conditions do not know is an error, not a condition that holds', () => {
  const bind = () => '$1';
  expect(() => matching('Person', { name: { search: 'x' } } as never, bind)).toThrow('do not know "search"');
  expect(() => matching('Person', { phone: '1' } as never, bind)).toThrow('Person has no field phone');
});
