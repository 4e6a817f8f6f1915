import { globalId } from '../../src/graphql/ids.ts';
import type { ModelName } from '../../src/platform/models.ts';
import { provinces } from '../access/provinces.ts';
import type { App } from '../kit/app.ts';
import type { Person } from '../kit/people.ts';
import type { SignedIn } from '../kit/signIn.ts';

/** A city's committee with a department in it, a unit that it hands things to, and everybody who has to do with it. */
export async function scene(app: App, signIn: SignedIn) {
  const { here, there, person, everyone } = await provinces(app, signIn);
  const { id: federationId } = await app.organization({ regionId: here.county.id, type: 'UNION_FEDERATION' });
  const department = await app.organization({ regionId: here.city.id, type: 'GOVERNMENT_DEPARTMENT' });
  const committee = await app.committee({ regionId: here.city.id });
  await app.committeeMember({ committeeId: committee.id, organizationId: department.id });
  const officer = (organizationId: string) => person({ role: 'UNIT_OFFICER', organizationId });
  const office = await person({ role: 'COMMITTEE_OFFICE', regionId: here.city.id });
  return {
    ...{ here, there, person, federationId, department, committee, office, ...everyone },
    unit: await officer(here.unit.id),
    seated: await officer(department.id),
    member: await person({ role: 'COMMITTEE_MEMBER', regionId: here.city.id }),
    both: await person(
      { role: 'COMMITTEE_OFFICE', regionId: here.city.id },
      { role: 'UNIT_OFFICER', organizationId: here.unit.id },
    ),
    stranger: await person({ role: 'COMMITTEE_OFFICE', regionId: there.city.id }),
    strangeUnit: await officer(there.unit.id),
    meeting: (data: Parameters<App['committeeMeeting']>[0] = {}) =>
      app.committeeMeeting({ committeeId: committee.id, ...data }),
    /** Handed to the unit by a meeting of its own. */
    item: async (data: Parameters<App['actionItem']>[0] = {}) => {
      const of = { committeeId: committee.id, status: 'HELD' } as const;
      const meetingId = data.meetingId ?? (await app.committeeMeeting(of)).id;
      return app.actionItem({ ownerId: here.unit.id, ...data, meetingId });
    },
  };
}

const PAYLOADS = {
  meeting: 'status version',
  snapshot: 'takenAt',
  actionItem: 'status version',
} as const;

/** What came of a mutation: how the record is then, or why nothing was done and of what. */
export async function done(who: Person, name: string, input: object, selection = '') {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const field =
    name === 'meetingSnapshot' ? 'snapshot' : name.startsWith('meeting') ? 'meeting' : 'actionItem';
  const payload = `... on ${type}Payload { ${field} { ${PAYLOADS[field]} ${selection} } }`;
  const answer = await who.does(name, input, `${payload} ... on Error { code path }`);
  const { __typename, ...rest } = answer;
  return field in rest ? (rest[field] as Record<string, unknown>) : { __typename, ...rest };
}

/** The name of the refusal and where it is, as in `InvalidError dueOn`. */
export async function refused(who: Person, name: string, input: object): Promise<string> {
  const { __typename, path, ...rest } = await done(who, name, input);
  return __typename ? [__typename, ...(path as string[])].join(' ') : JSON.stringify(rest);
}

export const of = (model: ModelName, { id }: { id: string }) => globalId(model, id);
