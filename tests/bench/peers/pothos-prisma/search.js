import { prisma } from './database.js';
import { Prisma } from './generated/prisma/client.ts';

const ORDER = [{ name: 'asc' }, { id: 'asc' }];

/** A page of studios. Prisma has no words for the index on texts, so these are found by SQL first, and read after. */
export async function studiosFound(query, { regionCode, includeDescendants, level, text }) {
  if (text) {
    const { cursor, take, skip, ...selection } = query;
    const ids = await idsFound({ regionCode, includeDescendants, level, text }, cursor?.id, take);
    return prisma.studio.findMany({ ...selection, where: { id: { in: ids } }, orderBy: ORDER });
  }
  const inRegion = includeDescendants
    ? { ancestry: { some: { ancestor: { code: regionCode } } } }
    : { code: regionCode };
  return prisma.studio.findMany({
    ...query,
    where: { ...(level && { level: { in: level } }), ...(regionCode && { region: inRegion }) },
    orderBy: ORDER,
  });
}

async function idsFound({ regionCode, includeDescendants, level, text }, after, take) {
  const lower = text.toLowerCase();
  const pattern = `%${lower.replace(/[\\%_]/g, '\\$&')}%`;
  const searched = Prisma.sql`lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(field, ''))`;
  const region = Prisma.sql`(select id from region where code = ${regionCode})`;
  const within = includeDescendants
    ? Prisma.sql`any(array(select descendant_id from region_ancestry where ancestor_id = ${region}))`
    : region;
  const conditions = [
    Prisma.sql`grams(${searched}) @> ${gramsOf(lower)}::text[] and ${searched} like ${pattern}`,
    ...(regionCode ? [Prisma.sql`region_id = ${within}`] : []),
    ...(level ? [Prisma.sql`level = any(${level}::"AdminLevel"[])`] : []),
    ...(after ? [Prisma.sql`(name, id) > (select name, id from studio where id = ${after}::uuid)`] : []),
  ];
  const rows = await prisma.$queryRaw`
    select id from studio where ${Prisma.join(conditions, ' and ')} order by name, id limit ${take}`;
  return rows.map(({ id }) => id);
}

/** Pairs of neighboring characters, or the one character, as the database's grams() makes them. */
function gramsOf(text) {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}
