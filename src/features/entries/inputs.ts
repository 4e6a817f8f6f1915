import type { Types } from '../../graphql/builder.ts';
import { filter, leadsTo, textIn } from '../../graphql/filters.ts';
import { idGiven, idIfGiven } from '../../graphql/ids.ts';
import { ordering } from '../../graphql/ordering.ts';
import { enumType } from '../../graphql/types.ts';
import type { ModelName } from '../../platform/models.ts';
import { inRegion } from '../regions/inputs.ts';
import type { SubjectWish } from './commands/subject.ts';

export const entryList = {
  filter: filter(
    'Entry',
    { status: 'oneOf', entryNo: 'oneOf', headcount: 'range', approvedAt: 'range', isDemo: 'equals' },
    {
      ...inRegion('Entry', 'regionId'),
      competition: leadsTo('Competition', 'competitionId', 'In these competitions'),
      track: leadsTo('Track', 'trackId', 'In these tracks'),
      applicant: leadsTo('Organization', 'applicantId', 'Applied for by these organizations'),
      project: leadsTo('Project', 'projectId', 'Of these projects'),
      organization: leadsTo('Organization', 'organizationId', 'Of these organizations as a whole'),
      studio: leadsTo('Studio', 'studioId', 'Of these studios'),
      result: leadsTo('InnovationResult', 'resultId', 'Of these results'),
      year: {
        type: ['Int'],
        description: 'In competitions of these years (年度)',
        where: (years: number[]) => ({ competition: { year: { in: years } } }),
      },
      level: {
        type: [enumType('AdminLevel')],
        description: 'In competitions of these levels (级别)',
        where: (levels: string[]) => ({ competition: { level: { in: levels as never } } }),
      },
      text: textIn('Entry', ['entryNo', 'teamName', 'plan']),
    },
  ),
  order: ordering('Entry', ['entryNo', 'headcount', 'submittedAt', 'approvedAt']),
};

type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** What an entry says. */
export function contents(t: InputFields) {
  return {
    track: t.id({ description: 'The track it competes in' }),
    plan: t.string({ description: 'How it wants to compete (竞赛方案), up to 20,000 characters' }),
    leadingGroup: t.string({
      description: 'Those who lead it, in words (领导小组), up to 2,000 characters',
    }),
    headcount: t.int({ description: 'Workers who take part (参赛人数), at least 1' }),
    enclosures: t.idList({
      description:
        'What is enclosed (附件), exactly these, up to 20: files that you have sent to POST /files, or that are enclosed already',
    }),
  };
}

/** What takes part. */
export function subjectFields(t: InputFields) {
  return {
    project: t.id({ description: 'The project that takes part; one of these five is needed' }),
    organization: t.id({ description: 'The unit itself, where it takes part as a whole' }),
    studio: t.id({ description: 'The studio that takes part' }),
    result: t.id({ description: 'The result that takes part' }),
    teamName: t.string({ description: 'Name of the team that takes part (参赛班组)' }),
  };
}

/** Which entry, as it was read, and why. */
export function stepFields(t: InputFields) {
  return {
    id: t.id({ required: true, description: 'The entry' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    opinion: t.string({ description: 'Why, for the record (意见)' }),
  };
}

type Text = string | null | undefined;

/** @throws {NotFoundError} for a global id of anything else */
export function idsGiven(model: ModelName, name: string, texts: readonly string[] | null | undefined) {
  return texts?.map((text, n) => idGiven(model, text, [name, String(n)])) ?? (texts as null | undefined);
}

export function subjectGiven(
  given: Readonly<Partial<Record<'project' | 'organization' | 'studio' | 'result' | 'teamName', Text>>>,
): SubjectWish {
  return {
    projectId: idIfGiven('Project', given.project, ['project']),
    organizationId: idIfGiven('Organization', given.organization, ['organization']),
    studioId: idIfGiven('Studio', given.studio, ['studio']),
    resultId: idIfGiven('InnovationResult', given.result, ['result']),
    teamName: given.teamName,
  };
}
