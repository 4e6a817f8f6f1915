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

/** What is read through its competition or standing, and in no other way. */
const INNER = '-query:resource:list -query:resource:connection -query:resource:single -type:node';

/** Scores are seen by who sees the row of a standing that they are part of. */
export const ScoreTagsPlugin = pgSmartTags([
  { kind: 'class', match: 'standing_part', tags: { behavior: INNER } },
  { kind: 'class', match: 'score_sheet', tags: { behavior: `${INNER} -manyRelation:resource:connection` } },
  { kind: 'class', match: 'score_item', tags: { behavior: INNER } },
  reference('standing_part', 'row_id', { fieldName: 'row', foreignFieldName: 'parts' }),
  reference('score_item', 'sheet_id', { foreignFieldName: 'items' }),
  reference('score_item', 'criterion_id', { backwardBehavior: '-*' }),
]);

/** How the views of stateOfPlay.sql hang together. */
export const StateOfPlayTagsPlugin = pgSmartTags([
  { kind: 'class', match: 'bench_postgraphile.ranked', tags: { behavior: '-*' } },
  view('state_of_play', 'competition_id', [
    '(competition_id) references public.competition (id)|@foreignSingleFieldName stateOfPlay',
  ]),
  view('region_state_of_play', 'competition_id,region_id', [
    '(competition_id) references bench_postgraphile.state_of_play (competition_id)|@foreignFieldName byRegion',
    '(region_id) references public.region (id)|@backwardBehavior -*',
  ]),
  view('state_of_play_mover', 'competition_id,entry_id', [
    '(competition_id) references bench_postgraphile.state_of_play (competition_id)|@foreignFieldName movers',
    '(entry_id) references public.entry (id)|@backwardBehavior -*',
  ]),
  view('state_of_play_veto', 'veto_id', [
    '(competition_id) references bench_postgraphile.state_of_play (competition_id)|@foreignFieldName vetoes',
  ]),
]);

function reference(table, column, tags) {
  return { kind: 'constraint', match: `${table}.${table}_${column}_fkey`, tags };
}

function view(name, primaryKey, foreignKey) {
  return {
    kind: 'class',
    match: `bench_postgraphile.${name}`,
    tags: { name, primaryKey, foreignKey, behavior: INNER },
  };
}
