import type { AdminLevel, CompetitionKind } from '../../../generated/prisma/client.ts';
import type { builder } from '../../../graphql/builder.ts';
import { idGiven } from '../../../graphql/ids.ts';
import { mutation } from '../../../graphql/mutations.ts';
import { refusalType } from '../../../graphql/refusals.ts';
import { enumType } from '../../../graphql/types.ts';
import { ForbiddenError, InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { copyCompetition } from '../commands/copy.ts';
import { createCompetition } from '../commands/create.ts';
import { updateCompetition } from '../commands/update.ts';
import { EditionExistsError } from '../rules.ts';
import { REFUSALS } from './step.ts';

type InputFields = Parameters<NonNullable<Parameters<typeof builder.inputType>[1]['fields']>>[0];

refusalType(EditionExistsError, 'It has a next edition already', (t) => ({
  year: t.exposeInt('year', { description: 'Year of that edition' }),
}));

const ROUTE =
  'Levels that an entry passes, from the lowest up to that of the competition, which approves; where the lowest ones are ' +
  'left out, units report to a higher one directly (申报路径)';

const NAMED = {
  kind: 'Kind (竞赛类别)',
  level: 'Level (级别): it must fit the region',
  region: 'The region it is held in',
  year: 'Year it is held for (年度)',
};

const payload = {
  competition: { model: 'Competition', description: 'The competition as it is now' },
} as const;

mutation('competitionCreate', {
  description:
    'Draft a competition (新建竞赛): of a region by its officers and the office of its committee, of a unit also by ' +
    'officers of a unit that holds it',
  input: (t) => ({
    title: t.string({ required: true, description: 'Title in Chinese (名称)' }),
    kind: t.field({ type: enumType('CompetitionKind'), required: true, description: NAMED.kind }),
    level: t.field({ type: enumType('AdminLevel'), required: true, description: NAMED.level }),
    year: t.int({ required: true, description: NAMED.year }),
    region: t.id({ required: true, description: NAMED.region }),
    ...optional(t, `${ROUTE}; the usual one of its level unless given`),
  }),
  payload,
  refusals: [NotFoundError, ForbiddenError, InvalidError],
  run: async (call, { kind, level, region, ...rest }) => {
    const { theme, slogan, edition, noticeDocNo, committeeId, parentId, hostIds, ...words } = wished(rest);
    const { id } = await createCompetition(call, {
      ...words,
      theme: theme ?? null,
      slogan: slogan ?? null,
      edition: edition ?? null,
      noticeDocNo: noticeDocNo ?? null,
      committeeId: committeeId ?? null,
      parentId: parentId ?? null,
      hostIds: hostIds ?? [],
      kind: kind as CompetitionKind,
      level: level as AdminLevel,
      regionId: idGiven('Region', region, ['region']),
    });
    return { competition: id };
  },
});

mutation('competitionUpdate', {
  description:
    'Change what a competition says (修改竞赛): all of it until applications open, then its words, its notice and its ' +
    'committee. What is absent stays; null empties',
  input: (t) => ({
    id: t.id({ required: true, description: 'The competition' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    title: t.string({ description: 'Title in Chinese (名称)' }),
    kind: t.field({ type: enumType('CompetitionKind'), description: NAMED.kind }),
    level: t.field({ type: enumType('AdminLevel'), description: NAMED.level }),
    year: t.int({ description: NAMED.year }),
    region: t.id({ description: NAMED.region }),
    ...optional(t, `${ROUTE}; a usual one goes with the level`),
  }),
  payload,
  refusals: [...REFUSALS, InvalidError],
  run: async (call, { id, kind, level, region, ...rest }) => {
    const { id: updated } = await updateCompetition(call, {
      ...wished(rest),
      kind: kind as CompetitionKind,
      level: level as AdminLevel,
      regionId: region == null ? region : idGiven('Region', region, ['region']),
      id: idGiven('Competition', id),
    });
    return { competition: updated };
  },
});

mutation('competitionCopy', {
  description:
    'Draft the next edition of a competition (复制为下一届): its words, tracks, metrics, stages in the new year, and whoever ' +
    'holds and steers it, as far as they still exist. It has no notice yet, and is part of no other competition',
  input: (t) => ({
    id: t.id({ required: true, description: 'The edition before' }),
    version: t.int({ required: true, description: 'The version that you have read' }),
    year: t.int({ description: 'Year it is held for (年度); the one after unless given' }),
    title: t.string({
      description: 'Title in Chinese (名称); the same with the new year in it unless given',
    }),
  }),
  payload: { competition: { model: 'Competition', description: 'The next edition, a draft' } },
  refusals: [...REFUSALS, InvalidError, EditionExistsError],
  run: async (call, { id, ...rest }) => ({
    competition: (await copyCompetition(call, { ...rest, id: idGiven('Competition', id) })).id,
  }),
});

function optional(t: InputFields, route: string) {
  return {
    theme: t.string({ description: 'Theme (主题)' }),
    slogan: t.string({ description: 'Slogan, as in 六比一创 (口号)' }),
    edition: t.int({ description: 'Which edition it is, from 1 (届次)' }),
    noticeDocNo: t.string({
      description: 'Number of the notice that announces it (通知文号); brackets of any kind are kept as 〔〕',
    }),
    committee: t.id({ description: 'The committee that steers it' }),
    parent: t.id({
      description:
        'The competition it is part of: published, not over, of a higher level, of a region around its own',
    }),
    hosts: t.idList({ description: 'The organizations that hold it, in this order (主办单位)' }),
    route: t.field({ type: [enumType('AdminLevel')], description: route }),
  };
}

interface Named {
  readonly committee?: string | null | undefined;
  readonly parent?: string | null | undefined;
  readonly hosts?: string[] | null | undefined;
  readonly route?: string[] | null | undefined;
}

/** With the rows' own ids in place of global ones. */
function wished<Given extends Named>({ committee, parent, hosts, route, ...rest }: Given) {
  return {
    ...rest,
    committeeId: committee == null ? committee : idGiven('Committee', committee, ['committee']),
    parentId: parent == null ? parent : idGiven('Competition', parent, ['parent']),
    hostIds: hosts == null ? hosts : hosts.map((id) => idGiven('Organization', id, ['hosts'])),
    route: route as AdminLevel[] | null | undefined,
  };
}
