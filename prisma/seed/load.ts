import { v7 as newId } from 'uuid';
import { periodColumns } from '../../src/features/figures/rules.ts';
import type { Database, Transaction } from '../../src/platform/database.ts';
import { OperatorError } from '../../src/platform/errors.ts';
import { dataProblems } from './data.ts';
import { loadAwardTypes, loadNamings } from './loadAwards.ts';
import { loadTemplates } from './loadTemplates.ts';
import { type Merged, merge } from './merge.ts';
import type { Data } from './shapes.ts';

const PATIENCE = { timeout: 120_000, maxWait: 10_000 };
/** Any number, the same for all servers: by it they wait for each other. */
const LOCK = 4790514;

export type Report = (table: string, merged: Merged) => void;

/** Whether nothing was ever loaded. */
export async function isEmpty({ driver }: Database): Promise<boolean> {
  return (await driver.query('select 1 from source_document limit 1', [])).length === 0;
}

/**
 * Loads the published figures and what they refer to, all or nothing. Loading them again, or at the
 * same time, changes nothing; what a newer release corrects is corrected, but a figure is never changed.
 * @throws {OperatorError} 65 with every row at fault
 */
export async function loadData({ prisma }: Database, data: Data, report: Report = () => {}): Promise<void> {
  const problems = dataProblems(data);
  if (problems.length > 0) throw new OperatorError(65, `The data has faults:\n${problems.join('\n')}`);

  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('statement_timeout', '0', true), pg_advisory_xact_lock(${LOCK}::int)`;
    const regions = await loadRegions(tx, data, report);
    const sources = await merge(tx.sourceDocument, 'fileName', data.sources, told(report, 'sources'));
    const organizations = await merge(
      tx.organization,
      'name',
      data.organizations.map(({ regionCode, ...row }) => ({ ...row, regionId: regions.get(regionCode)! })),
      told(report, 'organizations'),
    );
    const indicators = await merge(tx.indicator, 'code', data.indicators, told(report, 'indicators'));
    await merge(
      tx.observation,
      'code',
      data.observations.map(({ indicator, regionCode, scopeOrganization, source, ...row }) => ({
        ...row,
        ...periodColumns(row.period),
        indicatorId: indicators.get(indicator)!,
        regionId: regions.get(regionCode)!,
        scopeOrganizationId: scopeOrganization === null ? null : organizations.get(scopeOrganization)!,
        sourceId: sources.get(source)!,
      })),
      told(report, 'observations'),
      (code, fields) => {
        const what = `observations.json ${code}: ${fields.join(', ')} differ from the database`;
        throw new OperatorError(65, `${what}. A published figure is never changed: supersede it.`);
      },
    );
    const initiatives = await merge(
      tx.initiative,
      'code',
      data.initiatives.map(({ regionCode, source, awardTypeCodes: _, ...row }) => ({
        ...row,
        regionId: regions.get(regionCode)!,
        sourceId: sources.get(source)!,
      })),
      told(report, 'initiatives'),
    );
    const awardTypes = await loadAwardTypes(tx, data, told(report, 'award types'));
    await loadNamings(tx, data, initiatives, awardTypes);
    await loadTemplates(tx, data, told(report, 'scoring templates'));
    await merge(
      tx.calendarDay,
      'date',
      data.calendar.map(({ date, ...row }) => ({ ...row, date: new Date(date) })),
      told(report, 'calendar days'),
    );
  }, PATIENCE);
}

/** The regions' ids by their codes. A region without a code is known by its name, within its parent. */
async function loadRegions(tx: Transaction, data: Data, report: Report): Promise<Map<string, string>> {
  const stored = await tx.region.findMany({ include: { parent: { select: { code: true } } } });
  const keyOf = (code: string | null, parentCode: string | null | undefined, name: string) =>
    code ?? `${parentCode} ${name}`;
  const ids = new Map(stored.map(({ id, code, parent, name }) => [keyOf(code, parent?.code, name), id]));
  const paths = new Map<string | null, string>([[null, '']]);
  const rows = data.regions.map(({ parentCode, successorCodes, validFrom, validTo, ...row }) => {
    const key = keyOf(row.code, parentCode, row.name);
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    const path = `${paths.get(parentCode)}${row.code ?? id}/`;
    paths.set(row.code, path);
    return {
      ...row,
      id,
      path,
      validFrom: validFrom === null ? null : new Date(validFrom),
      validTo: validTo === null ? null : new Date(validTo),
      parentId: parentCode === null ? null : ids.get(parentCode)!,
    };
  });
  await merge(tx.region, 'id', rows, told(report, 'regions'));
  await tx.regionSuccession.createMany({
    data: data.regions.flatMap(({ code, successorCodes }) =>
      successorCodes.map((successor) => ({
        predecessorId: ids.get(code!)!,
        successorId: ids.get(successor)!,
      })),
    ),
    skipDuplicates: true,
  });
  return ids;
}

function told(report: Report, table: string): (merged: Merged) => void {
  return (merged) => report(table, merged);
}
