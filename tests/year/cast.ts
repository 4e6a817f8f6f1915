import { readData } from '../../prisma/seed/data.ts';
import { summaryJobs } from '../../src/features/summaries/worker.ts';
import type { Role } from '../../src/generated/prisma/client.ts';
import { globalId } from '../../src/graphql/ids.ts';
import { PROGRAM } from '../../src/platform/actor.ts';
import { runJob } from '../../src/platform/tick.ts';
import { startSharedApp } from '../kit/app.ts';
import { callOf } from '../kit/calls.ts';
import { askWith, people } from '../kit/people.ts';
import { startSignIn } from '../kit/signIn.ts';
import { does } from './asking.ts';

const NEW_YEAR = new Date('2025-12-31T16:00:00Z');
const seconds = NEW_YEAR.getTime() / 1000;
/** Tokens last as long as the story. */
const LASTING = { iat: seconds, exp: seconds + 3 * 365 * 24 * 3600 };

/**
 * A city with two counties and three units on New Year's Day of 2026, and everybody who acts there. Regions, the
 * calendar and the first administrator are there; all else is done by somebody, by mutations, at a time that the
 * story tells.
 */
export async function startYear() {
  const signIn = await startSignIn();
  const clock = { at: NEW_YEAR };
  const app = await startSharedApp('empty', { authentication: signIn.authentication, now: () => clock.at });
  await app.db.prisma.calendarDay.createMany({
    data: readData('prisma/data').calendar.map(({ date, ...row }) => ({ ...row, date: new Date(date) })),
  });
  const token = (subject: string) => signIn.token(subject, LASTING);
  const admin = await people(app, { ...signIn, token })({ role: 'ADMIN', startsAt: NEW_YEAR });

  const country = await app.region({ name: '示例国' });
  const province = await app.region({ name: '示例省', parent: country, level: 'PROVINCE' });
  const city = await app.region({ name: '示例市', parent: province, level: 'PREFECTURE' });
  const east = await app.region({ name: '示例东区', parent: city });
  const west = await app.region({ name: '示例西县', parent: city });
  const region = ({ id }: { id: string }) => globalId('Region', id);

  /** Somebody who signs in by this name. */
  const guest = async (subject: string) => {
    const own = await token(subject);
    const ask = <Data>(query: string, variables?: object) => askWith<Data>(app, own, query, variables);
    return { token: own, ask };
  };
  /** Somebody who signs in by this name, with this role. */
  const officer = async (subject: string, role: Role, over: object) => {
    const input = { subject, name: subject, role, ...over };
    const { user } = await does(admin, 'roleAssignmentGrant', input, 'user { id }');
    return { ...(await guest(subject)), user: (user as { id: string }).id };
  };
  const organization = async (name: string, type: string, at: { id: string }, more: object = {}) =>
    (await does(admin, 'organizationCreate', { name, type, region: region(at), ...more })).id;
  const federation = await organization('示例市总工会', 'UNION_FEDERATION', city);
  const units = {
    bridge: await organization('示例路桥公司', 'ENTERPRISE', east),
    port: await organization('示例港航公司', 'ENTERPRISE', east),
    power: await organization('示例电力公司', 'ENTERPRISE', west),
  };

  return {
    app,
    regions: { city, east, west },
    region,
    units,
    federation,
    ...{ admin, guest, officer, organization },
    people: {
      office: await officer('office', 'COMMITTEE_OFFICE', { region: region(city) }),
      municipal: await officer('municipal', 'MUNICIPAL_OFFICER', { region: region(city) }),
      east: await officer('east', 'COUNTY_OFFICER', { region: region(east) }),
      west: await officer('west', 'COUNTY_OFFICER', { region: region(west) }),
      bridge: await officer('bridge', 'UNIT_OFFICER', { organization: units.bridge }),
      port: await officer('port', 'UNIT_OFFICER', { organization: units.port }),
      power: await officer('power', 'UNIT_OFFICER', { organization: units.power }),
    },
    /** It is so late in China: everything from here on happens then. */
    at(china: string): void {
      clock.at = new Date(`${china}:00+08:00`);
    },
    /** What the program does by itself at this time: how many records each of its jobs changed. */
    async tick(): Promise<number[]> {
      const call = callOf(app, PROGRAM, () => clock.at);
      const done: number[] = [];
      for (const job of summaryJobs) done.push(await runJob(call, job));
      return done;
    },
  };
}

export type Year = Awaited<ReturnType<typeof startYear>>;
