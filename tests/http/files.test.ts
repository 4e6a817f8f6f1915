import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS, LARGEST_FILE } from '../../src/features/enclosures/rules.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { startSharedApp } from '../kit/app.ts';
import { people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { fileOf, getFile, PDF, sendIn, sha256, streamed, zip } from '../kit/uploads.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const person = people(app, signIn);
const { id: organizationId } = await app.organization();
const someone = await person({ role: 'UNIT_OFFICER', organizationId });
const other = await person({ role: 'UNIT_OFFICER', organizationId });

const stored = async () =>
  (await readdir(app.folder, { recursive: true })).filter((name) => name.length > 60);
const incoming = () => readdir(join(app.folder, 'incoming')).catch(() => []);
const refused = ({ status, body }: Awaited<ReturnType<typeof sendIn>>) => [
  status,
  body.errors?.[0]?.extensions.code,
];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const FILES: Record<string, [name: string, content: Buffer]> = {
  'application/pdf': ['示例.pdf', PDF],
  'application/ofd': ['示例.OFD', zip('OFD.xml', 'Doc_0/Document.xml')],
  [`${OFFICE}.wordprocessingml.document`]: ['示例.docx', zip('[Content_Types].xml', 'word/document.xml')],
  [`${OFFICE}.spreadsheetml.sheet`]: ['示例.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
  [`${OFFICE}.presentationml.presentation`]: ['示例.pptx', zip('ppt/presentation.xml')],
  'image/png': ['示例.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  'image/jpeg': ['示例.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])],
  'text/plain': ['示例.txt', Buffer.from('示例\r\n')],
  'text/csv': ['示例.csv', Buffer.from('\uFEFF单位,人数\n示例,3\n')],
};

describe('a file is taken in', () => {
  test.each(Object.keys(KINDS))('%s, and comes back to the byte, by its name, to be saved', async (type) => {
    const [name, content] = FILES[type]!;
    const { status, body } = await sendIn(app, someone, content, { name, type: `${type}; charset=utf-8` });
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), sha256: sha256(content), size: content.length },
    ]);
    const response = await getFile(app, someone, body.id!);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(response.headers);
    expect([response.status, headers]).toEqual([
      200,
      {
        'accept-ranges': 'none',
        'cache-control': 'private, no-cache',
        connection: 'keep-alive',
        'content-disposition': `attachment; filename="${name.replace('示例', '__')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'content-length': String(content.length),
        'content-security-policy': "sandbox; default-src 'none'",
        'content-type': type,
        etag: `"${sha256(content)}"`,
        'keep-alive': 'timeout=65',
        'referrer-policy': 'no-referrer',
        vary: 'authorization, origin',
        'x-content-type-options': 'nosniff',
      },
    ]);
    expect(await readFile(join(app.folder, sha256(content).slice(0, 2), sha256(content)))).toEqual(content);
    expect(await incoming()).toEqual([]);
  });

  test.each(['示例 (1)\'*"🏗.pdf', 'a;b=c.pdf', '%41.pdf', '文'.repeat(190).concat('.pdf'), 'ｅ́.pdf'])(
    'by the name %j',
    async (name) => {
      const { status, body } = await sendIn(app, someone, PDF, { name });
      expect(status).toBe(201);
      const { data } = await someone.ask(
        'query ($id: ID!) { node(id: $id) { ... on Enclosure { fileName } } }',
        {
          id: body.id,
        },
      );
      expect(data).toEqual({ node: { fileName: name } });
      const disposition = (await getFile(app, someone, body.id!)).headers.get('content-disposition')!;
      expect(decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(disposition)![1]!)).toBe(name);
      expect(/filename="([^"]*)"/.exec(disposition)![1]).toMatch(/^[\w.-]+$/);
    },
  );

  test('of the largest size, in parts, and not of a byte more', async () => {
    const content = Buffer.alloc(LARGEST_FILE, 'a');
    const type = { name: 'a.txt', type: 'text/plain' };
    expect((await sendIn(app, someone, content, type)).body).toMatchObject({ size: LARGEST_FILE });
    expect((await sendIn(app, someone, streamed(content), type)).status).toBe(201);
    const more = Buffer.concat([content, Buffer.from('b')]);
    for (const each of [more, streamed(more)]) {
      expect(refused(await sendIn(app, someone, each, type))).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    }
    expect(await incoming()).toEqual([]);
    expect(await stored()).not.toContain(join(sha256(more).slice(0, 2), sha256(more)));
  });

  test('the same content by twenty at once is one file, and twenty enclosures', async () => {
    const content = Buffer.from('%PDF-twenty');
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => sendIn(app, n % 2 ? someone : other, content)),
    );
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(20);
    expect(await prisma.enclosure.count({ where: { sha256: sha256(content) } })).toBe(20);
    expect((await stored()).filter((name) => name.endsWith(sha256(content)))).toHaveLength(1);
    expect(await incoming()).toEqual([]);
  });
});

describe('a file is not there', () => {
  test('for others, for strangers, and by any other id', async () => {
    const { globalId: id } = await fileOf(app, someone);
    expect((await getFile(app, someone, id)).status).toBe(200);
    for (const [who, each] of [
      [undefined, id],
      [other, id],
      [someone, globalId('Organization', organizationId)],
      [someone, globalId('Enclosure', organizationId)],
      [someone, ''],
      [someone, '../../x'],
      [someone, 'incoming'],
      [someone, '\0'],
      [someone, sha256(PDF)],
    ] as const) {
      const response = await getFile(app, who, each);
      expect([response.status, await response.json()]).toEqual([
        404,
        { errors: [{ message: expect.any(String), extensions: { code: 'NOT_FOUND' } }] },
      ]);
    }
    expect((await fetch(`${app.origin}/files/%E7%A4`)).status).toBe(404);
  });
});

test('a range is not cut out, a HEAD has no body, and what is known is not sent again', async () => {
  const { globalId: id } = await fileOf(app, someone);
  const ranged = await getFile(app, someone, id, { headers: { range: 'bytes=0-1' } });
  expect([ranged.status, (await ranged.arrayBuffer()).byteLength]).toEqual([200, PDF.length]);
  const head = await getFile(app, someone, id, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    String(PDF.length),
    '',
  ]);
  const known = { headers: { 'if-none-match': head.headers.get('etag')! } };
  expect((await getFile(app, someone, id, known)).status).toBe(304);
  // To know the file is not to see it.
  expect((await getFile(app, other, id, known)).status).toBe(404);
});

test('other methods are refused, with those that are taken', async () => {
  for (const [path, allow] of [
    ['/files', 'POST, OPTIONS'],
    ['/files/x', 'GET, HEAD, OPTIONS'],
  ] as const) {
    for (const method of ['PUT', 'DELETE', 'PATCH', path === '/files' ? 'GET' : 'POST']) {
      const response = await fetch(app.origin + path, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow]);
    }
    expect((await fetch(app.origin + path, { method: 'OPTIONS' })).status).toBe(204);
  }
});
