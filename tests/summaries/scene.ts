import type { GraphQLUnionType } from 'graphql';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { schema } from '../../src/schema.ts';
import { provinces } from '../access/provinces.ts';
import type { App } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import type { SignedIn } from '../kit/signIn.ts';

/** A city's competition with one stage and two metrics, a unit that competes in it, and everybody who has to do with it. */
export async function scene(app: App, signIn: SignedIn) {
  const { here, there, person, everyone } = await provinces(app, signIn);
  const { id: competitionId } = await app.competition({ status: 'RUNNING', regionId: here.city.id });
  const stage = await app.stage({ competitionId });
  const output = await app.metric({ competitionId, code: 'output', name: '示例产值', unit: '万元' });
  const ideas = await app.metric({ competitionId, code: 'ideas', name: '示例建议', isRequired: false });
  const unit = await person({ role: 'UNIT_OFFICER', organizationId: here.unit.id });
  const office = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
  const strangers = {
    county: await person({ role: 'COUNTY_OFFICER', regionId: there.county.id }),
    municipal: await person({ role: 'MUNICIPAL_OFFICER', regionId: there.city.id }),
    provincial: await person({ role: 'PROVINCIAL_OFFICER', regionId: there.top.id }),
    office: await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id }),
    industrial: await person({ role: 'INDUSTRIAL_OFFICER', organizationId: there.industry.id }),
    unit: await person({ role: 'UNIT_OFFICER', organizationId: there.unit.id }),
    nobody: await person(),
  };

  return {
    ...{ here, there, person, competitionId, stage, output, ideas, strangers },
    ...{ unit, office, ...everyone },
    /** Of an entry of its own, of the unit. */
    summary: async (
      data: Partial<Prisma.StageSummaryUncheckedCreateInput> = {},
      entry: Partial<Prisma.EntryUncheckedCreateInput> = {},
    ) => {
      const of = {
        applicantId: here.unit.id,
        regionId: here.county.id,
        competitionId,
        status: 'ACTIVE',
      } as const;
      const { id: entryId } = await app.entry({ ...of, ...entry });
      const { id } = await app.stageSummary({ entryId, stageId: stage.id, ...data });
      return { id };
    },
  };
}

/** What the errors tell. */
const FACTS: Readonly<Record<string, string>> = {
  CompetitionHaltedError: 'status',
  ForbiddenError: 'needs',
  IncompleteError: 'missing',
  StateError: 'from action possible',
  VersionConflictError: 'currentVersion',
};

/** A selection of all that the errors of a mutation tell. */
function factsOf(type: string): string {
  const errors = schema.getPossibleTypes(schema.getType(`${type}Result`) as GraphQLUnionType);
  const facts = errors.flatMap(({ name }) => (FACTS[name] ? `... on ${name} { ${FACTS[name]} }` : []));
  return `... on Error { code path } ${facts.join(' ')}`;
}

type Given = { readonly id: string } & Readonly<Record<string, unknown>>;

/** What came of a mutation: how the summary is then, or the facts of why nothing was done. */
export async function done(who: Person, name: string, { id, ...input }: Given, selection = '') {
  const type = `S${name.slice(1)}`;
  const payload = `... on ${type}Payload { summary { status version ${selection} } }`;
  const given = { version: 1, ...input, id: globalId('StageSummary', id) };
  const { __typename, ...rest } = await who.does(name, given, `${payload} ${factsOf(type)}`);
  return 'summary' in rest ? rest.summary : { __typename, ...rest };
}
