import { chmod, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_LOOSE } from '../../src/features/enclosures/rules.ts';
import { startSharedApp } from '../kit/app.ts';
import { people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { PDF, sendIn, sha256, zip } from '../kit/uploads.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const person = people(app, signIn);
const { id: organizationId } = await app.organization();
const someone = await person({ role: 'UNIT_OFFICER', organizationId });

const stored = async () =>
  (await readdir(app.folder, { recursive: true })).filter((name) => name.length > 60);
const incoming = () => readdir(join(app.folder, 'incoming')).catch(() => []);
const refused = ({ status, body }: Awaited<ReturnType<typeof sendIn>>) => [
  status,
  body.errors?.[0]?.extensions.code,
];
const OFFICE = 'application/vnd.openxmlformats-officedocument';

describe('a file is refused, and nothing of it stays', () => {
  const [docx, xlsx] = [`${OFFICE}.wordprocessingml.document`, `${OFFICE}.spreadsheetml.sheet`];
  test.each<[string, Buffer, Record<string, string>, number, string]>([
    ['that is empty', Buffer.alloc(0), {}, 400, 'BAD_REQUEST'],
    ['of another type than it says', Buffer.from('<html>'), {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['that begins like a PDF too late', Buffer.from(' %PDF-'), {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['shorter than its mark', Buffer.from('%P'), {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['whose name ends otherwise', PDF, { name: 'a.exe' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'of a type that is not taken',
      PDF,
      { name: 'a.html', type: 'text/html' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['of no type', PDF, { type: '' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['by a key of Object', PDF, { type: 'constructor' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'that is a workbook',
      zip('xl/workbook.xml'),
      { name: 'a.docx', type: docx },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'with macros',
      zip('xl/workbook.xml', 'xl/vbaProject.bin'),
      { name: 'a.xlsx', type: xlsx },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'with NUL in text',
      Buffer.from('a\0b'),
      { name: 'a.txt', type: 'text/plain' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['that is compressed on its way', PDF, { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ...[
      '',
      'a',
      '.pdf',
      'a.',
      '../../x.pdf',
      '..\\x.pdf',
      '/etc/x.pdf',
      'a\0.pdf',
      'a\n.pdf',
      ' a.pdf',
      'a.pdf ',
      'a\u202Efdp.pdf',
      `${'a'.repeat(197)}.pdf`,
    ].map((name): [string, Buffer, Record<string, string>, number, string] => [
      `by the name ${JSON.stringify(name)}`,
      PDF,
      { name },
      400,
      'BAD_REQUEST',
    ]),
    ['by a name with a wrong percent escape', PDF, { 'x-file-name': '%E7%A4.pdf' }, 400, 'BAD_REQUEST'],
    ['without a name', PDF, { 'x-file-name': '' }, 400, 'BAD_REQUEST'],
  ])('%s', async (_, content, more, status, code) => {
    const before = [await prisma.enclosure.count(), await stored()];
    expect(refused(await sendIn(app, someone, content, more))).toEqual([status, code]);
    expect([await prisma.enclosure.count(), await stored()]).toEqual(before);
    expect(await incoming()).toEqual([]);
  });

  test('from strangers, from who never had a role, and from partners', async () => {
    expect(refused(await sendIn(app, undefined))).toEqual([401, 'UNAUTHENTICATED']);
    expect(refused(await sendIn(app, { token: 'x' }))).toEqual([401, 'UNAUTHENTICATED']);
    expect(refused(await sendIn(app, { token: await signIn.token('nobody') }))).toEqual([403, 'FORBIDDEN']);
  });

  test('while too many of one person are enclosed with nothing', async () => {
    const eager = await person({ role: 'UNIT_OFFICER', organizationId });
    await prisma.enclosure.createMany({
      data: Array.from({ length: MOST_LOOSE }, () => ({
        uploaderId: eager.id,
        fileName: '示例.pdf',
        mediaType: 'application/pdf',
        size: 1,
        sha256: '0'.repeat(64),
      })),
    });
    expect(refused(await sendIn(app, eager, Buffer.from('%PDF-eager')))).toEqual([429, 'TOO_MANY_FILES']);
    expect((await stored()).filter((name) => name.endsWith(sha256(Buffer.from('%PDF-eager'))))).toEqual([]);
  });

  test('of which half arrives', async () => {
    const socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
    const head = `POST /files HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${someone.token}\r\nx-file-name: half.pdf\r\ncontent-type: application/pdf\r\ncontent-length: 100\r\n\r\n%PDF-half`;
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    await expect.poll(incoming).toHaveLength(1);
    socket.destroy();
    await expect.poll(incoming).toEqual([]);
    expect(await prisma.enclosure.count({ where: { fileName: 'half.pdf' } })).toBe(0);
  });
});

test('a connection can be used again after a file that was too large', async () => {
  const socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
  let read = '';
  socket.setEncoding('utf8').on('data', (text: string) => (read += text));
  const head = `POST /files HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${someone.token}\r\nx-file-name: a.txt\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n`;
  socket.write(head);
  const part = 'a'.repeat(1_000_000);
  for (let n = 0; n < 30; n++) socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
  socket.write('0\r\n\r\nGET /health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
  await new Promise((resolve) => socket.once('close', resolve));
  expect([...read.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['413', '200']);
});

test.runIf(process.getuid?.() !== 0)(
  'a folder that cannot be written is told of, without its path',
  async () => {
    await chmod(join(app.folder, 'incoming'), 0o500);
    const { status, text } = await sendIn(app, someone);
    await chmod(join(app.folder, 'incoming'), 0o700);
    expect([status, text.includes(app.folder)]).toEqual([503, false]);
  },
);
