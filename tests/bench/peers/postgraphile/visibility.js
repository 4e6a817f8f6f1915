/** What everybody may see, as the conditions of src/features do it: added to whatever reads the table. */
const VISIBLE = {
  competition: (sql, row) => sql`${row}.published_at is not null`,
  entry: (sql, row) => sql`${row}.status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
    and exists (select 1 from competition c where c.id = ${row}.competition_id and c.published_at is not null)`,
  studio_title: (sql, row) => sql`${row}.status in ('NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED')`,
  innovation_result: (sql, row) =>
    sql`${row}.status in ('RECOGNIZED', 'PROMOTED') and not ${row}.is_confidential`,
  standing: (sql, row) => sql`${row}.published_at is not null
    and exists (select 1 from competition c where c.id = ${row}.competition_id and c.published_at is not null)`,
  standing_row: (sql, row) => sql`exists (select 1 from standing s join competition c on c.id = s.competition_id
    where s.id = ${row}.standing_id and s.published_at is not null and c.published_at is not null)`,
};

/**
 * PostGraphile's own counterpart of row level security, which needs neither a role nor a transaction of
 * its own for each request.
 */
export const VisibilityPlugin = {
  name: 'VisibilityPlugin',
  version: '0.0.0',
  gather: {
    hooks: {
      pgTables_PgResourceOptions(_info, { pgClass, resourceOptions }) {
        const visible = VISIBLE[pgClass.relname];
        if (visible) {
          resourceOptions.selectAuth = ($rows) => $rows.where((sql) => visible(sql, $rows.alias));
        }
      },
    },
  },
};
