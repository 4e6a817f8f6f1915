import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A disk that is full, or a folder that cannot be written. What was to be stored is not there, not even in part. */
export class StorageError extends Error {}

/** What has arrived whole, and is not kept yet. */
export interface Received {
  readonly sha256: string;
  readonly size: number;
  /** Whether it holds no characters but those of text. */
  readonly isText: boolean;
  /** A part of it; negative positions count from its end. */
  read(position: number, length: number): Promise<Buffer>;
  /** Gives it its name, for good. */
  keep(): Promise<void>;
  /** To be called in any case: what was not kept is gone then. */
  drop(): Promise<void>;
}

/** Files by the SHA-256 of what is in them: the same content twice is one file. */
export interface Files {
  /** Takes in what arrives; undefined where that is more than `most` bytes. @throws {StorageError} */
  receive(parts: AsyncIterable<Uint8Array>, most: number): Promise<Received | undefined>;
  open(sha256: string): Promise<FileHandle>;
  remove(sha256: string): Promise<void>;
  /** Removes what a process that was killed had begun to take in before. */
  sweep(before: Date): Promise<void>;
}

/** Everything but tabulator, line feed, form feed and carriage return below the space. */
const CONTROL = new Set([...Array(32).keys()].filter((byte) => ![9, 10, 12, 13].includes(byte)));

/** Keeps files in a folder, which is made with the first of them. */
export function filesIn(folder: string): Files {
  const incoming = join(folder, 'incoming');
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  return {
    async receive(parts, most) {
      const path = join(incoming, randomUUID());
      const file = await storing(async () => {
        await mkdir(incoming, { recursive: true });
        return open(path, 'wx+', 0o600);
      });
      try {
        const taken = await takenIn(parts, file, most);
        if (!taken) return await dropped(file, path);
        await storing(() => file.sync());
        return { ...taken, ...kept(file, path, pathOf(taken.sha256)) };
      } catch (error) {
        await dropped(file, path);
        throw error;
      }
    },
    open: (sha256) => open(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async sweep(before) {
      const names = await readdir(incoming).catch(() => []);
      for (const name of names) {
        const path = join(incoming, name);
        const { mtime } = await stat(path).catch(() => ({ mtime: before }));
        if (mtime < before) await rm(path, { force: true });
      }
    },
  };
}

async function takenIn(parts: AsyncIterable<Uint8Array>, file: FileHandle, most: number) {
  const hash = createHash('sha256');
  let size = 0;
  let isText = true;
  for await (const part of parts) {
    size += part.length;
    if (size > most) return undefined;
    hash.update(part);
    isText &&= !part.some((byte) => CONTROL.has(byte));
    await storing(() => file.write(part));
  }
  return { sha256: hash.digest('hex'), size, isText };
}

function kept(file: FileHandle, from: string, to: string): Pick<Received, 'read' | 'keep' | 'drop'> {
  return {
    async read(position, length) {
      const { size } = await file.stat();
      const start = position < 0 ? Math.max(0, size + position) : position;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    },
    keep: () =>
      storing(async () => {
        const folder = join(to, '..');
        await mkdir(folder, { recursive: true });
        await rename(from, to);
        await synced(folder);
      }),
    drop: async () => void (await dropped(file, from)),
  };
}

async function dropped(file: FileHandle, path: string): Promise<undefined> {
  await file.close().catch(() => {});
  await rm(path, { force: true }).catch(() => {});
}

/** A name is safe from a crash only once its folder is written. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

async function storing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new StorageError(`A file cannot be stored: ${(error as Error).message}`, { cause: error });
  }
}
