import { afterAll, expect, inject, test } from 'vitest';
import { columnOf, fieldOf, type Model, type ModelName, models, tableOf } from '../../src/platform/models.ts';
import { copyOf } from '../kit/templates.ts';

/** Columns that name a record or tell it from others. */
const NAMES = [
  ...['name', 'title', 'shortName', 'teamName', 'docNo', 'noticeDocNo', 'docPrefix'],
  ...['certificateNo', 'entryNo', 'agreementNo'],
];
/** What is published is real, without a mark. */
const REAL: readonly ModelName[] = [
  'Observation',
  'Initiative',
  'InitiativeAwardType',
  'Indicator',
  'SourceDocument',
];
/** What is not marked itself, but only made up. */
const MADE_UP: readonly ModelName[] = ['Track', 'Stage', 'Metric'];

const { driver, remove } = await copyOf(inject('templates').demo);
afterAll(async () => {
  await driver.close();
  await remove();
});

/** The texts that a statement finds, one a row. */
async function found(sql: string): Promise<string[]> {
  return (await driver.query(sql, [])).map((row) => String(Object.values(row as object)[0]));
}

test('every name says that it is an example, and nothing real does', async () => {
  const wrong: string[] = [];
  // The template of a scoring scheme is an example to copy from, and no record of anything.
  for (const [name, { table, fields }] of Object.entries(models).filter(
    ([name]) => name !== 'ScoringScheme',
  )) {
    const isMadeUp = 'isDemo' in fields ? 'is_demo' : MADE_UP.includes(name as ModelName);
    for (const { column } of NAMES.flatMap((name) => fields[name] ?? [])) {
      const differs = `(${column} like '%示例%') <> ${isMadeUp}`;
      wrong.push(...(await found(`select '${table} ' || ${column} from ${table} where ${differs}`)));
    }
  }
  expect(wrong).toEqual([]);
});

test('nothing real refers to anything made up, and the other way around', async () => {
  const mixed: string[] = [];
  for (const [name, { table }] of Object.entries(models)) {
    const { joins, flags } = flagsOf(name as ModelName);
    const differ = `(select count(distinct flag) from unnest(array[${flags}]::bool[]) flag) > 1`;
    mixed.push(...(await found(`select '${table}' from ${table} t ${joins} where ${differ} limit 1`)));
  }
  expect(mixed).toEqual([]);
});

/** Whether a row of the model, and each row that it refers to, is made up: as SQL, as far as one can tell. */
function flagsOf(name: ModelName): { joins: string; flags: string[] } {
  const model = models[name];
  // Whatever is made up may begin from a template, which is an example itself.
  const keys = Object.values(model.relations).filter(
    (key) =>
      !key.many && isMarked(models[key.model]) && !(name === 'ScoringScheme' && key.from === 'basedOnId'),
  );
  const own = isMarked(model) ? ['t.is_demo'] : REAL.includes(name) ? ['false'] : [];
  const joins = keys.map((key, at) => {
    const on = `t${at}."${fieldOf(key.model, key.to).column}" = ${columnOf(name, key.from)}`;
    return `left join ${tableOf(key.model)} t${at} on ${on}`;
  });
  return { joins: joins.join(' '), flags: [...own, ...keys.map((_, at) => `t${at}.is_demo`)] };
}

function isMarked({ fields }: Model): boolean {
  return 'isDemo' in fields;
}
