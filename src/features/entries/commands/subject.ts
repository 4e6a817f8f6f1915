import type { RecipientKind } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import type { Row } from '../../../platform/models.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';
import { checkedText, LONGEST_TEAM_NAME } from './contents.ts';

/** Who or what takes part: exactly one of them. */
export interface SubjectWish {
  readonly projectId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly studioId?: string | null | undefined;
  readonly resultId?: string | null | undefined;
  readonly teamName?: string | null | undefined;
}

export interface Subject {
  readonly kind: RecipientKind;
  /** The member of the input that names it. */
  readonly name: string;
  readonly key: SubjectWish;
  /** Where it is counted. */
  readonly regionId: string;
  readonly isDemo: boolean;
}

type Applicant = Row<'Organization'>;

/** @throws {InvalidError | NotFoundError} unless it is one that the actor sees, and of the applicant */
export async function subjectOf(tx: Call, wish: SubjectWish, applicant: Applicant): Promise<Subject> {
  const given = Object.entries(wish).filter(([, value]) => value != null);
  if (given.length !== 1) {
    throw new InvalidError(
      'Exactly one takes part: a project, an organization, a studio, a result or a team.',
      '参赛对象须且只须填写一项:项目、单位、工作室、成果或班组。',
      [],
    );
  }
  const { projectId, organizationId, studioId, resultId, teamName } = wish;
  if (projectId) {
    const project = await seen(tx, 'Project', projectId, ['project']);
    const isOwn = project.ownerId === applicant.id || (await takesPart(tx, projectId, applicant.id));
    return subject('PROJECT', 'project', { projectId }, project, isOwn);
  }
  if (organizationId) {
    const organization = await seen(tx, 'Organization', organizationId, ['organization']);
    const isOwn = organizationId === applicant.id;
    return subject('ORGANIZATION', 'organization', { organizationId }, organization, isOwn);
  }
  if (studioId) {
    const studio = await seen(tx, 'Studio', studioId, ['studio']);
    return subject('STUDIO', 'studio', { studioId }, studio, studio.employerId === applicant.id);
  }
  if (resultId) {
    const result = await seen(tx, 'InnovationResult', resultId, ['result']);
    return subject('RESULT', 'result', { resultId }, result, result.organizationId === applicant.id);
  }
  const name = checkedText('teamName', teamName, LONGEST_TEAM_NAME);
  if (!name) throw new InvalidError('The team needs a name.', '请填写班组名称。', ['teamName']);
  return subject('COLLECTIVE', 'teamName', { teamName: name }, applicant, true);
}

function subject(
  kind: RecipientKind,
  name: string,
  key: SubjectWish,
  { regionId, isDemo }: { regionId: string; isDemo: boolean },
  isOwn: boolean,
): Subject {
  if (isOwn) return { kind, name, key, regionId, isDemo };
  throw new InvalidError(
    'A unit applies for what is its own: for its projects and those it takes part in, its studios, results and teams, and itself.',
    '只能申报本单位的项目(含参建项目)、工作室、成果、班组或本单位。',
    [name],
  );
}

async function takesPart({ db, now }: Call, projectId: string, organizationId: string): Promise<boolean> {
  const participant = await db.prisma.projectParticipant.findFirst({
    where: { projectId, organizationId, OR: [{ leftOn: null }, { leftOn: { gt: now() } }] },
    select: { id: true },
  });
  return participant !== null;
}
