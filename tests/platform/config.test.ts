import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig, variables } from '../../src/platform/config.ts';
import { OperatorError } from '../../src/platform/errors.ts';
import { inProject } from '../../src/platform/root.ts';

const DATABASE_URL = 'postgresql://user:secret@db.example:5432/jiangong';
const DEFAULTS = {
  PORT: 4000,
  HOST: '127.0.0.1',
  DATABASE_CONNECTIONS: 10,
  DATA_DIR: inProject('.data'),
  GRAPHIQL: true,
  CORS_ORIGINS: [],
  LOG_LEVEL: 'info',
};

/** What is wrong with the environment, a line for each fault, and the exit code. */
function faults(environment: Record<string, string>): { exitCode: number; lines: string[] } {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof OperatorError) return { exitCode: error.exitCode, lines: error.message.split('\n') };
    throw error;
  }
  return { exitCode: 0, lines: [] };
}

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'value');
  writeFileSync(file, text);
  return file;
}

test('nothing needs to be given', () => {
  expect(readConfig({})).toEqual(DEFAULTS);
});

test('a variable that is empty or blank counts as not given', () => {
  const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(DEFAULTS);
  expect(readConfig({ ...empty, PORT: ' ', DATABASE_URL: '\n', PORT_FILE: '' })).toEqual(DEFAULTS);
});

test('each variable can be given', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL,
      DATABASE_CONNECTIONS: '200',
      DATA_DIR: '/srv/data',
      GRAPHIQL: 'on',
      CORS_ORIGINS: 'https://a.example, http://localhost:5173,',
      OIDC_ISSUER: 'https://id.example/',
      OIDC_AUDIENCE: 'jiangong',
      OIDC_JWKS_URL: 'https://id.example/jwks',
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'json',
    }),
  ).toEqual({
    PORT: 0,
    HOST: '0.0.0.0',
    DATABASE_URL,
    DATABASE_CONNECTIONS: 200,
    DATA_DIR: '/srv/data',
    GRAPHIQL: true,
    CORS_ORIGINS: ['https://a.example', 'http://localhost:5173'],
    OIDC_ISSUER: 'https://id.example/',
    OIDC_AUDIENCE: 'jiangong',
    OIDC_JWKS_URL: 'https://id.example/jwks',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
  });
});

test('GraphiQL is on over the embedded database and off over a server, unless it is said', () => {
  expect(readConfig({}).GRAPHIQL).toBe(true);
  expect(readConfig({ GRAPHIQL: 'off' }).GRAPHIQL).toBe(false);
  expect(readConfig({ DATABASE_URL }).GRAPHIQL).toBe(false);
  expect(readConfig({ DATABASE_URL, GRAPHIQL: 'on' }).GRAPHIQL).toBe(true);
});

test('all faults are told at once, without the password, with exit code 78', () => {
  expect(
    faults({
      PORT: '65536',
      DATABASE_URL: 'mysql://root:secret@db.example/jiangong',
      DATABASE_CONNECTIONS: '0',
      GRAPHIQL: 'yes',
      CORS_ORIGINS: 'https://a.example/,*',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
      HOST: 'a',
      HOST_FILE: '/nowhere/host',
      DATA_DIR_FILE: fileWith('\n'),
    }),
  ).toEqual({
    exitCode: 78,
    lines: [
      'The configuration has faults:',
      '  HOST: given twice, also as HOST_FILE',
      "  HOST_FILE: the file /nowhere/host can't be read",
      expect.stringMatching(/^ {2}DATA_DIR_FILE: the file .* is empty$/),
      '  PORT: Too big: expected number to be <=65535',
      '  DATABASE_URL: expected postgresql://user:password@host:port/database',
      '  DATABASE_CONNECTIONS: Too small: expected number to be >=1',
      '  GRAPHIQL: Invalid option: expected one of "on"|"off"',
      '  CORS_ORIGINS: expected origins such as https://a.example',
      '  CORS_ORIGINS: expected origins such as https://a.example',
      expect.stringMatching(/^ {2}LOG_LEVEL: Invalid option: expected one of "fatal"/),
      '  LOG_FORMAT: Invalid option: expected one of "json"|"pretty"',
    ],
  });
});

test.each(['4000.5', '-1', 'http', '0x', 'NaN', 'Infinity', '4000 4001'])('PORT=%s is a fault', (PORT) => {
  const { exitCode, lines } = faults({ PORT });
  expect([exitCode, lines.length, lines[1]!.startsWith('  PORT: ')]).toEqual([78, 2, true]);
});

test.each([
  'https://a.example/path',
  'https://a.example:443',
  'HTTPS://A.example',
  'ftp://a.example',
  'null',
  'a.example',
  '*',
])('CORS_ORIGINS=%s is a fault, as no browser sends it', (CORS_ORIGINS) => {
  expect(faults({ CORS_ORIGINS })).toEqual({
    exitCode: 78,
    lines: ['The configuration has faults:', '  CORS_ORIGINS: expected origins such as https://a.example'],
  });
});

test('a sign-in service is described as a whole or not at all', () => {
  expect(faults({ OIDC_ISSUER: 'https://id.example' }).lines.slice(1)).toEqual([
    '  OIDC_AUDIENCE: missing beside the others',
    '  OIDC_JWKS_URL: missing beside the others',
  ]);
});

test.each(['http://id.example/jwks', 'ftp://localhost/jwks', 'id.example/jwks', 'http://127.0.0.1.example/'])(
  'OIDC_JWKS_URL=%s is a fault, as others could put their keys there',
  (OIDC_JWKS_URL) => {
    const { lines } = faults({ OIDC_ISSUER: 'a', OIDC_AUDIENCE: 'b', OIDC_JWKS_URL });
    expect(lines.slice(1)).toEqual(['  OIDC_JWKS_URL: expected https://…, or http:// on this machine']);
  },
);

test.each(['http://localhost:8080/jwks', 'http://127.0.0.1/jwks', 'http://[::1]:1/jwks'])(
  'OIDC_JWKS_URL=%s is this machine',
  (OIDC_JWKS_URL) => {
    expect(readConfig({ OIDC_ISSUER: 'a', OIDC_AUDIENCE: 'b', OIDC_JWKS_URL })).toMatchObject({
      OIDC_JWKS_URL,
    });
  },
);

test('any variable may stand in a file, without the line end behind it', () => {
  const config = readConfig({
    DATABASE_URL_FILE: fileWith(`${DATABASE_URL}\n`),
    PORT_FILE: fileWith('4001'),
  });
  expect(config).toEqual({ ...DEFAULTS, PORT: 4001, DATABASE_URL, GRAPHIQL: false });
});

test('every variable is described', () => {
  const silent = Object.entries(variables).filter(([, { description }]) => !description);
  expect(silent.map(([name]) => name)).toEqual([]);
});
