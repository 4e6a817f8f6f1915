import { describe, expect, test } from 'vitest';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, officers } = await startScene();
const { prisma } = app.db;
const { committeeOffice, admin } = officers;

describe('a committee', () => {
  const office = id('Organization', here.unit);
  const committee = {
    name: '示例劳动竞赛委员会',
    level: 'COUNTY',
    region: id('Region', here.county),
    office,
  };
  const make = async (more = {}) => {
    const { committee: made } = await committeeOffice.does(
      'committeeCreate',
      { ...committee, ...more },
      '... on CommitteeCreatePayload { committee { id docPrefix validFrom validTo version } }',
    );
    return made as { id: string };
  };

  test('is entered, and ends with the seats that are taken', async () => {
    const made = await make({ docPrefix: ' 示劳赛委 ', validFrom: '2020-01-01' });
    expect(made).toEqual({
      id: expect.any(String),
      docPrefix: '示劳赛委',
      validFrom: '2020-01-01',
      validTo: null,
      version: 1,
    });
    const seat = { committee: made.id, organization: office, post: 'MEMBER', validFrom: '2021-01-01' };
    const person = id('Person', await app.person({ employerId: here.unit.id }));
    for (const each of [seat, { ...seat, person }, { ...seat, post: 'LIAISON' }]) {
      expect(await outcome(committeeOffice, 'committeeMemberAdd', each)).toBe('done');
      expect(await outcome(committeeOffice, 'committeeMemberAdd', each)).toBe('SEAT_TAKEN');
    }
    const late = { id: made.id, version: 1, validTo: '2021-01-01' };
    expect(await refusal(committeeOffice, 'committeeEnd', late)).toMatchObject({
      code: 'INVALID',
      path: ['validTo'],
    });
    const ended = await committeeOffice.does(
      'committeeEnd',
      { id: made.id, version: 1, opinion: '换届' },
      `... on CommitteeEndPayload { committee { validTo version seatsTaken members { nodes { validTo version } }
        events { nodes { action opinion } } } }`,
    );
    expect(ended.committee).toEqual({
      validTo: '2026-05-01',
      version: 2,
      seatsTaken: 0,
      members: { nodes: Array(3).fill({ validTo: '2026-05-01', version: 2 }) },
      events: {
        nodes: [
          { action: 'CREATE', opinion: null },
          { action: 'END', opinion: '换届' },
        ],
      },
    });
    expect(await outcome(committeeOffice, 'committeeEnd', { id: made.id, version: 2 })).toBe('ALREADY_ENDED');
    expect(await outcome(committeeOffice, 'committeeMemberAdd', seat)).toBe('ALREADY_ENDED');
  });

  test('is refused with a beginning that no document number has', async () => {
    const input = { ...committee, docPrefix: '示 1' };
    expect(await refusal(committeeOffice, 'committeeCreate', input)).toMatchObject({
      code: 'INVALID',
      path: ['docPrefix'],
    });
  });

  test('real ones seat nobody from the demonstration', async () => {
    const { id: made } = await make();
    const demo = await app.organization({ isDemo: true });
    const input = { committee: made, organization: id('Organization', demo), post: 'MEMBER' };
    expect(await refusal(committeeOffice, 'committeeMemberAdd', input)).toMatchObject({
      code: 'INVALID',
      path: ['organization'],
    });
  });

  test('a term ends on a day to come, and another begins on it', async () => {
    const { id: made } = await make();
    const seat = { committee: made, organization: office, post: 'DIRECTOR' };
    await committeeOffice.does('committeeMemberAdd', seat);
    const { id: local } = await prisma.committeeMember.findFirstOrThrow({ where: { post: 'DIRECTOR' } });
    const one = { id: id('CommitteeMember', { id: local }), version: 1 };
    expect(await outcome(committeeOffice, 'committeeMemberUpdate', { ...one, post: 'OFFICE_HEAD' })).toBe(
      'done',
    );
    expect(
      await outcome(committeeOffice, 'committeeMemberEnd', { ...one, version: 2, validTo: '2026-07-01' }),
    ).toBe('done');
    const next = { ...seat, post: 'OFFICE_HEAD' };
    expect(await outcome(committeeOffice, 'committeeMemberAdd', next)).toBe('SEAT_TAKEN');
    expect(await outcome(committeeOffice, 'committeeMemberAdd', { ...next, validFrom: '2026-07-01' })).toBe(
      'done',
    );
  });
});

describe('an award', () => {
  const award = {
    code: 'example.upkeep',
    name: '示例奖',
    nameEn: 'Example award',
    level: 'COUNTY',
    recipientKind: 'PERSON',
  };
  const make = (more: object) =>
    admin.does(
      'awardTypeCreate',
      { ...award, ...more },
      '... on AwardTypeCreatePayload { awardType { id } } ... on Error { code path }',
    );

  test('is a row for each time its rules held', async () => {
    const { awardType: first } = await make({});
    const { id: one } = first as { id: string };
    const facts = '... on AwardTypeOverlapError { awardType { id } }';
    const input = { ...award, validFrom: '2026-06-01' };
    expect(await refusal(admin, 'awardTypeCreate', input, facts)).toMatchObject({
      code: 'AWARD_TYPE_OVERLAP',
      path: ['code'],
      awardType: { id: one },
    });
    expect(await outcome(admin, 'awardTypeEnd', { id: one, version: 1, validTo: '2026-06-01' })).toBe('done');
    expect(await outcome(admin, 'awardTypeEnd', { id: one, version: 2 })).toBe('ALREADY_ENDED');
    expect(await outcome(admin, 'awardTypeCreate', input)).toBe('done');
  });

  test('that is a commendation has its approved item, also later', async () => {
    const item = { code: 'example.commendation', nature: 'COMMENDATION' };
    expect(await make(item)).toMatchObject({ code: 'INVALID', path: ['approvedItemRef'] });
    const { awardType } = await make({ ...item, approvedItemRef: '示例表彰项目' });
    const change = { ...(awardType as { id: string }), version: 1 };
    expect(await refusal(admin, 'awardTypeUpdate', { ...change, approvedItemRef: null })).toMatchObject({
      code: 'INVALID',
      path: ['approvedItemRef'],
    });
    expect(await outcome(admin, 'awardTypeUpdate', { ...change, note: '示例' })).toBe('done');
  });

  test('is part of one that is valid as long, and does not end before what it is made of or after it was given', async () => {
    const { awardType } = await make({ code: 'example.whole', validTo: null });
    const { id: whole } = awardType as { id: string };
    expect(await make({ code: 'example.part', parent: whole })).toHaveProperty('awardType');
    expect(await refusal(admin, 'awardTypeEnd', { id: whole, version: 1 })).toMatchObject({
      code: 'INVALID',
      path: ['validTo'],
    });
    const short = await app.awardType({ validTo: new Date('2026-01-01') });
    expect(await make({ code: 'example.long', parent: id('AwardType', short) })).toMatchObject({
      code: 'INVALID',
      path: ['parent'],
    });
    const given = await app.awardType();
    await app.awardGrant({ awardTypeId: given.id, grantedOn: new Date('2026-03-01') });
    const end = { id: id('AwardType', given), version: 1 };
    expect(await outcome(admin, 'awardTypeEnd', { ...end, validTo: '2026-03-01' })).toBe('INVALID');
    expect(await outcome(admin, 'awardTypeEnd', end)).toBe('done');
  });

  test.each([
    [{ code: 'Example' }, 'code'],
    [{ code: 'example.cycle', cycleMonths: 0 }, 'cycleMonths'],
    [{ code: 'example.term', validFrom: '2026-01-01', validTo: '2026-01-01' }, 'validTo'],
    [{ nameEn: '' }, 'nameEn'],
  ])('%j is refused', async (more, path) => {
    expect(await make(more)).toMatchObject({ code: 'INVALID', path: [path] });
  });
});
