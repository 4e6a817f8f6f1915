import pg from 'pg';
import { limitServer } from './server.ts';

const { DATABASE_URL, DATABASE_CONNECTIONS, PORT } = process.env;

limitServer(
  new pg.Pool({
    connectionString: DATABASE_URL,
    max: Number(DATABASE_CONNECTIONS),
    // A connection that goes idle and away takes its prepared statements along.
    idleTimeoutMillis: 0,
    // Instants are written in the session's zone. The statements are written so that one plan serves all values.
    options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
  }),
).listen(Number(PORT), '127.0.0.1');
