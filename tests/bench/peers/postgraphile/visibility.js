/** What everybody may see, as the conditions of src/features do it: added to whatever reads the table. */
const VISIBLE = {
  competition: (sql, row) => sql`${row}.status <> 'DRAFT'`,
  entry: (sql, row) => sql`${row}.status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')
    and exists (select 1 from competition c where c.id = ${row}.competition_id and c.status <> 'DRAFT')`,
  studio_title: (sql, row) => sql`${row}.status in ('NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED')`,
  innovation_result: (sql, row) =>
    sql`${row}.status in ('RECOGNIZED', 'PROMOTED') and not ${row}.is_confidential`,
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
