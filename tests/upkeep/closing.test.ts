import { describe, expect, test } from 'vitest';
import { id, outcome, refusal, startScene } from './scene.ts';

const { app, here, officers } = await startScene();
const { prisma } = app.db;
const { county } = officers;
const unit = (data = {}) => app.organization({ regionId: here.county.id, ...data });
const merge = (one: { id: string }, into: { id: string }, more = {}) => ({
  id: id('Organization', one),
  version: 1,
  into: id('Organization', into),
  ...more,
});
const close = (one: { id: string }, more = {}) => ({
  id: id('Organization', one),
  version: 1,
  opinion: '示例原因',
  ...more,
});

describe('is closed', () => {
  test('with a reason, on a day that has come and follows its first', async () => {
    const one = await unit({ validFrom: new Date('2020-01-01') });
    const refused = [
      [{ opinion: ' ' }, 'OPINION_REQUIRED'],
      [{ validTo: '2026-05-02' }, 'INVALID'],
      [{ validTo: '2020-01-01' }, 'INVALID'],
    ] as const;
    for (const [more, code] of refused) {
      expect(await outcome(county, 'organizationClose', close(one, more))).toBe(code);
    }
    expect(await outcome(county, 'organizationClose', close(one))).toBe('done');
    expect(await outcome(county, 'organizationClose', close(one, { version: 2 }))).toBe('INVALID_STATE');
    const input = { name: '示例人员', employer: id('Organization', one) };
    expect(await outcome(county, 'personCreate', input)).toBe('ORGANIZATION_ENDED');
  });

  test('when nothing that exists lies under it any more', async () => {
    const one = await unit();
    const below = await unit({ parentId: one.id });
    await unit({ type: 'GRASSROOTS_UNION', employerId: one.id });
    const facts = '... on OrganizationInUseError { below }';
    expect(await refusal(county, 'organizationClose', close(one), facts)).toMatchObject({
      code: 'ORGANIZATION_IN_USE',
      below: 2,
    });
    expect(await outcome(county, 'organizationClose', close(below))).toBe('done');
  });
});

describe('at once', () => {
  const both = async (...work: Promise<string>[]) => (await Promise.all(work)).toSorted();

  test('twenty editors of one version: one', async () => {
    const one = id('Organization', await unit());
    const outcomes = await both(
      ...Array.from({ length: 20 }, (_, n) =>
        outcome(county, 'organizationUpdate', { id: one, version: 1, shortName: `示例${n}` }),
      ),
    );
    expect(outcomes).toEqual([...Array(19).fill('CONFLICT'), 'done']);
  });

  test('two that merge into each other: one', async () => {
    const [one, other] = [await unit(), await unit()];
    const outcomes = await both(
      outcome(county, 'organizationMerge', merge(one, other)),
      outcome(county, 'organizationMerge', merge(other, one)),
    );
    expect(outcomes).toHaveLength(2);
    expect(outcomes.filter((each) => each === 'done')).toEqual(['done']);
  });

  test('one that is closed while another is put under it: one', async () => {
    const one = await unit();
    const below = {
      name: '示例下级',
      type: 'ENTERPRISE',
      region: id('Region', here.county),
      parent: id('Organization', one),
    };
    const outcomes = await both(
      outcome(county, 'organizationClose', close(one)),
      outcome(county, 'organizationCreate', below),
    );
    expect(outcomes.filter((each) => each === 'done')).toEqual(['done']);
  });

  test('somebody who is entered while their employer is merged works for the successor', async () => {
    const [one, other] = [await unit(), await unit()];
    await both(
      outcome(county, 'organizationMerge', merge(one, other)),
      ...Array.from({ length: 5 }, () =>
        outcome(county, 'personCreate', { name: '示例人员', employer: id('Organization', one) }),
      ),
    );
    expect(await prisma.person.count({ where: { employerId: one.id } })).toBe(0);
  });
});
