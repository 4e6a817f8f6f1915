import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { OperatorError } from './errors.ts';
import { inProject } from './root.ts';

const SWITCH = z.enum(['on', 'off']);
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** Every variable that the program reads; the README's table is made from these descriptions. */
export const variables = {
  PORT: count(0, 65535).default(4000).describe('TCP port to listen on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'expected postgresql://user:password@host:port/database' })
    .optional()
    .describe('A PostgreSQL server, 14 or newer; without it the embedded database is used'),
  DATABASE_CONNECTIONS: count(1, 200).default(10).describe('Connections to that server at most'),
  DATA_DIR: z
    .string()
    .min(1)
    .default(inProject('.data'))
    .describe(
      'Folder of the embedded database and of files that are sent in; `.data` in the project unless given',
    ),
  GRAPHIQL: SWITCH.optional().describe(
    'GraphiQL and introspection: `on` or `off`; on when the database is embedded, otherwise off',
  ),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((origin) => origin.trim() || []))
    .pipe(z.array(z.string().refine(isOrigin, 'expected origins such as https://a.example')))
    .describe('Origins whose pages may read answers, with commas between them; none unless given'),
  OIDC_ISSUER: z
    .string()
    .optional()
    .describe(
      'Sign-in service whose tokens are accepted (OpenID Connect): the claim `iss`, letter for letter',
    ),
  OIDC_AUDIENCE: z.string().optional().describe('What its tokens must be meant for: the claim `aud`'),
  OIDC_JWKS_URL: z
    .string()
    .refine(isSafe, 'expected https://…, or http:// on this machine')
    .optional()
    .describe('Where it publishes its keys (JWKS); give all three or none'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least level that is logged: fatal, error, warn, info, debug or silent'),
  LOG_FORMAT: z
    .enum(['json', 'pretty'])
    .optional()
    .describe('`json` or `pretty`; pretty on a terminal, otherwise json'),
} satisfies Record<string, z.ZodType>;

const Variables = z.object(variables);

export interface Config extends Omit<z.infer<typeof Variables>, 'GRAPHIQL'> {
  readonly GRAPHIQL: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration that the environment gives. A variable may also be read from a file that
 * `<NAME>_FILE` names, as secrets are.
 * @throws {OperatorError} with all faults, exit code 78
 */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  const values = Object.fromEntries(
    Object.keys(variables).flatMap((name) => {
      const value = given(environment, name, faults);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const { success, data, error } = Variables.safeParse(values);
  const oidc = Object.keys(variables).filter((name) => name.startsWith('OIDC_'));
  const missing = oidc.filter((name) => values[name] === undefined);
  if (missing.length < oidc.length)
    faults.push(...missing.map((name) => `${name}: missing beside the others`));
  if (!success) {
    faults.push(...error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`));
  }
  if (faults.length > 0 || !data) {
    throw new OperatorError(
      78,
      `The configuration has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  return { ...data, GRAPHIQL: data.GRAPHIQL ? data.GRAPHIQL === 'on' : !data.DATABASE_URL };
}

/** An empty variable counts as none: shells and compose files can hardly unset one. */
function given(environment: Environment, name: string, faults: string[]): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return environment[name]?.trim() || undefined;
  if (environment[name]) faults.push(`${name}: given twice, also as ${name}_FILE`);
  try {
    const value = readFileSync(file, 'utf8').trim();
    if (value) return value;
    // A secret that was not mounted must not mean another database.
    faults.push(`${name}_FILE: the file ${file} is empty`);
  } catch {
    faults.push(`${name}_FILE: the file ${file} can't be read`);
  }
  return undefined;
}

/** Keys that come over a network in the clear could be anybody's. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Whether a host, as it is written in HOST or in a URL, is this machine and no other. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^\[?::1\]?$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Browsers send origins without a path or a slash at the end; anything else would never match. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
