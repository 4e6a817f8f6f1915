import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { loaders } from './loaders.js';
import { resolvers } from './resolvers.js';

const schema = ['schema', 'awards', 'standings'].map((name) =>
  readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'),
);

const app = Fastify({ logger: false });

app.register(mercurius, {
  schema,
  resolvers,
  loaders,
  // Compiles an operation when it comes the first time; parsed and validated documents are kept as well.
  jit: 1,
  cache: true,
  graphiql: false,
});

process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
