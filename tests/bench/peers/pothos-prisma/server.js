import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { builder } from './builder.js';
import { prisma } from './database.js';
import './awards.js';
import './competitions.js';
import './places.js';
import './standings.js';
import './stateOfPlay.js';
import './studios.js';
import './queries.js';

const yoga = createYoga({
  schema: builder.toSchema(),
  graphiql: false,
  landingPage: false,
  logging: false,
});

await prisma.$connect();
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1');
