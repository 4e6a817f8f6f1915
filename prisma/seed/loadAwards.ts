import { v7 as newId } from 'uuid';
import { overlap } from '../../src/features/awards/rules.ts';
import type { Transaction } from '../../src/platform/database.ts';
import { OperatorError } from '../../src/platform/errors.ts';
import { keyOf, parentOf, validWhen } from './awardTypes.ts';
import { type Merged, merge } from './merge.ts';
import type { Data } from './shapes.ts';

type Ids = ReadonlyMap<string, string>;

/** Loads the award types, known by code and first day; gives their ids by these. */
export async function loadAwardTypes(
  tx: Transaction,
  { awardTypes }: Data,
  report: (merged: Merged) => void,
): Promise<Ids> {
  const stored = await storedTypes(tx, awardTypes);
  refuseOverlaps(awardTypes, stored);
  const ids = new Map(
    [...awardTypes.map((row) => ({ ...row, id: newId() })), ...stored].map((row) => [keyOf(row), row.id]),
  );
  const rows = awardTypes.map(({ parent, validFrom, validTo, ...row }, at) => {
    const whole = parentOf(awardTypes[at]!, awardTypes);
    return {
      ...row,
      id: ids.get(keyOf(awardTypes[at]!))!,
      validFrom: dateOf(validFrom),
      validTo: dateOf(validTo),
      parentId: whole ? ids.get(keyOf(whole))! : null,
    };
  });
  const table = {
    findMany: (args: { where: never }) => tx.awardType.findMany(args),
    update: (args: { where: never; data: never }) => tx.awardType.update(args),
    // A row that follows another one of its code finds no place before that one has ended.
    createMany: async (args: { data: typeof rows }) => {
      for (const { id, validTo } of rows) {
        if (validTo === null) continue;
        const goesOn = { OR: [{ validTo: null }, { validTo: { gt: validTo } }] };
        await tx.awardType.updateMany({ where: { id, ...goesOn }, data: { validTo } });
      }
      return tx.awardType.createMany(args);
    },
  };
  await merge(table, 'id', rows, report);
  return ids;
}

/** Makes each initiative name the award types that it says, and no others. */
export async function loadNamings(
  tx: Transaction,
  { initiatives, sources, awardTypes }: Data,
  initiativeIds: Ids,
  awardTypeIds: Ids,
): Promise<void> {
  const publishedOn = new Map(sources.map((source) => [source.fileName, source.publishedOn]));
  const namings = initiatives.flatMap(({ code, source, awardTypeCodes }) =>
    awardTypeCodes
      .flatMap((awardType) => validWhen(publishedOn.get(source)!, awardType, awardTypes))
      .map((row) => ({ initiativeId: initiativeIds.get(code)!, awardTypeId: awardTypeIds.get(keyOf(row))! })),
  );
  const named = new Map(namings.map((naming) => [`${naming.initiativeId} ${naming.awardTypeId}`, naming]));
  const stored = await tx.initiativeAwardType.findMany({
    where: { initiativeId: { in: [...initiativeIds.values()] } },
  });
  // What is stored already is not to be made again.
  const dropped = stored.filter(
    ({ initiativeId, awardTypeId }) => !named.delete(`${initiativeId} ${awardTypeId}`),
  );
  if (dropped.length > 0)
    await tx.initiativeAwardType.deleteMany({ where: { id: { in: dropped.map(({ id }) => id) } } });
  if (named.size > 0) await tx.initiativeAwardType.createMany({ data: [...named.values()] });
}

/** The stored rows of the codes, with days as the data writes them. */
async function storedTypes(tx: Transaction, awardTypes: Data['awardTypes']) {
  const stored = await tx.awardType.findMany({
    where: { code: { in: awardTypes.map(({ code }) => code) } },
    select: { id: true, code: true, validFrom: true, validTo: true },
  });
  return stored.map((row) => ({ ...row, validFrom: dayOf(row.validFrom), validTo: dayOf(row.validTo) }));
}

/** @throws {OperatorError} 65 where the database has a row that the data doesn't have, valid at the time of one that it has */
function refuseOverlaps(
  awardTypes: Data['awardTypes'],
  stored: Awaited<ReturnType<typeof storedTypes>>,
): void {
  const known = new Set(awardTypes.map(keyOf));
  const others = stored.filter((row) => !known.has(keyOf(row)));
  const problems = awardTypes.flatMap((row) =>
    others
      .filter((other) => other.code === row.code && overlap(other, row))
      .map((other) => `award-types.json ${keyOf(row)}: The database has ${keyOf(other)} for the same time.`),
  );
  if (problems.length > 0) throw new OperatorError(65, problems.join('\n'));
}

function dateOf(day: string | null): Date | null {
  return day === null ? null : new Date(day);
}

function dayOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
