import type { AssignedRole } from '../../../src/features/access/rules.ts';
import { department, industrialUnion } from './offices.ts';
import { unionOf } from './units.ts';

/** What a role is held for: the code of a region, or the id of an organization of the demonstration year. */
export interface Held {
  readonly name: string;
  readonly region?: string;
  readonly organization?: string;
}

/**
 * Somebody for each role. The county is that of the unit, so that what the one applies for comes before the other;
 * the assessor's department takes part in nothing, and so may score everything.
 */
export const HELD: Readonly<Record<AssignedRole, Held>> = {
  ADMIN: { name: '示例管理员' },
  PROVINCIAL_OFFICER: { name: '示例省总干部', region: '370000' },
  MUNICIPAL_OFFICER: { name: '示例市总干部', region: '370600' },
  COUNTY_OFFICER: { name: '示例县总干部', region: '370685' },
  INDUSTRIAL_OFFICER: { name: '示例产业工会干部', organization: industrialUnion(0) },
  UNIT_OFFICER: { name: '示例单位工会干部', organization: unionOf(0) },
  COMMITTEE_OFFICE: { name: '示例竞委办干部', region: '370600' },
  COMMITTEE_MEMBER: { name: '示例委员单位干部', region: '370600' },
  ASSESSOR: { name: '示例评委', organization: department(3) },
  SUPERVISOR: { name: '示例监督人员', region: '370600' },
};

/** What the sign-in would call the account that stands for the role. */
export function subjectOf(role: AssignedRole): string {
  return `demo:${role}`;
}
