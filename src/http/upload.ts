import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepEnclosure } from '../features/enclosures/commands/keep.ts';
import {
  fits,
  isFileName,
  KINDS,
  LARGEST_FILE,
  SAMPLE,
  TooManyFilesError,
} from '../features/enclosures/rules.ts';
import { globalId } from '../graphql/ids.ts';
import type { Call } from '../platform/call.ts';
import { DomainError } from '../platform/errors.ts';
import type { Files, Received } from '../platform/files.ts';
import { answer, JSON_TYPE } from './answer.ts';

interface Given {
  readonly files: Files;
  readonly call: Call;
}

/** Why a file is not taken. */
export class RefusedUpload extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Takes in one file, the body as it is: by its bytes it must be what the head says. @throws {RefusedUpload | StorageError} */
export async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  { files, call }: Given,
): Promise<void> {
  const uploaderId = uploaderOf(call);
  if (Number(request.headers['content-length']) > LARGEST_FILE) throw tooLarge();
  const head = headOf(request);
  // Whoever sends too much is answered: the connection must outlive what reads it.
  const received = await files.receive(request.iterator({ destroyOnReturn: false }), LARGEST_FILE);
  if (!received) throw tooLarge();
  try {
    await checkContent(received, head.mediaType);
    const { sha256, size } = received;
    const { id } = await keepEnclosure(call, { uploaderId, ...head, sha256, size }, received.keep).catch(
      (error: unknown) => {
        throw told(error);
      },
    );
    const body = JSON.stringify({ id: globalId('Enclosure', id), sha256, size });
    answer(response, 201, { 'content-type': JSON_TYPE }, body);
  } finally {
    await received.drop();
  }
}

/** Users who have, or once had, a role: others have no record that a file could name. */
function uploaderOf({ actor: { subject } }: Call): string {
  if (!subject)
    throw new RefusedUpload(401, 'UNAUTHENTICATED', 'Sign in first: send the header authorization.');
  if (subject.kind === 'USER' && subject.id) return subject.id;
  throw new RefusedUpload(403, 'FORBIDDEN', 'Files are sent in by users who have a role.');
}

function headOf({ headers }: IncomingMessage): { fileName: string; mediaType: string } {
  if (headers['content-encoding']) throw unsupported('Send the file as it is, without content-encoding.');
  const fileName = decoded(String(headers['x-file-name'] ?? ''));
  if (!isFileName(fileName)) {
    const message =
      'The header x-file-name must be the name of the file with its ending, in UTF-8 and percent-encoded, without folders.';
    throw new RefusedUpload(400, 'BAD_REQUEST', message);
  }
  const mediaType = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (!Object.hasOwn(KINDS, mediaType)) {
    throw unsupported(`The header content-type must be one of ${Object.keys(KINDS).join(', ')}.`);
  }
  if (fits(mediaType, fileName)) return { fileName, mediaType };
  const { extensions } = KINDS[mediaType]!;
  throw unsupported(`The name of a file of the type ${mediaType} ends in .${extensions.join(' or .')}.`);
}

async function checkContent({ size, isText, read }: Received, mediaType: string): Promise<void> {
  if (size === 0) throw new RefusedUpload(400, 'BAD_REQUEST', 'The file is empty.');
  const sample = { head: await read(0, SAMPLE.head), tail: await read(-SAMPLE.tail, SAMPLE.tail), isText };
  if (!KINDS[mediaType]!.isOne(sample)) throw unsupported(`By its content the file is no ${mediaType}.`);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

function told(error: unknown): unknown {
  if (error instanceof TooManyFilesError) return new RefusedUpload(429, error.code, error.message);
  return error instanceof DomainError ? new RefusedUpload(503, error.code, error.message) : error;
}

function unsupported(message: string): RefusedUpload {
  return new RefusedUpload(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function tooLarge(): RefusedUpload {
  return new RefusedUpload(413, 'PAYLOAD_TOO_LARGE', `The file has more than ${LARGEST_FILE} bytes.`);
}
