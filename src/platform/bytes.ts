import type { Duplex } from 'node:stream';
import type { Connection, PoolClient } from 'pg';

/** A statement with its values as text. Without a name it is planned each time. */
export interface Statement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** What pg keeps to itself: the statements that a connection has prepared. */
type Prepared = Connection & { readonly parsedStatements: Readonly<Record<string, string>> };

const BIND_COMPLETE = 0x32;
const DATA_ROW = 0x44;
/** Of a message: a byte for its kind, and four for its length without that byte. */
const HEAD = 5;
/** Of a row: two bytes for the number of its columns, and four for the length of the first value. */
const ROW_HEAD = HEAD + 2 + 4;

/**
 * Reads single values of a connection as the bytes that PostgreSQL sends. pg makes a string of all that
 * arrives, which has to be encoded again to be passed on: that takes longer than everything else together.
 */
export class Bytes {
  private reading: Reading | undefined;
  /** The beginning of a message whose end has not arrived. */
  private parts: Buffer[] = [];
  private size = 0;
  private needed = 0;
  private readonly pass: (bytes: Buffer) => void;

  constructor(private readonly client: PoolClient) {
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
    const [listener] = stream.listeners('data') as ((bytes: Buffer) => void)[];
    this.pass = listener!;
    stream.off('data', listener!).on('data', (bytes: Buffer) => this.take(bytes));
  }

  /** The first value that the statement gives; undefined where that is null or there is none. */
  read(statement: Statement): Promise<Buffer | undefined> {
    return new Promise((resolve, reject) => {
      const begin = (reading: Reading | undefined) => (this.reading = reading);
      this.client.query(new Reading(statement, begin, resolve, reject));
    });
  }

  /** Keeps what is of the value that is being read, and passes on the rest. */
  private take(chunk: Buffer): void {
    this.parts.push(chunk);
    this.size += chunk.length;
    if (this.size < this.needed) return;
    const bytes = this.parts.length === 1 ? chunk : Buffer.concat(this.parts);
    let at = 0;
    let passed = 0;
    let length = HEAD;
    while (at + HEAD <= bytes.length) {
      length = 1 + bytes.readUInt32BE(at + 1);
      if (at + length > bytes.length) break;
      if (this.reading?.takes(bytes, at)) {
        if (at > passed) this.pass(bytes.subarray(passed, at));
        passed = at + length;
      }
      at += length;
      length = HEAD;
    }
    const rest = at < bytes.length ? bytes.subarray(at) : undefined;
    this.parts = rest ? [rest] : [];
    this.size = rest?.length ?? 0;
    this.needed = rest ? length : 0;
    if (at > passed) this.pass(bytes.subarray(passed, at));
  }
}

/** A statement on its way, as pg's client runs it. */
class Reading {
  readonly name: string | undefined;
  readonly text: string;
  private value: Buffer | undefined;

  constructor(
    private readonly statement: Statement,
    private readonly begin: (reading: Reading | undefined) => void,
    private readonly resolve: (value: Buffer | undefined) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.name = statement.name;
    this.text = statement.text;
  }

  submit(connection: Connection): void {
    this.begin(this);
    const { name = '', text, values } = this.statement;
    const { stream, parsedStatements } = connection as Prepared;
    // All of it in one packet. Which columns there are need not be asked.
    stream.cork();
    if (!parsedStatements[name]) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values: [...values] }, true);
    connection.execute({}, true);
    connection.sync();
    stream.uncork();
  }

  takes(bytes: Buffer, at: number): boolean {
    if (bytes[at] === BIND_COMPLETE) return true;
    if (bytes[at] !== DATA_ROW) return false;
    const length = bytes.readInt32BE(at + ROW_HEAD - 4);
    if (length >= 0) this.value ??= bytes.subarray(at + ROW_HEAD, at + ROW_HEAD + length);
    return true;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.begin(undefined);
    this.resolve(this.value);
  }

  handleError(error: Error): void {
    this.begin(undefined);
    this.reject(error);
  }
}
