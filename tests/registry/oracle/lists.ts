import fc from 'fast-check';
import type { ModelName } from '../../../src/platform/models.ts';
import { type Filter, type Member, Members } from './members.ts';
import type { Row, World } from './world.ts';

type Table = Readonly<Record<string, Member>>;

/** A list at the root: of what, and by what it can be filtered. */
export interface List {
  readonly model: ModelName;
  readonly members: Table;
}

const MAKERS: Record<string, [ModelName, (m: Members) => Table]> = {
  studios: [
    'Studio',
    (m) => ({
      ...columns(m, { oneOf: ['kind', 'level', 'status'], range: ['foundedOn'] }),
      year: m.year('foundedOn'),
      employer: m.leadsTo('employerId', 'Organization'),
      lead: m.leadsTo('leadId', 'Person'),
      member: m.joined('StudioMember', 'studioId', 'personId', 'Person'),
      text: m.text('name', 'nameEn', 'field'),
    }),
  ],
  projects: [
    'Project',
    (m) => ({
      ...columns(m, {
        oneOf: ['level', 'status', 'industryCode', 'approvalCode'],
        range: ['plannedInvestment', 'plannedStart', 'plannedEnd'],
      }),
      year: m.year('plannedStart'),
      owner: m.leadsTo('ownerId', 'Organization'),
      participant: m.joined('ProjectParticipant', 'projectId', 'organizationId', 'Organization'),
      text: m.text('name', 'nameEn', 'approvalCode'),
    }),
  ],
  innovationGroups: [
    'InnovationGroup',
    (m) => ({
      ...columns(m, { oneOf: ['status'], range: ['memberCount', 'foundedOn'] }),
      year: m.year('foundedOn'),
      employer: m.leadsTo('employerId', 'Organization'),
      leader: m.leadsTo('leaderId', 'Person'),
      studio: m.leadsTo('studioId', 'Studio'),
      text: m.text('name', 'topic'),
    }),
  ],
  mentorPairs: [
    'MentorPair',
    (m) => ({
      ...columns(m, { oneOf: ['status', 'trade'], range: ['startsOn', 'endsOn'] }),
      year: m.year('startsOn'),
      organization: m.leadsTo('organizationId', 'Organization'),
      mentor: m.leadsTo('mentorId', 'Person'),
      apprentice: m.leadsTo('apprenticeId', 'Person'),
      studio: m.leadsTo('studioId', 'Studio'),
      text: m.text('trade', 'agreementNo'),
    }),
  ],
  innovationResults: [
    'InnovationResult',
    (m) => ({
      ...columns(m, { oneOf: ['category', 'grade', 'status'], range: ['completedOn', 'benefitAmount'] }),
      year: m.year('completedOn'),
      organization: m.leadsTo('organizationId', 'Organization'),
      studio: m.leadsTo('studioId', 'Studio'),
      group: m.leadsTo('groupId', 'InnovationGroup'),
      contributor: m.joined('ResultContributor', 'resultId', 'personId', 'Person'),
      text: m.text('title', 'problem', 'solution'),
    }),
  ],
  competitions: [
    'Competition',
    (m) => ({
      ...columns(m, { oneOf: ['kind', 'level', 'status', 'year'], range: ['startedAt'] }),
      committee: m.leadsTo('committeeId', 'Committee'),
      parent: m.leadsTo('parentId', 'Competition'),
      host: m.joined('CompetitionHost', 'competitionId', 'organizationId', 'Organization'),
      text: m.text('title', 'theme', 'slogan'),
    }),
  ],
  entries: [
    'Entry',
    (m) => ({
      ...columns(m, { oneOf: ['status', 'entryNo'], range: ['headcount', 'approvedAt'] }),
      competition: m.leadsTo('competitionId', 'Competition'),
      track: m.leadsTo('trackId', 'Track'),
      applicant: m.leadsTo('applicantId', 'Organization'),
      project: m.leadsTo('projectId', 'Project'),
      organization: m.leadsTo('organizationId', 'Organization'),
      studio: m.leadsTo('studioId', 'Studio'),
      result: m.leadsTo('resultId', 'InnovationResult'),
      year: m.over('competitionId', 'Competition', 'year'),
      level: m.over('competitionId', 'Competition', 'level'),
      text: m.text('entryNo', 'teamName', 'plan'),
    }),
  ],
  awardGrants: [
    'AwardGrant',
    (m) => ({
      ...columns(m, { oneOf: ['status', 'certificateNo'], range: ['grantedOn'] }),
      includeRevoked: { values: fc.boolean(), matches: ({ status }, is) => is || status === 'EFFECTIVE' },
      year: m.year('grantedOn'),
      awardType: m.leadsTo('awardTypeId', 'AwardType'),
      awardTypeCode: m.over('awardTypeId', 'AwardType', 'code'),
      level: m.over('awardTypeId', 'AwardType', 'level'),
      recipientKind: m.over('awardTypeId', 'AwardType', 'recipientKind'),
      nature: m.over('decisionId', 'Decision', 'nature'),
      decision: m.leadsTo('decisionId', 'Decision'),
      person: m.leadsTo('personId', 'Person'),
      organization: m.leadsTo('organizationId', 'Organization'),
      project: m.leadsTo('projectId', 'Project'),
      studio: m.leadsTo('studioId', 'Studio'),
      result: m.leadsTo('resultId', 'InnovationResult'),
      text: m.text('citation', 'certificateNo', 'teamName'),
    }),
  ],
  decisions: [
    'Decision',
    (m) => ({
      ...columns(m, { oneOf: ['kind', 'nature'], range: ['issuedOn'] }),
      docNo: m.docNo('docNo'),
      year: m.year('issuedOn'),
      issuer: m.leadsTo('issuerId', 'Organization'),
      committee: m.leadsTo('committeeId', 'Committee'),
      text: m.text('title', 'docNo'),
    }),
  ],
};

export const FILTERED = Object.keys(MAKERS);

/** The list of that name, with its members over the rows that there are. */
export function listOf(name: string, world: World): List {
  const [model, make] = MAKERS[name]!;
  return { model, members: make(new Members(world, model)) };
}

/** What every list has in common, and the columns of this one. */
function columns(m: Members, { oneOf, range }: { oneOf: string[]; range: string[] }): Table {
  const each = (fields: string[], make: (field: string) => Member) =>
    Object.fromEntries(fields.map((field) => [field, make(field)]));
  return {
    ...each(oneOf, (field) => m.oneOf(field)),
    ...each(range, (field) => m.range(field)),
    isDemo: m.equals('isDemo'),
    ...m.region(),
  };
}

/** A few members at once, at times none or null: with many, nearly nothing would be found. */
export function filtersOf({ members }: List, most: number): fc.Arbitrary<Filter> {
  return fc
    .subarray(Object.keys(members), { minLength: 0, maxLength: most })
    .chain((names) =>
      fc.record(
        Object.fromEntries(names.map((name) => [name, fc.option(members[name]!.values, { freq: 20 })])),
      ),
    );
}

/** Whether the row matches the filter; a facet leaves out the members that it ignores. */
export function matches(
  { model, members }: List,
  row: Row,
  filter: Filter,
  ignored: readonly string[] = [],
): boolean {
  const isHeld = (name: string) => filter[name] != null || ignored.includes(name);
  if (model === 'AwardGrant' && !isHeld('status') && !isHeld('includeRevoked') && row.status === 'REVOKED') {
    return false;
  }
  return Object.entries(filter).every(
    ([name, value]) =>
      value == null || ignored.includes(name) || members[name]!.matches(row, value as never, filter),
  );
}
