import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { conditionPlugins } from './conditions.js';
import { CountPlugin } from './counts.js';
import { RegionPlugin } from './regions.js';
import { ScoreTagsPlugin, StateOfPlayTagsPlugin, TagsPlugin } from './tags.js';
import { VisibilityPlugin } from './visibility.js';

const { DATABASE_URL, DATABASE_CONNECTIONS, PORT } = process.env;

const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: Number(DATABASE_CONNECTIONS),
  // A connection that goes idle and away takes its prepared statements along.
  idleTimeoutMillis: 0,
});
for (const file of ['counties.sql', 'stateOfPlay.sql']) {
  await pool.query(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

const instance = postgraphile({
  extends: [
    PostGraphileAmberPreset,
    PgSimplifyInflectionPreset,
    PostGraphileConnectionFilterPreset,
    PgAggregatesPreset,
  ],
  plugins: [
    VisibilityPlugin,
    TagsPlugin,
    ScoreTagsPlugin,
    StateOfPlayTagsPlugin,
    CountPlugin,
    RegionPlugin,
    ...conditionPlugins,
  ],
  // What nobody asks for makes the schema half as large again.
  disablePlugins: ['PgAggregatesOrderByAggregatesPlugin', 'PgAggregatesFilterRelationalAggregatesPlugin'],
  pgServices: [makePgService({ pool, schemas: ['public', 'bench_postgraphile'] })],
  schema: { dontSwallowErrors: true, defaultBehavior: '-insert -update -delete' },
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false, websockets: false, outputDataAsString: true },
});

// Made before the port opens, so that no request waits for it.
await instance.getSchema();
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), '127.0.0.1');
