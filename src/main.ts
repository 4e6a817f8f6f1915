import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { accountsFor, prepared } from '../prisma/prepare.ts';
import type { Account } from './http/authenticate.ts';
import { listener } from './http/listener.ts';
import { jobsWith } from './jobs.ts';
import { type Config, readConfig } from './platform/config.ts';
import { OperatorError } from './platform/errors.ts';
import { filesIn } from './platform/files.ts';
import { type Logger, openLog } from './platform/log.ts';
import { startTick, type Tick } from './platform/tick.ts';
import { createServer } from './server.ts';
import { stopper } from './stop.ts';

// Little garbage beside what is in use before it is collected: answers are short-lived.
setFlagsFromString('--heap-growing-percent=15');

try {
  await main();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config);
  const db = await prepared(config, log);
  await db.knowledge.refresh();
  const accounts = await accountsFor(config, db);

  const files = filesIn(join(config.DATA_DIR, 'files'));

  let isStopping = false;
  const server = listener(
    createServer({
      db,
      log,
      graphiql: config.GRAPHIQL,
      corsOrigins: config.CORS_ORIGINS,
      authentication: { signIn: signInOf(config), accounts },
      files,
      isStopping: () => isStopping,
    }),
  );
  let tick: Tick | undefined;
  const stop = stopper(server, db, log, () => {
    isStopping = true;
    return tick?.stop();
  });
  // A terminal sends its signal to npm too, which passes it on: the second one must not kill.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cantListen(config, error)));
    server.listen(config.PORT, config.HOST, resolve);
  }).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  if (!isStopping) tick = startTick({ db, log, jobs: jobsWith(files) });
  greet(server.address() as AddressInfo, config, log, accounts);
}

/** The variables are there all three or none. */
function signInOf({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl }: Config) {
  return issuer && audience && jwksUrl ? { issuer, audience, jwksUrl } : undefined;
}

function cantListen({ HOST, PORT }: Config, error: Error): OperatorError {
  return new OperatorError(69, `Can't listen on ${HOST} port ${PORT}: ${error.message}`, { cause: error });
}

function greet(
  { address, family, port }: AddressInfo,
  { GRAPHIQL }: Config,
  log: Logger,
  accounts: readonly Account[],
): void {
  const host = address === '127.0.0.1' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  const url = `http://${host}:${port}/graphql`;
  log.info({ url }, `listening on ${url}`);
  if (!GRAPHIQL) return;
  process.stdout.write(`
  Jiangong is at ${url}. Three things to try there:

    1. Open it in a browser: GraphiQL comes with tabs of queries.
    2. What was published about Yantai's innovation studios, and where was it printed?
       { indicator(code: "innovation_studio.county_plus") { name observations { nodes { value quote source { fileName } } } } }
    3. What is described for Shandong and everything below it?
       { region(code: "370000") { initiatives(includeDescendants: true) { totalCount nodes { kind name nameEn } } } }

`);
  if (accounts.length === 0) return;
  process.stdout.write(`  Asking as somebody, here and until this stops: send authorization: Bearer and one of these
  (GraphiQL has them under Headers).

${accounts.map(({ name, token }) => `    ${name.padEnd(18)} ${token}\n`).join('')}
`);
}
