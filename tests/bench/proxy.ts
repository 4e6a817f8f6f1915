import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Counts what clients let a PostgreSQL server execute, by reading along: no client needs to take part in it. */
export interface CountingProxy {
  /** The database's URL, through this proxy. */
  readonly url: string;
  /** Texts of all statements since the last time they were taken. */
  take(): string[];
  close(): void;
}

const CHARACTERS = { parse: 0x50, bind: 0x42, execute: 0x45, query: 0x51 };
const HEAD = 5;
/** Stands where a first message tells the protocol, and asks for encryption; another first message follows. */
const SSL_REQUEST = 80877103;

export async function countingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let statements: string[] = [];
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true).pipe(to);
      from.on('error', () => {}).on('close', () => to.destroy());
    }
    const read = reader((text) => statements.push(text));
    client.on('data', read);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href,
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Reads one client's messages: what it executes is a prepared statement that it bound before, or a text. */
function reader(onStatement: (text: string) => void): (chunk: Buffer) => void {
  const texts = new Map<string, string>();
  const bound = new Map<string, string>();
  let isStarted = false;
  let rest = Buffer.alloc(0);

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    // The first message has no type; it tells who connects.
    while (!isStarted) {
      if (rest.length < 8 || rest.length < rest.readInt32BE(0)) return;
      isStarted = rest.readInt32BE(4) !== SSL_REQUEST;
      rest = rest.subarray(rest.readInt32BE(0));
    }
    while (rest.length >= HEAD && rest.length > rest.readInt32BE(1)) {
      const end = 1 + rest.readInt32BE(1);
      const [first = '', second = ''] = rest.subarray(HEAD, end).toString().split('\0', 2);
      const type = rest[0];
      if (type === CHARACTERS.parse) texts.set(first, second);
      else if (type === CHARACTERS.bind) bound.set(first, texts.get(second) ?? '');
      else if (type === CHARACTERS.execute) onStatement(bound.get(first) ?? '');
      else if (type === CHARACTERS.query) onStatement(first);
      rest = rest.subarray(end);
    }
  };
}
