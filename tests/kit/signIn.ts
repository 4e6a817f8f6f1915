import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll } from 'vitest';
import { NOON } from './app.ts';

export const ISSUER = 'https://id.example/';
export const AUDIENCE = 'jiangong';
const HOUR = 3600;

/** A sign-in service for all tests of a file: its keys behind a URL, and what it signs. */
export async function startSignIn() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'ES256' }];
  const service = { isDown: false };
  const server = createServer((_request, response) => {
    response.statusCode = service.isDown ? 500 : 200;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => void server.close());
  const noon = NOON.getTime() / 1000;

  return {
    service,
    publicKey,
    privateKey,
    authentication: {
      signIn: {
        issuer: ISSUER,
        audience: AUDIENCE,
        jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
      },
    },
    /** A token of an hour from noon on, unless its claims say otherwise. */
    token: (subject: string, claims: JWTPayload = {}, key: Parameters<SignJWT['sign']>[0] = privateKey) =>
      new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: subject, iat: noon, exp: noon + HOUR, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'key' })
        .sign(key),
  };
}

export type SignedIn = Awaited<ReturnType<typeof startSignIn>>;
