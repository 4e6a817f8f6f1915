import { competition, track } from '../../../prisma/seed/demo/competitions.ts';
import { plus } from '../../../prisma/seed/demo/days.ts';
import { entry } from '../../../prisma/seed/demo/entries.ts';
import { homeOf } from '../../../prisma/seed/demo/places.ts';
import { between } from '../../../prisma/seed/demo/random.ts';
import { TOLD, TOLD_HOMES, TOLD_TEAMS } from '../../../prisma/seed/demo/toldContests.ts';
import { unit } from '../../../prisma/seed/demo/units.ts';
import { openApplications } from '../../../src/features/competitions/commands/openApplications.ts';
import { publishCompetition } from '../../../src/features/competitions/commands/publish.ts';
import { approveEntry } from '../../../src/features/entries/commands/approve.ts';
import { createEntry } from '../../../src/features/entries/commands/create.ts';
import { recommendEntry, returnEntry } from '../../../src/features/entries/commands/decide.ts';
import { startCompetition } from '../../../src/features/entries/commands/startCompetition.ts';
import { submitEntry } from '../../../src/features/entries/commands/submit.ts';
import { updateEntry } from '../../../src/features/entries/commands/update.ts';
import type { Row } from '../../../src/platform/models.ts';
import { APPLICANTS, countyOfficer, unitOfficer } from './cast.ts';
import type { Telling } from './telling.ts';

const id = competition(TOLD);
const TEAM = '示例先锋班组';
const PLAN = '示例：比进度、比质量、比安全，按季度检查';
const headcountOf = between('workers of an applicant', 40, 600);

/** An entry as it stands, with its unit. */
export interface Told {
  readonly unit: number;
  readonly entry: Row<'Entry'>;
}

/** The units themselves first, then a team of each. */
const ENTERED = [
  ...APPLICANTS.map((unit) => ({ unit, isTeam: false })),
  ...APPLICANTS.map((unit) => ({ unit, isTeam: true })),
];
/** Entered on one day. */
const DAILY = 3;

/** The competition is published and applied for, entries are examined level by level, and it starts. */
export async function apply(story: Telling): Promise<Told[]> {
  const office = () => story.as('COMMITTEE_OFFICE');
  story.on('2026-01-08');
  let { version } = await publishCompetition(office(), { id, version: 1 });
  story.on('2026-01-12');
  const applicationsCloseAt = new Date('2026-02-06T16:00:00Z');
  ({ version } = await openApplications(office(), { id, version, applicationsCloseAt }));

  const entries: Told[] = [];
  for (const [at, { unit, isTeam }] of ENTERED.entries()) {
    story.on(plus('2026-01-13', Math.floor(at / DAILY)));
    entries.push({ unit, entry: await applied(story, unit, isTeam) });
  }
  story.on('2026-01-26');
  for (const [at, told] of entries.entries()) {
    if (at % 8 === 5) entries[at] = await returned(story, told);
  }
  story.on('2026-02-02');
  for (const [at, { unit, entry }] of entries.entries()) {
    const county = story.by(countyOfficer(homeOf(unit)));
    entries[at] = { unit, entry: await recommendEntry(county, { ...entry, opinion: '同意推荐' }) };
  }
  story.on('2026-02-04');
  for (const [at, { unit, entry }] of entries.entries()) {
    entries[at] = {
      unit,
      entry: await approveEntry(story.as('MUNICIPAL_OFFICER'), { ...entry, opinion: '同意立项' }),
    };
  }
  await decideAtOnce(story);

  story.on('2026-02-16');
  await startCompetition(story.as('MUNICIPAL_OFFICER'), { id, version });
  await story.tick();
  return entries;
}

async function applied(story: Telling, n: number, isTeam: boolean): Promise<Row<'Entry'>> {
  const officer = story.by(unitOfficer(n));
  const draft = await createEntry(officer, {
    ...{ competitionId: id, trackId: track(TOLD, isTeam ? 'COLLECTIVE' : 'ORGANIZATION') },
    ...{ applicantId: unit(n), subject: isTeam ? { teamName: TEAM } : { organizationId: unit(n) } },
    ...{ plan: PLAN, leadingGroup: '示例：由单位负责人和工会主席组成' },
    headcount: isTeam ? 12 : headcountOf(n),
  });
  return submitEntry(officer, draft);
}

/** The county sends it back; the unit says what is missing, and applies again. */
async function returned(story: Telling, { unit, entry }: Told): Promise<Told> {
  const county = story.by(countyOfficer(homeOf(unit)));
  const back = await returnEntry(county, { ...entry, opinion: '请补充安全措施' });
  const officer = story.by(unitOfficer(unit));
  const better = await updateEntry(officer, {
    id: back.id,
    version: back.version,
    plan: `${PLAN}；安全措施见方案第三部分`,
  });
  return { unit, entry: await submitEntry(officer, better) };
}

/** Of the teams that were recommended, the city returns the last one of each home and approves the others. */
async function decideAtOnce(story: Telling): Promise<void> {
  story.on('2026-02-05');
  const municipal = story.as('MUNICIPAL_OFFICER');
  for (let n = 0; n < TOLD_HOMES.length * TOLD_TEAMS; n++) {
    const step = { id: entry(TOLD, n), version: 1 };
    const isLast = n % TOLD_TEAMS === TOLD_TEAMS - 1;
    if (isLast) await returnEntry(municipal, { ...step, opinion: '请由所在单位统一申报' });
    else await approveEntry(municipal, { ...step, opinion: '同意立项' });
  }
}
