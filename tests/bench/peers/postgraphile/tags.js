import { pgSmartTags } from 'postgraphile/utils';

/** What PostGraphile can't tell from the tables. */
export const TagsPlugin = pgSmartTags([
  // Enums have no order here unless one asks for it.
  { kind: 'attribute', match: 'studio_title.level', tags: { behavior: '+attribute:orderBy' } },
  { kind: 'attribute', match: 'project_participant.role', tags: { behavior: '+attribute:orderBy' } },
  // What it calls primary keys is a name that this column would have.
  { kind: 'attribute', match: 'standing_part.row_id', tags: { name: 'standing_row_id' } },
  // Prisma makes a unique index where PostGraphile looks for a constraint.
  { kind: 'class', match: 'region', tags: { unique: 'code' } },
  {
    kind: 'class',
    match: 'bench_postgraphile.region_count',
    tags: { name: 'region_count', foreignKey: '(region_id) references public.region (id)' },
  },
]);
