import type { IncomingMessage } from 'node:http';

interface Fault {
  readonly status: 400 | 405 | 406 | 413 | 414 | 415;
  readonly code:
    | 'BAD_REQUEST'
    | 'METHOD_NOT_ALLOWED'
    | 'NOT_ACCEPTABLE'
    | 'PAYLOAD_TOO_LARGE'
    | 'UNSUPPORTED_MEDIA_TYPE';
  readonly message: string;
}

/** Bytes of a request's body at most. */
export const LARGEST_BODY = 1_000_000;
const LONGEST_TARGET = 16_000;
const JSON_TYPES = ['application/json', 'application/graphql+json'];
const ACCEPTED = [
  'application/json',
  'application/graphql-response+json',
  'application/*',
  '*/*',
  'text/event-stream',
  'multipart/mixed',
];

/** What is wrong with a request's head, or undefined. Checked here because what comes next answers these with 500. */
export function faultOfHead({ headers, url = '' }: IncomingMessage): Fault | undefined {
  if (!url.startsWith('/')) return bad('The request target must begin with a slash.');
  if (url.length > LONGEST_TARGET) {
    return {
      status: 414,
      code: 'BAD_REQUEST',
      message: `The request target has more than ${LONGEST_TARGET} characters.`,
    };
  }
  const { host = '' } = headers;
  if (!isKnownHost(host)) return bad('The Host header must name a host, as localhost:4000.');
  // The one target of nearly all requests needs no parser.
  if (url !== '/graphql' && !URL.canParse(url, `http://${host}`)) return bad('The request target is no URL.');
  return undefined;
}

let lastHost = '';

/** Nearly all requests name the same host: it is read once. */
function isKnownHost(host: string): boolean {
  if (host === lastHost && host !== '') return true;
  if (!isHost(host)) return false;
  lastHost = host;
  return true;
}

/** What is wrong with a request to the GraphQL endpoint, or undefined. */
export function faultOfOperation({ method, headers, url = '' }: IncomingMessage): Fault | undefined {
  if (!acceptsJson(headers.accept)) {
    return {
      status: 406,
      code: 'NOT_ACCEPTABLE',
      message: 'Answers are JSON: send accept: application/json.',
    };
  }
  if (method === 'GET') return faultOfQueryString(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  if (method !== 'POST') {
    return { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Use POST with JSON, or GET for queries.' };
  }
  // Pages of other sites can post forms and plain text without being asked; they cannot post JSON.
  const type = mediaType(headers['content-type']);
  if (!JSON_TYPES.includes(type)) {
    const message = 'The body must be JSON: send content-type: application/json.';
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message };
  }
  // What reads the body knows the type in this spelling alone.
  headers['content-type'] = type;
  if (Number(headers['content-length']) > LARGEST_BODY) return tooLarge();
  return undefined;
}

export function tooLarge(): Fault {
  const message = `The body has more than ${LARGEST_BODY} bytes.`;
  return { status: 413, code: 'PAYLOAD_TOO_LARGE', message };
}

function faultOfQueryString(text: string): Fault | undefined {
  try {
    decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return bad('The query string has a wrong percent escape.');
  }
  const query = new URLSearchParams(text);
  if (!query.get('query')) return bad('The parameter query is missing.');
  for (const name of ['variables', 'extensions']) {
    const value = query.get(name);
    if (value && !isObject(value)) return bad(`The parameter ${name} must be a JSON object.`);
  }
  return undefined;
}

function isHost(host: string): boolean {
  return /^[^\s/\\?#@]+$/.test(host) && URL.canParse(`http://${host}`);
}

function acceptsJson(accept = '*/*'): boolean {
  const types = accept.split(',').filter((type) => !/charset=(?!utf-8)/i.test(type));
  return types.some((type) => ACCEPTED.includes(mediaType(type)));
}

function mediaType(header = ''): string {
  return header.split(';')[0]!.trim().toLowerCase();
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

function bad(message: string): Fault {
  return { status: 400, code: 'BAD_REQUEST', message };
}
