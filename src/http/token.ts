import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { SignInUnavailableError, UnauthenticatedError } from '../platform/errors.ts';

/** A sign-in service whose tokens are taken. */
export interface SignIn {
  readonly issuer: string;
  readonly audience: string;
  /** Where it publishes its keys. */
  readonly jwksUrl: string;
}

/** Signatures of key pairs alone: whoever can check a token cannot make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const TOLERANCE = 60;
const PATIENCE = 4000;
const LONGEST_SUBJECT = 255;
/** What jose throws when it is the service that fails and not the token. */
const OUTAGES: ReadonlySet<string> = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Makes what reads the subject of a token that the service signed, for us, and that is valid now. */
export function verifier({ issuer, audience, jwksUrl }: SignIn) {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: PATIENCE });
  return async (token: string, now: Date): Promise<string> => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: TOLERANCE,
      currentDate: now,
      requiredClaims: ['sub', 'exp'],
    }).catch((error: unknown) => {
      throw told(error);
    });
    const { sub } = payload;
    if (typeof sub !== 'string' || !isText(sub)) throw new UnauthenticatedError('The token names nobody.');
    return sub;
  };
}

function isText(subject: string): boolean {
  const { length } = subject;
  return length > 0 && length <= LONGEST_SUBJECT && subject.isWellFormed() && !subject.includes('\0');
}

function told(error: unknown): Error {
  if (!(error instanceof errors.JOSEError) || OUTAGES.has(error.code)) {
    return new SignInUnavailableError({ cause: error });
  }
  const isLate = error instanceof errors.JWTExpired;
  return new UnauthenticatedError(isLate ? 'The token has expired.' : 'The token is not valid here.');
}
