import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../src/platform/root.ts';
import { startSharedApp } from './kit/app.ts';
import { compact } from './kit/compact.ts';

const BEGIN = '<!-- made by tests/tour.test.ts, which compares; UPDATE_TOUR=1 npm test writes it anew -->\n';
const END = '<!-- end of the tour -->';

/** Operations that a frontend and a partner would start with, with variables that keep their answers short. */
const STOPS: readonly (readonly [file: string, variables: object])[] = [
  ['11-studios', { first: 1 }],
  ['12-competition', { first: 1 }],
  ['13-project', {}],
  ['14-charts', { region: '370614' }],
  ['15-honors', {}],
  ['16-register', { types: ['ENTERPRISE'], isDemo: true, first: 1 }],
  ['17-grants', { first: 1 }],
  ['18-revoked', { first: 1 }],
  [
    '19-recorded',
    { includeDemo: true, indicators: ['innovation_studio.county_plus', 'mentor_pair.registered'] },
  ],
  ['20-awards', { text: '全国工人先锋号' }],
];

const app = await startSharedApp('demo');

test('the tour in the README is what the server answers', async () => {
  const readme = readFileSync(inProject('README.md'), 'utf8');
  const [before = '', rest = ''] = readme.split(BEGIN);
  const after = rest.slice(rest.indexOf(END));
  const stops: string[] = [];
  for (const [file, variables] of STOPS) stops.push(await stop(file, variables));
  const tour = `${before}${BEGIN}\n${stops.join('\n')}\n${after}`;
  if (process.env.UPDATE_TOUR) writeFileSync(inProject('README.md'), tour);
  else expect(readme).toBe(tour);
});

async function stop(file: string, variables: object): Promise<string> {
  const path = `schema/operations/${file}.graphql`;
  const text = readFileSync(inProject(path), 'utf8');
  const says = text
    .match(/^(# .*\n)+/)![0]
    .replaceAll('# ', '')
    .trimEnd();
  const { data, errors } = await app.ask(text, variables);
  expect(errors).toBeUndefined();
  const name = /^query (\w+)/m.exec(text)![1];
  const given = Object.keys(variables).length > 0 ? ` with \`${JSON.stringify(variables)}\`` : '';
  return `**${name}** (\`${path}\`${given}). ${says}\n\n\`\`\`json\n${compact(settled(data))}\n\`\`\`\n`;
}

/** The answer without its cursors: they hold ids, which databases have others of. */
function settled(data: unknown): unknown {
  const text = JSON.stringify(data, (key, value) => (/cursor$/i.test(key) && value !== null ? '…' : value));
  return JSON.parse(text);
}
