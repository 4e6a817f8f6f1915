import { describe, expect, test } from 'vitest';
import { HonorsDocument } from '../../src/generated/operations/graphql.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { LARGEST_PAGE } from '../../src/platform/keyset.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

interface Honored {
  honors: { year: number; awardGrants: { grantedOn: string; citation: string | null }[] }[];
}

/** Who can be honored: a new one of each, as the model, its id and the key of a grant. */
const RECIPIENTS = {
  Organization: async () => ({ organizationId: (await app.organization()).id }),
  Person: async () => ({ personId: (await app.person()).id }),
  Project: async () => ({ projectId: (await app.project()).id }),
  Studio: async () => ({ studioId: (await app.studio()).id }),
};
type Kind = keyof typeof RECIPIENTS;
const KINDS = Object.keys(RECIPIENTS) as Kind[];

async function honors(model: Kind, id: string) {
  const { data, errors } = await app.ask<{ node: Honored }>(
    `query ($id: ID!) { node(id: $id) { ... on ${model} { honors { year awardGrants { grantedOn citation } } } } }`,
    { id: globalId(model, id) },
  );
  expect(errors).toBeUndefined();
  return data!.node.honors;
}

async function recipient(model: Kind) {
  const to = await RECIPIENTS[model]();
  const granted = (day: string, more: object = {}) =>
    app.awardGrant({ ...to, grantedOn: new Date(day), citation: `示例${day}`, ...more });
  return { id: Object.values(to)[0]!, granted };
}

describe.each(KINDS)('the honors of %s', (model) => {
  test('are those in force, by years, the latest year and day first', async () => {
    const { id, granted } = await recipient(model);
    await granted('2023-05-01');
    await granted('2025-12-31');
    await granted('2025-01-01');
    await granted('2024-05-01', { status: 'REVOKED' });
    await granted('2023-04-28', { status: 'REVOKED' });
    const grant = (day: string) => ({ grantedOn: day, citation: `示例${day}` });
    expect(await honors(model, id)).toEqual([
      { year: 2025, awardGrants: [grant('2025-12-31'), grant('2025-01-01')] },
      { year: 2023, awardGrants: [grant('2023-05-01')] },
    ]);
  });

  test('are none where nothing was given', async () => {
    expect(await honors(model, (await recipient(model)).id)).toEqual([]);
  });

  test('are none where all was revoked', async () => {
    const { id, granted } = await recipient(model);
    await granted('2025-05-01', { status: 'REVOKED' });
    expect(await honors(model, id)).toEqual([]);
  });
});

test('an organization has also the honors of its teams', async () => {
  const { id, granted } = await recipient('Organization');
  await granted('2025-05-01', { teamName: '示例一班' });
  expect(await honors('Organization', id)).toEqual([
    { year: 2025, awardGrants: [{ grantedOn: '2025-05-01', citation: '示例2025-05-01' }] },
  ]);
});

test('the latest 100 are told', async () => {
  const { id, granted } = await recipient('Person');
  const { id: awardTypeId } = await app.awardType();
  const day = (n: number) => new Date(Date.UTC(2000, n, 1)).toISOString().slice(0, 10);
  for (let n = 0; n < LARGEST_PAGE + 5; n++) await granted(day(n), { awardTypeId });
  const told = (await honors('Person', id)).flatMap(({ awardGrants }) => awardGrants);
  expect(told.map(({ grantedOn }) => grantedOn)).toEqual(
    Array.from({ length: LARGEST_PAGE }, (_, n) => day(LARGEST_PAGE + 4 - n)),
  );
});

test('the honors of many people are one statement, and one more for what leads on from them', async () => {
  for (let n = 0; n < 6; n++) await (await recipient('Person')).granted('2025-05-01');
  const read = (selection: string) =>
    app.statements(() => app.client.request(`{ people(first: 50) { nodes { honors ${selection} } } }`));
  expect(await read('{ year awardGrants { grantedOn } }')).toHaveLength(2);
  expect(await read('{ year awardGrants { awardType { name } decision { docNo } } }')).toHaveLength(4);
});

test('a frontend shows the honors of a person and of a studio', async () => {
  const { id: regionId, code } = await app.region({ name: '示例市' });
  const employer = await app.organization({ name: '示例公司', regionId });
  const person = await app.person({ name: '示例张三', employerId: employer.id });
  const studio = await app.studio({ name: '示例工作室', employerId: employer.id, leadId: person.id });
  await app.studioTitle({ studioId: studio.id, level: 'COUNTY' });
  const medal = { name: '示例奖章', nameEn: 'Example medal', level: 'MUNICIPAL' } as const;
  const given = async (docNo: string, to: object) =>
    app.awardGrant({ ...to, regionId, decisionId: (await app.decision({ docNo })).id });
  const [toPerson, toStudio] = [
    await app.awardType({ ...medal, recipientKind: 'PERSON' }),
    await app.awardType({ ...medal, recipientKind: 'STUDIO' }),
  ];
  await given('示例〔2025〕901号', { personId: person.id, awardTypeId: toPerson.id, certificateNo: '示例1' });
  await given('示例〔2025〕902号', { studioId: studio.id, awardTypeId: toStudio.id });

  const honor = (docNo: string, certificateNo: string | null) => ({
    awardType: medal,
    grantedOn: '2025-05-01',
    certificateNo,
    region: { name: '示例市' },
    decision: { docNo },
  });
  expect(await app.client.request(HonorsDocument, { region: code! })).toEqual({
    people: {
      nodes: [
        {
          person: {
            name: '示例张三',
            isDemo: false,
            employer: { name: '示例公司' },
            ledStudios: { nodes: [{ name: '示例工作室', level: 'COUNTY' }] },
            honors: [{ year: 2025, awardGrants: [honor('示例〔2025〕901号', '示例1')] }],
          },
        },
      ],
    },
    studios: {
      nodes: [
        {
          studio: {
            name: '示例工作室',
            isDemo: false,
            level: 'COUNTY',
            lead: { name: '示例张三' },
            honors: [{ year: 2025, awardGrants: [honor('示例〔2025〕902号', null)] }],
          },
        },
      ],
    },
  });
});
