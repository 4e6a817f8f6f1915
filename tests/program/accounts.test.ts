import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { newServerDatabase, SERVER } from '../kit/databases.ts';
import { newFolder, type Program, startServer } from '../kit/program.ts';

const ROLES = [
  ...[
    'ADMIN',
    'PROVINCIAL_OFFICER',
    'MUNICIPAL_OFFICER',
    'COUNTY_OFFICER',
    'INDUSTRIAL_OFFICER',
    'UNIT_OFFICER',
  ],
  ...['COMMITTEE_OFFICE', 'COMMITTEE_MEMBER', 'ASSESSOR', 'SUPERVISOR', 'PARTNER'],
];
const QUERY = '{ viewer { roles { role } } entries { totalCount } }';
interface Viewed {
  viewer: { roles: { role: string }[] };
  entries: { totalCount: number };
}

const printed = (server: Program) =>
  [...server.output().matchAll(/^ +([A-Z_]+) +(demo_\w+)$/gm)].map(
    ([, role, token]) => [role!, token!] as const,
  );

async function asked(server: Program, token: string) {
  const response = await fetch(server.url()!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUERY }),
  });
  return { status: response.status, ...((await response.json()) as { data?: Viewed }) };
}

/** GraphiQL's page, as a browser gets it that knows the server by this name. */
function pageOf(server: Program, host: string): Promise<string> {
  const { hostname, port, pathname } = new URL(server.url()!);
  return new Promise((resolve, reject) => {
    const headers = { host: `${host}:${port}`, accept: 'text/html' };
    request({ host: hostname, port, path: pathname, headers }, (response) =>
      text(response).then(resolve, reject),
    )
      .on('error', reject)
      .end();
  });
}

test('the embedded database has an account for each role, for this machine and as long as the server runs', async () => {
  const DATA_DIR = newFolder();
  const server = await startServer({ DATA_DIR });
  await server.until(() => printed(server).length === ROLES.length);
  const tokens = printed(server);
  expect(tokens.map(([role]) => role)).toEqual(ROLES);
  const entries: Record<string, number> = {};
  for (const [role, token] of tokens) {
    const { status, data } = await asked(server, token);
    expect([status, data!.viewer.roles]).toEqual([200, [{ role }]]);
    entries[role] = data!.entries.totalCount;
  }
  // Who has a hand in them, or watches, sees more entries than who has not.
  expect(entries.ADMIN).toBeGreaterThan(entries.ASSESSOR!);
  expect(entries.MUNICIPAL_OFFICER).toBe(entries.ADMIN);
  expect(entries.COUNTY_OFFICER).toBeGreaterThan(entries.ASSESSOR!);

  const page = await pageOf(server, 'localhost');
  expect(tokens.filter(([, token]) => !page.includes(token))).toEqual([]);
  expect(await pageOf(server, 'elsewhere.example')).not.toContain('demo_');
  expect(server.log().filter((line) => JSON.stringify(line).includes('demo_'))).toEqual([]);
  await server.kill('SIGTERM');

  const again = await startServer({ DATA_DIR });
  await again.until(() => printed(again).length === ROLES.length);
  expect(printed(again).filter(([, token]) => tokens.some(([, old]) => old === token))).toEqual([]);
  for (const [, token] of tokens) expect((await asked(again, token)).status).toBe(401);
  await again.kill('SIGTERM');

  // The same folder, for others too: what the accounts stood for is kept, but there is no way to them.
  const open = await startServer({ DATA_DIR, HOST: '0.0.0.0' });
  await open.until(() => open.output().includes('Three things to try'));
  expect(open.output()).not.toContain('demo_');
  expect(await pageOf(open, 'localhost')).not.toContain('demo_');
  for (const [, token] of [...tokens, ...printed(again)]) expect((await asked(open, token)).status).toBe(401);
}, 400_000);

test.runIf(SERVER)('a server has none', async () => {
  const server = await startServer({ DATABASE_URL: await newServerDatabase(), GRAPHIQL: 'on' });
  await server.until(() => server.output().includes('Three things to try'));
  expect(server.output()).not.toContain('demo_');
  expect(await pageOf(server, 'localhost')).not.toContain('demo_');
});
