import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

test.each(serverAudits({ url: app.url }).map((audit) => ({ audit, id: audit.id, name: audit.name })))(
  'GraphQL over HTTP $id: $name',
  async ({ audit }) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({
      status: 'ok',
      reason: undefined,
    });
  },
);
