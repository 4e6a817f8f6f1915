import { plus, TODAY } from './days.ts';
import { ids } from './ids.ts';
import { type Batch, batch, type NewRow, times } from './insert.ts';
import { homeOf, type Places } from './places.ts';
import { between, chance, maybe, pick } from './random.ts';
import { UNITS, unit } from './units.ts';

/** Key projects in the competition, as many as Yantai counted: of the province and of the city. */
const PROVINCIAL = 80;
export const PROJECTS = PROVINCIAL + 197;
/** Units that supply a second project besides their own. */
const SUPPLIERS = 300;
const COMPLETED_ON = '2026-05-31';

export const project = ids('project');
const participation = ids('participant');

/** What a unit does in its project: the first ones own theirs. */
const ROLES = ['OWNER', 'GENERAL_CONTRACTOR', 'CONTRACTOR', 'SUPERVISOR', 'DESIGNER'] as const;

const industryOf = pick('industry of a project', ['B', 'C', 'C', 'D', 'E', 'E', 'G', 'N', null]);
const hundredMillionsOf = pick('investment in a project', [0.5, 1, 1, 1, 2, 2, 3.6, 5, 5, 12, 48.25]);
const investmentOf = maybe('a project has an investment', (n) => hundredMillionsOf(n) * 1e8);
const monthOf = between('month of a project', 0, 25);
const startOf = maybe('start of a project', (n) => plus('2024-03-01', 30 * monthOf(n)));
const lengthOf = between('months of a project', 6, 40);
const endOf = maybe('end of a project', (n) => plus(TODAY, 30 * lengthOf(n)));
const progressOf = pick('how a project came on', [
  ...Array<'UNDER_CONSTRUCTION'>(12).fill('UNDER_CONSTRUCTION'),
  ...(['SUSPENDED', 'COMPLETED'] as const),
]);
const headcountOf = between('head count', 5, 600);
const hasHeadcount = chance('a head count is known', 0.7);
const hasMigrants = chance('migrant workers are counted', 0.7);
const joinedOf = maybe('a unit joined a project', (n) => plus('2024-03-01', 10 * (headcountOf(n) % 80)));
const isGone = chance('a unit has left a project', 0.04);

/** The key projects of the competition with the units that build them. Each unit takes part in one. */
export function projects(places: Places): Batch[] {
  return [
    batch(
      'Project',
      times(PROJECTS, (n) => projectRow(n, places)),
    ),
    batch('ProjectParticipant', [
      ...times(UNITS, (n) => participant(n, n % PROJECTS, n, ROLES[Math.floor(n / PROJECTS)]!)),
      ...times(SUPPLIERS, (n) => {
        const role = n % 4 === 0 ? 'SURVEYOR' : 'SUPPLIER';
        return participant(UNITS + n, (n * 5) % PROJECTS, (n * 7 + UNITS / 2) % UNITS, role);
      }),
    ]),
  ];
}

/** Whether work may have begun on a day. */
export function isBegun(n: number, day: string): boolean {
  return (startOf(n) ?? '') <= day;
}

function statusOf(n: number): NewRow<'Project'>['status'] {
  return isBegun(n, '2026-01-31') ? progressOf(n) : 'PLANNED';
}

/** The unit that builds a project. */
export function ownerOf(project: number): number {
  return project;
}

function projectRow(n: number, { homes }: Places): NewRow<'Project'> {
  const number = String(n + 1).padStart(4, '0');
  // Both levels everywhere: PROJECTS is a prime, so that each number comes once.
  const isProvincial = (n * PROVINCIAL) % PROJECTS < PROVINCIAL;
  return {
    id: project(n),
    name: `示例重点工程${number}号项目`,
    nameEn: n % 4 === 0 ? `Example key project ${number}` : null,
    level: isProvincial ? 'PROVINCIAL_KEY' : 'MUNICIPAL_KEY',
    approvalCode: n % 10 < 7 ? `SL-2026-${number}` : null,
    industryCode: industryOf(n),
    plannedInvestment: investmentOf(n),
    plannedStart: startOf(n),
    plannedEnd: statusOf(n) === 'COMPLETED' ? COMPLETED_ON : endOf(n),
    status: statusOf(n),
    isDemo: true,
    regionId: homes[homeOf(ownerOf(n))]!.id,
    ownerId: unit(ownerOf(n)),
  };
}

function participant(
  n: number,
  projectNumber: number,
  unitNumber: number,
  role: NewRow<'ProjectParticipant'>['role'],
): NewRow<'ProjectParticipant'> {
  const headcount = hasHeadcount(n) ? headcountOf(n) : null;
  const joinedOn = joinedOf(n);
  return {
    id: participation(n),
    projectId: project(projectNumber),
    organizationId: unit(unitNumber),
    role,
    headcount,
    migrantHeadcount: headcount !== null && hasMigrants(n) ? Math.floor(headcount / 3) : null,
    joinedOn,
    leftOn: joinedOn !== null && isGone(n) && role !== 'OWNER' ? plus(joinedOn, 90) : null,
  };
}
