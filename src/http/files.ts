import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../platform/actor.ts';
import type { Call } from '../platform/call.ts';
import { type Files, StorageError } from '../platform/files.ts';
import type { Logger } from '../platform/log.ts';
import { answer, refuse } from './answer.ts';
import { sendFile } from './download.ts';
import { RefusedUpload, takeFile } from './upload.ts';

export interface FileRoutes {
  readonly files: Files;
  readonly log: Logger;
  readonly callOf: (actor: Actor, requestId: string) => Call;
}

/** POST /files takes one in, GET /files/<id> gives it to those who see what it is enclosed with. */
export function fileRoutes({ files, log, callOf }: FileRoutes) {
  return async (request: IncomingMessage, response: ServerResponse, actor: Actor): Promise<void> => {
    const call = callOf(actor, String(request.headers['x-request-id']));
    const path = request.url!.split('?')[0]!;
    const isOne = path !== '/files';
    const methods = isOne ? ['GET', 'HEAD', 'OPTIONS'] : ['POST', 'OPTIONS'];
    const allow = methods.join(', ');
    if (request.method === 'OPTIONS') return answer(response, 204, { allow });
    if (!methods.includes(request.method!)) {
      response.setHeader('allow', allow);
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', `Here are: ${allow}.`);
    }
    if (isOne) return sendFile(request, response, { files, call, id: path.slice('/files/'.length) });
    try {
      await takeFile(request, response, { files, call });
    } catch (error) {
      if (response.destroyed) return;
      const { status, code, message } = told(error);
      if (status === 503) log.error({ requestId: call.requestId, err: error }, 'a file could not be stored');
      refuse(response, status, code, message);
    } finally {
      // What was not read is forgotten, so that the connection can be used again.
      request.resume();
    }
  };
}

/** @throws the error itself where it is a fault */
function told(error: unknown): Pick<RefusedUpload, 'status' | 'code' | 'message'> {
  if (error instanceof RefusedUpload) return error;
  if (!(error instanceof StorageError)) throw error;
  return {
    status: 503,
    code: 'UNAVAILABLE',
    message: 'The file cannot be stored just now. Try again later.',
  };
}
