import { describe, expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { startSignIn } from '../kit/signIn.ts';
import { done, scene } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const { summary, unit, county, output, ideas } = await scene(app, signIn);

const metric = ({ id }: { id: string }) => globalId('Metric', id);
const file = ({ id }: { id: string }) => globalId('Enclosure', id);
const figures = (...given: [{ id: string }, string][]) =>
  given.map(([of, value]) => ({ metric: metric(of), value }));
const invalid = (...path: string[]) => ({ __typename: 'InvalidError', code: 'INVALID', path });
const FIGURES = 'figures { nodes { value metric { code } } }';

describe('figures', () => {
  test('that are given are all: others are changed, kept or taken out, each with its trace', async () => {
    const { id } = await summary();
    await done(unit, 'summarySave', { id, figures: figures([output, '1.5'], [ideas, '2']) });
    const before = await prisma.metricValue.findMany({ where: { summaryId: id }, orderBy: { value: 'asc' } });
    expect(await done(unit, 'summarySave', { id, version: 2, text: '示例' }, FIGURES)).toEqual({
      ...{ status: 'DRAFT', version: 3 },
      figures: {
        nodes: [
          { value: '1.5', metric: { code: 'output' } },
          { value: '2', metric: { code: 'ideas' } },
        ],
      },
    });
    const changed = { id, version: 3, figures: figures([output, '-3.0001']) };
    expect(await done(unit, 'summarySave', changed, FIGURES)).toEqual({
      ...{ status: 'DRAFT', version: 4 },
      figures: { nodes: [{ value: '-3.0001', metric: { code: 'output' } }] },
    });
    const kept = await prisma.metricValue.findMany({ where: { summaryId: id } });
    expect(kept.map((row) => row.id)).toEqual([before[0]!.id]);
    const changes = await prisma.changeEvent.findMany({
      where: { entityType: 'MetricValue', entityId: { in: before.map((row) => row.id) } },
      orderBy: { seq: 'asc' },
    });
    expect(changes.map(({ operation, action }) => [operation, action])).toEqual([
      ['CREATED', 'summarySave'],
      ['CREATED', 'summarySave'],
      ['UPDATED', 'summarySave'],
      ['REMOVED', 'summarySave'],
    ]);
  });

  test('of another competition, twice of a metric or with too many digits are refused, and nothing is written', async () => {
    const { id } = await summary();
    const other = await app.metric();
    const tell = async (...given: [{ id: string }, string][]) =>
      done(unit, 'summarySave', { id, text: '示例', figures: figures(...given) });
    expect(await tell([output, '1'], [other, '1'])).toEqual(invalid('figures', '1', 'metric'));
    expect(await tell([output, '1'], [output, '2'])).toEqual(invalid('figures', '1', 'metric'));
    expect(await tell([output, '1.00001'])).toEqual(invalid('figures', '0', 'value'));
    expect(await tell([output, '-100000000000000'])).toEqual(invalid('figures', '0', 'value'));
    expect(await prisma.stageSummary.findUnique({ where: { id }, include: { figures: true } })).toMatchObject(
      {
        ...{ status: 'DUE', version: 1, text: null, figures: [] },
      },
    );
    expect(await tell([output, '99999999999999.9999'])).toEqual({ status: 'DRAFT', version: 2 });
  });

  test('of what is no metric are not found', async () => {
    const { id } = await summary();
    expect(
      await done(unit, 'summarySave', { id, figures: [{ metric: globalId('Stage', id), value: '1' }] }),
    ).toEqual({
      ...{ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['figures', '0', 'metric'] },
    });
  });
});

test('a text has at most 20,000 characters, however wide', async () => {
  const { id } = await summary();
  expect(await done(unit, 'summarySave', { id, problems: '𠮷'.repeat(20_001) })).toEqual(invalid('problems'));
  expect(await done(unit, 'summarySave', { id, problems: `${'𠮷'.repeat(20_000)}\n` })).toEqual({
    ...{ status: 'DRAFT', version: 2 },
  });
});

describe('enclosures', () => {
  const enclosed = async (id: string) => {
    const rows = await prisma.enclosure.findMany({ where: { summaryId: id }, orderBy: { id: 'asc' } });
    return rows.map(file);
  };

  test('that are given are all: new ones are enclosed, and others no longer', async () => {
    const { id } = await summary();
    const [one, two, three] = [1, 2, 3].map(() => app.enclosure({ uploaderId: unit.id }));
    const [first, second, third] = [await one!, await two!, await three!];
    const save = (version: number, ...rows: { id: string }[]) =>
      done(unit, 'summarySave', { id, version, enclosures: rows.map(file) });
    await save(1, first, second);
    expect(await enclosed(id)).toEqual([first, second].map(file));
    await save(2, second, third);
    expect(await enclosed(id)).toEqual([second, third].map(file));
    await done(unit, 'summarySave', { id, version: 3, text: '示例' });
    expect(await enclosed(id)).toEqual([second, third].map(file));
    const changes = await prisma.changeEvent.findMany({
      where: { entityType: 'Enclosure' },
      orderBy: { seq: 'asc' },
    });
    expect(changes.map(({ entityId, action }) => [entityId, action])).toEqual(
      [first, second, first, third].map((row) => [row.id, 'summarySave']),
    );
  });

  test("others', or enclosed elsewhere, or too many are refused, and nothing is written", async () => {
    const { id } = await summary();
    const save = (rows: { id: string }[]) =>
      done(unit, 'summarySave', { id, text: '示例', enclosures: rows.map(file) });
    const own = await app.enclosure({ uploaderId: unit.id });
    const others = await app.enclosure({ uploaderId: county.id });
    const notFound = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['enclosures', '1'] };
    expect(await save([own, others])).toEqual(notFound);
    expect(await save([own, { id }])).toEqual(notFound);
    const elsewhere = await app.enclosure({ uploaderId: unit.id, summaryId: (await summary()).id });
    expect(await save([elsewhere])).toEqual(invalid('enclosures', '0'));
    const many = Array.from({ length: 21 }, (_, n) => ({
      id: `00000000-0000-7000-8000-0000000000${n + 10}`,
    }));
    expect(await save(many)).toEqual(invalid('enclosures'));
    expect(await prisma.stageSummary.findUnique({ where: { id } })).toMatchObject({
      status: 'DUE',
      version: 1,
    });
    expect(await enclosed(id)).toEqual([]);
  });
});
