import { expect, test } from 'vitest';
import { startSharedApp } from '../kit/app.ts';
import { FIELDS } from './oracle/fields.ts';

const app = await startSharedApp('published');
const region = (name: string) => app.db.prisma.region.findFirstOrThrow({ where: { name } });
const day = new Date('2019-04-01');

/** Where a row of 2019 is made, and how it came there. */
const zone = await region('烟台高新技术产业开发区');
const PLACES = {
  'city that became a district': await region('蓬莱市'),
  'zone without a code': zone,
  'street in the zone': await app.region({ parent: zone, code: null, level: 'TOWNSHIP' }),
  'the city itself': await region('烟台市'),
  'another county': await region('芝罘区'),
};
type Place = keyof typeof PLACES;
const places = Object.keys(PLACES) as Place[];

/** By the code of a region, what is found in it, and with what lies below. */
const FOUND: Record<string, { own: Place[]; below: Place[] }> = {
  370000: { own: [], below: places },
  370600: { own: ['the city itself'], below: places },
  370614: { own: [], below: ['city that became a district'] },
  370684: { own: ['city that became a district'], below: ['city that became a district'] },
  370602: { own: ['another county'], below: ['another county'] },
  370681: { own: [], below: [] },
  610000: { own: [], below: [] },
};

// What the rows refer to belongs to the country as such: so each list has the rows of this test alone.
const country = (await region('全国')).id;
const { id: organizationId } = await app.organization({ regionId: country });
const { id: competitionId } = await app.competition({ status: 'RUNNING', regionId: country });
const { id: decisionId } = await app.decision({ issuerId: organizationId });
const [mentor, apprentice] = [await app.person(), await app.person()];

/** The lists of a region, each with its name at the root and a row for it. */
const LISTS: Record<string, [root: string, make: (regionId: string) => Promise<{ id: string }>]> = {
  organizations: ['organizations', (regionId) => app.organization({ regionId, validFrom: day })],
  decisions: ['decisions', (regionId) => app.decision({ regionId, issuerId: organizationId, issuedOn: day })],
  committees: [
    'committees',
    (regionId) => app.committee({ regionId, officeId: organizationId, validFrom: day }),
  ],
  projects: ['projects', (regionId) => app.project({ regionId, ownerId: organizationId, plannedStart: day })],
  studios: ['studios', (regionId) => app.studio({ regionId, employerId: organizationId, foundedOn: day })],
  innovationGroups: [
    'innovationGroups',
    (regionId) => app.innovationGroup({ regionId, employerId: organizationId, foundedOn: day }),
  ],
  mentorPairs: [
    'mentorPairs',
    (regionId) =>
      app.mentorPair({
        regionId,
        organizationId,
        mentorId: mentor.id,
        apprenticeId: apprentice.id,
        startsOn: day,
      }),
  ],
  results: ['innovationResults', (regionId) => app.result({ regionId, organizationId, completedOn: day })],
  competitions: ['competitions', (regionId) => app.competition({ regionId, status: 'RUNNING', year: 2019 })],
  entries: [
    'entries',
    async (regionId) => {
      const { id: projectId } = await app.project({ regionId: country, ownerId: organizationId });
      return app.entry({
        regionId,
        status: 'APPROVED',
        competitionId,
        projectId,
        applicantId: organizationId,
      });
    },
  ],
  awardGrants: [
    'awardGrants',
    (regionId) => app.awardGrant({ regionId, decisionId, personId: mentor.id, grantedOn: day }),
  ],
};

test('every list of a region that reaches further down is tried', () => {
  const lists = FIELDS.filter(({ type, hasDescendants }) => type === 'Region' && hasDescendants);
  // What documents print is tried where it is loaded, and ranks, which have no list at the root, with the year's story.
  const elsewhere = ['initiatives', 'observations', 'standingRows'];
  expect(lists.map(({ name }) => name).toSorted()).toEqual([...elsewhere, ...Object.keys(LISTS)].toSorted());
});

interface List {
  totalCount: number;
  nodes: { id: string }[];
}
const PART = '{ totalCount nodes { id } }';

test.each(Object.entries(LISTS))('%s of a region, and of a filter by region', async (list, [root, make]) => {
  const made = new Map<string, Place>();
  for (const place of places) made.set((await make(PLACES[place].id)).id, place);
  const placesOf = ({ totalCount, nodes }: List) => {
    expect(totalCount).toBe(nodes.length);
    // Organizations that figures are of are there besides.
    const found = nodes.flatMap(({ id }) => made.get(atob(id).split(':')[1]!) ?? []);
    return found.toSorted((one, other) => places.indexOf(one) - places.indexOf(other));
  };

  for (const [code, expected] of Object.entries(FOUND)) {
    const { data, errors } = await app.ask<Record<'own' | 'below', List> & { region: Record<string, List> }>(
      `{ region(code: "${code}") { own: ${list} ${PART} below: ${list}(includeDescendants: true) ${PART} }
         own: ${root}(filter: { regionCode: "${code}" }) ${PART}
         below: ${root}(filter: { regionCode: "${code}", includeDescendants: true }) ${PART} }`,
    );
    expect(errors).toBeUndefined();
    const { region, own, below } = data!;
    expect([code, placesOf(own), placesOf(below)]).toEqual([code, expected.own, expected.below]);
    expect([code, placesOf(region.own!), placesOf(region.below!)]).toEqual([
      code,
      expected.own,
      expected.below,
    ]);
  }

  const { data } = await app.ask<{ node: Record<string, List> }>(
    `query ($id: ID!) { node(id: $id) { ... on Region {
      own: ${list} ${PART} below: ${list}(includeDescendants: true) ${PART} } } }`,
    { id: btoa(`Region:${zone.id}`) },
  );
  expect(placesOf(data!.node.own!)).toEqual(['zone without a code']);
  expect(placesOf(data!.node.below!)).toEqual(['zone without a code', 'street in the zone']);
});
