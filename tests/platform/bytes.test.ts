import { PassThrough } from 'node:stream';
import type { Connection, PoolClient } from 'pg';
import { expect, test } from 'vitest';
import { Bytes } from '../../src/platform/bytes.ts';

const BIND_COMPLETE = message('2');
const COMMAND_COMPLETE = message('C', Buffer.from('SELECT 1\0'));
const READY = message('Z', Buffer.from('I'));
const NOTICE = message('N', Buffer.from('SNOTICE\0\0'));

function message(kind: string, body = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5, kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function row(value: string | null): Buffer {
  const bytes = Buffer.from(value ?? '');
  const head = Buffer.alloc(6);
  head.writeInt16BE(1);
  head.writeInt32BE(value === null ? -1 : bytes.length, 2);
  return message('D', Buffer.concat([head, bytes]));
}

/** A connection to a server that answers each statement with these chunks; what pg hears of them is kept. */
function connected(chunks: readonly Buffer[]) {
  const heard: Buffer[] = [];
  const sent: string[] = [];
  const stream = new PassThrough();
  const ended: { handleReadyForQuery(): void }[] = [];
  stream.on('data', (bytes: Buffer) => {
    heard.push(bytes);
    if (bytes.subarray(-READY.length).equals(READY)) ended.shift()?.handleReadyForQuery();
  });
  const note = (what: string) => () => void sent.push(what);
  const connection = {
    stream: Object.assign(stream, { cork: note('cork'), uncork: note('uncork') }),
    parsedStatements: { known: 'select 1' },
    parse: note('parse'),
    bind: note('bind'),
    execute: note('execute'),
    sync: note('sync'),
  } as unknown as Connection;
  const query = (reading: { submit(on: Connection): void; handleReadyForQuery(): void }) => {
    ended.push(reading);
    reading.submit(connection);
    for (const chunk of chunks) stream.emit('data', chunk);
  };
  const bytes = new Bytes({ connection, query } as unknown as PoolClient);
  return { bytes, sent, heard: () => Buffer.concat(heard), stream };
}

/** The bytes in pieces of this size. */
function pieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

const statement = { name: 'known', text: 'select 1', values: [] };

test('a value is read however its bytes arrive, and pg hears the rest', async () => {
  const value = '{"name":"示例创新工作室 🏭"}'.repeat(20);
  const answer = Buffer.concat([BIND_COMPLETE, row(value), NOTICE, COMMAND_COMPLETE, READY]);
  for (let size = 1; size <= answer.length; size++) {
    const { bytes, heard } = connected(pieces(answer, size));
    expect(String(await bytes.read(statement))).toBe(value);
    expect(heard()).toEqual(Buffer.concat([NOTICE, COMMAND_COMPLETE, READY]));
  }
});

test.each([
  ['null', [row(null)]],
  ['no row', []],
])('%s is no value', async (_, rows) => {
  const { bytes } = connected([Buffer.concat([BIND_COMPLETE, ...rows, COMMAND_COMPLETE, READY])]);
  expect(await bytes.read(statement)).toBeUndefined();
});

test('a statement is prepared unless the connection knows it', async () => {
  const { bytes, sent } = connected([Buffer.concat([BIND_COMPLETE, COMMAND_COMPLETE, READY])]);
  await bytes.read(statement);
  await bytes.read({ ...statement, name: undefined });
  const always = ['bind', 'execute', 'sync', 'uncork'];
  expect(sent).toEqual(['cork', ...always, 'cork', 'parse', ...always]);
});

test('rows of other statements are left to pg', () => {
  const { heard, stream } = connected([]);
  const answer = Buffer.concat([BIND_COMPLETE, row('1'), row('2'), COMMAND_COMPLETE, READY]);
  for (const piece of pieces(answer, 7)) stream.emit('data', piece);
  expect(heard()).toEqual(answer);
});
