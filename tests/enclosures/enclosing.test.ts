import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepEnclosures, sweepFolder } from '../../src/features/enclosures/worker.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { applying, does, entry, land } from '../entries/land.ts';
import { NOON, startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { startSignIn } from '../kit/signIn.ts';
import { fileOf, getFile } from '../kit/uploads.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const { prisma } = app.db;
const here = await land(app, signIn);
const { unit, colleague, unit2, county, county2, municipal, admin } = here.everyone;
const { id: competitionId } = await applying(app, here);
const of = { competitionId, applicantId: here.unit.id, regionId: here.county.id };

const enclosedWith = async (entryId: string) =>
  (await prisma.enclosure.findMany({ where: { entryId }, orderBy: { id: 'asc' } })).map(({ id }) => id);
const invalid = (...path: string[]) => ({ error: 'InvalidError', code: 'INVALID', path });
let counter = 0;
const pdf = (text = String(++counter)) => Buffer.from(`%PDF-1.7 ${text}`);

test('files are enclosed with a draft, by their ids, and listed with it', async () => {
  const [one, other] = [await fileOf(app, unit, pdf()), await fileOf(app, unit, pdf())];
  const made = await entry(
    unit,
    'entryCreate',
    {
      competition: globalId('Competition', competitionId),
      applicant: globalId('Organization', here.unit.id),
      teamName: '示例附件班',
      enclosures: [one.globalId, other.globalId],
    },
    `enclosures { totalCount nodes { id fileName mediaType size sha256 createdAt url uploader { name } entry { id } } }`,
  );
  const node = (each: typeof one) => ({
    id: each.globalId,
    fileName: '示例.pdf',
    mediaType: 'application/pdf',
    size: 10,
    sha256: each.sha256,
    createdAt: NOON.toISOString(),
    url: `/files/${encodeURIComponent(each.globalId)}`,
    uploader: { name: expect.any(String) },
    entry: { id: made.id },
  });
  expect(made.enclosures).toEqual({ totalCount: 2, nodes: [node(one), node(other)] });
  const changes = await prisma.changeEvent.findMany({ where: { entityId: one.id }, orderBy: { seq: 'asc' } });
  expect(changes.map(({ action, operation, actorUserId }) => [action, operation, actorUserId])).toEqual([
    ['fileSend', 'CREATED', unit.id],
    ['entryCreate', 'UPDATED', unit.id],
  ]);
});

test('an update encloses exactly these: colleagues’ stay, others are taken out, and nothing changes unless told', async () => {
  const { id } = await app.entry(of);
  const files = [await fileOf(app, unit, pdf()), await fileOf(app, unit, pdf())];
  const [one, other] = files as [(typeof files)[0], (typeof files)[0]];
  await does(app, unit, 'Update', id, { enclosures: [one.globalId, other.globalId, one.globalId] });
  expect(await enclosedWith(id)).toEqual([one.id, other.id].toSorted());
  await does(app, colleague, 'Update', id, { headcount: 5 });
  expect(await enclosedWith(id)).toHaveLength(2);
  const third = await fileOf(app, colleague, pdf());
  await does(app, colleague, 'Update', id, { enclosures: [third.globalId, one.globalId] });
  expect(await enclosedWith(id)).toEqual([one.id, third.id].toSorted());
  expect(await prisma.enclosure.findUnique({ where: { id: other.id } })).toMatchObject({ entryId: null });
  await does(app, unit, 'Update', id, { enclosures: [] });
  expect(await enclosedWith(id)).toEqual([]);
});

test('what somebody else sent in, or is enclosed elsewhere, is refused, and nothing changes', async () => {
  const [first, second] = [await app.entry(of), await app.entry(of)];
  const own = await fileOf(app, unit, pdf());
  const others = await fileOf(app, unit2, pdf());
  await does(app, unit, 'Update', first.id, { enclosures: [own.globalId] });
  const update = (enclosures: string[]) => does(app, unit, 'Update', second.id, { enclosures });
  expect(await update([own.globalId])).toEqual(invalid('enclosures', '0'));
  expect(await update([others.globalId])).toEqual({
    error: 'NotFoundError',
    code: 'NOT_FOUND',
    path: ['enclosures', '0'],
    type: 'Enclosure',
  });
  // ADMIN sees it all the same.
  const asAdmin = await does(app, admin, 'Update', second.id, { enclosures: [others.globalId] });
  expect(asAdmin).toEqual(invalid('enclosures', '0'));
  expect(
    await update(
      Array.from({ length: 21 }, (_, n) =>
        globalId('Enclosure', `00000000-0000-7000-8000-0000000000${n + 10}`),
      ),
    ),
  ).toEqual(invalid('enclosures'));
  expect([await enclosedWith(first.id), await enclosedWith(second.id)]).toEqual([[own.id], []]);
  expect(await prisma.entry.findUnique({ where: { id: second.id } })).toMatchObject({ version: 1 });
});

test('one file for two entries at once: one has it', async () => {
  const [first, second] = [await app.entry(of), await app.entry(of)];
  const own = await fileOf(app, unit, pdf());
  const both = await Promise.all(
    [first, second].map(({ id }) => does(app, unit, 'Update', id, { enclosures: [own.globalId] })),
  );
  expect(both.filter((each) => 'error' in each)).toHaveLength(1);
  expect((await enclosedWith(first.id)).length + (await enclosedWith(second.id)).length).toBe(1);
});

test('whoever sees the entry sees what is enclosed, and nobody else: in lists, by id and as a file', async () => {
  const { id } = await app.entry({ ...of, status: 'SUBMITTED' });
  const file = await fileOf(app, unit, pdf());
  await prisma.enclosure.update({ where: { id: file.id }, data: { entryId: id } });
  const query = `query ($file: ID!, $entry: ID!) { file: node(id: $file) { id }
    entry: node(id: $entry) { ... on Entry { enclosures { totalCount } } } }`;
  const variables = { file: file.globalId, entry: globalId('Entry', id) };
  for (const [who, sees] of [
    [unit, true],
    [colleague, true],
    [county, true],
    [municipal, true],
    [unit2, false],
    [county2, false],
  ] as const) {
    const { data } = await who.ask(query, variables);
    expect(data).toEqual(
      sees
        ? { file: { id: file.globalId }, entry: { enclosures: { totalCount: 1 } } }
        : { file: null, entry: null },
    );
    expect((await getFile(app, who, file.globalId)).status).toBe(sees ? 200 : 404);
  }
  expect((await getFile(app, undefined, file.globalId)).status).toBe(404);
  await prisma.entry.update({
    where: { id },
    data: { status: 'APPROVED', entryNo: '2026-9999', approvedAt: NOON, step: 1 },
  });
  expect((await getFile(app, undefined, file.globalId)).status).toBe(200);
});

test('what nobody enclosed within a day is swept, with the file unless others sent in the same', async () => {
  await prisma.enclosure.deleteMany({ where: { entryId: null } });
  const { id } = await app.entry(of);
  const [kept, gone, twice] = [pdf('kept'), pdf('gone'), pdf('twice')];
  const enclosed = await fileOf(app, unit, kept);
  await does(app, unit, 'Update', id, { enclosures: [enclosed.globalId] });
  const loose = [
    await fileOf(app, unit, kept),
    await fileOf(app, unit, gone),
    await fileOf(app, unit, twice),
  ];
  await prisma.enclosure.updateMany({ data: { createdAt: new Date(NOON.getTime() - 25 * 3_600_000) } });
  const young = await fileOf(app, unit2, twice);

  expect(await sweepFolder(callOf(app), app.files)).toBe(true);
  expect(await sweepEnclosures(callOf(app), app.files)).toBe(3);
  const left = (await prisma.enclosure.findMany()).map((each) => each.id);
  expect(loose.filter((each) => left.includes(each.id))).toEqual([]);
  expect([enclosed.id, young.id].filter((each) => !left.includes(each))).toEqual([]);
  const files = await readdir(app.folder, { recursive: true });
  const stored = (sha256: string) => files.includes(join(sha256.slice(0, 2), sha256));
  expect([enclosed, loose[1]!, young].map(({ sha256 }) => stored(sha256))).toEqual([true, false, true]);
  expect(await sweepFolder(callOf(app), app.files)).toBe(false);
  expect(await sweepEnclosures(callOf(app), app.files)).toBe(0);
});
