import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isWorkingDay } from '../../src/features/calendar/rules.ts';
import { observationProblems, periodProblems } from '../../src/features/figures/rules.ts';
import { awardTypeProblems, keyOf, validWhen } from './awardTypes.ts';
import { type Data, fileOf, shapes } from './shapes.ts';

/** Reads the folder's JSON files; throws an error that lists what has not the shape of a row. */
export function readData(folder: string): Data {
  return {
    regions: read('regions', shapes.regions),
    sources: read('sources', shapes.sources),
    organizations: read('organizations', shapes.organizations),
    indicators: read('indicators', shapes.indicators),
    observations: read('observations', shapes.observations),
    initiatives: read('initiatives', shapes.initiatives),
    awardTypes: read('awardTypes', shapes.awardTypes),
    scoringTemplates: read('scoringTemplates', shapes.scoringTemplates),
    calendar: read('calendar', shapes.calendar),
  };

  function read<Row>(name: keyof Data, row: z.ZodType<Row>): Row[] {
    const rows: unknown = JSON.parse(readFileSync(join(folder, fileOf(name)), 'utf8'));
    const result = z.array(row).safeParse(rows);
    if (result.success) return result.data;
    throw new Error(`${fileOf(name)} is not as expected:\n${z.prettifyError(result.error)}`);
  }
}

/** What is wrong with the rows and with what they refer to, a line each that begins with the file and the row. */
export function dataProblems(data: Data): string[] {
  const indicators = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const known = {
    region: new Set(data.regions.flatMap(({ code }) => code ?? [])),
    indicator: new Set(indicators.keys()),
    source: new Set(data.sources.map(({ fileName }) => fileName)),
    organization: new Set(data.organizations.map(({ name }) => name)),
    'award type': new Set(data.awardTypes.map(({ code }) => code)),
  };
  const unknown = (what: keyof typeof known, key: string | null) =>
    key === null || known[what].has(key)
      ? []
      : [`The ${what} ${key} does not stand in ${what.replace(' ', '-')}s.json.`];

  const outOfTime = (code: string, source: string) => {
    const publishedOn = data.sources.find(({ fileName }) => fileName === source)?.publishedOn;
    if (publishedOn === undefined || periodProblems(publishedOn).length > 0) return [];
    return !known['award type'].has(code) || validWhen(publishedOn, code, data.awardTypes).length > 0
      ? []
      : [`The award type ${code} was not given when ${source} was published.`];
  };

  return [
    ...problemsIn(
      'regions',
      data.regions,
      ({ code, name }) => code ?? name,
      ({ parentCode, successorCodes }, at) => [
        ...unknown('region', parentCode),
        ...(data.regions.slice(at).some(({ code }) => code !== null && code === parentCode)
          ? [`The region ${parentCode} has to stand before those inside it.`]
          : []),
        ...successorCodes.flatMap((code) => unknown('region', code)),
      ],
    ),
    ...problemsIn(
      'sources',
      data.sources,
      ({ fileName }) => fileName,
      ({ publishedOn }) => periodProblems(publishedOn),
    ),
    ...problemsIn(
      'organizations',
      data.organizations,
      ({ name }) => name,
      ({ regionCode }) => unknown('region', regionCode),
    ),
    ...problemsIn(
      'indicators',
      data.indicators,
      ({ code }) => code,
      ({ code }) =>
        data.observations.some(({ indicator }) => indicator === code) ? [] : ['No observation is of it.'],
    ),
    ...problemsIn(
      'observations',
      data.observations,
      ({ code }) => code,
      (row) => {
        const indicator = indicators.get(row.indicator);
        return [
          ...unknown('indicator', row.indicator),
          ...unknown('region', row.regionCode),
          ...unknown('source', row.source),
          ...unknown('organization', row.scopeOrganization),
          ...(indicator ? observationProblems(row, indicator) : []),
        ];
      },
    ),
    ...problemsIn(
      'initiatives',
      data.initiatives,
      ({ code }) => code,
      ({ regionCode, source, awardTypeCodes }) => [
        ...unknown('region', regionCode),
        ...unknown('source', source),
        ...awardTypeCodes.flatMap((code) => [...unknown('award type', code), ...outOfTime(code, source)]),
      ],
    ),
    ...problemsIn('awardTypes', data.awardTypes, keyOf, (_, at) => awardTypeProblems(data.awardTypes, at)),
    ...problemsIn(
      'calendar',
      data.calendar,
      ({ date }) => date,
      ({ date, isWorkingDay: isWorking }) =>
        isWorking === isWorkingDay(new Date(date), new Map()) ? ['That is what it is on any such day.'] : [],
    ),
  ];
}

function problemsIn<Row>(
  file: keyof Data,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  problemsOf: (row: Row, at: number) => string[],
): string[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const key = keyOf(row);
    const repeated = seen.has(key) ? [`Another row is called ${key} too.`] : [];
    seen.add(key);
    return [...repeated, ...problemsOf(row, at)].map((problem) => `${fileOf(file)} ${key}: ${problem}`);
  });
}
