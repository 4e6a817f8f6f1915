import { byColumn, byYear, type Facet, facets } from '../../graphql/facets.ts';
import { filter, leadsTo, textIn, yearOf } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { enumType } from '../../graphql/types.ts';
import { columnOf, type FieldName } from '../../platform/models.ts';
import { inRegion, regionFacets } from '../regions/inputs.ts';

export const awardTypeList = {
  filter: filter(
    'AwardType',
    { code: 'oneOf', level: 'oneOf', nature: 'oneOf', recipientKind: 'oneOf' },
    {
      validOn: {
        type: 'Date',
        description: 'Given like this on that day',
        where: (day: Date) => ({
          AND: [
            { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
            { OR: [{ validTo: null }, { validTo: { gt: day } }] },
          ],
        }),
      },
      text: textIn('AwardType', ['code', 'name', 'nameEn']),
    },
  ),
  order: ordering('AwardType', ['code', 'level', 'name']),
};

const IN_FORCE = { status: 'EFFECTIVE' } as const;

/** Groups by the award, or by what is said of it. */
function byAwardType(field: FieldName<'AwardType'>, description: string, member: string): Facet {
  return {
    description,
    by: (table) => columnOf('AwardGrant', 'awardTypeId', table),
    over: (id) => `(select ${columnOf('AwardType', field, 'a')} from award_type a where a.id = ${id})`,
    ignores: [member],
  };
}

export const grantList = {
  filter: filter(
    'AwardGrant',
    { status: 'oneOf', grantedOn: 'range', certificateNo: 'oneOf', isDemo: 'equals' },
    {
      ...inRegion('AwardGrant', 'regionId'),
      includeRevoked: {
        type: 'Boolean',
        description: 'Also what was revoked; false unless given, or unless `status` asks for it',
        where: (isIncluded: boolean) => (isIncluded ? {} : IN_FORCE),
        unlessGiven: ({ status }) => (status == null ? IN_FORCE : {}),
      },
      year: yearOf('AwardGrant', 'grantedOn', 'Granted in these years (年度)'),
      awardType: leadsTo('AwardType', 'awardTypeId', 'Of these awards'),
      awardTypeCode: {
        type: ['String'],
        description: 'Of the awards with these codes, whenever they were valid',
        where: (codes: string[]) => ({ awardType: { code: { in: codes } } }),
      },
      level: {
        type: [enumType('AdminLevel')],
        description: 'Of awards of these levels (级别)',
        where: (levels: string[]) => ({ awardType: { level: { in: levels as never } } }),
      },
      recipientKind: {
        type: [enumType('RecipientKind')],
        description: 'Of awards for these (对象类别)',
        where: (kinds: string[]) => ({ awardType: { recipientKind: { in: kinds as never } } }),
      },
      nature: {
        type: [enumType('ConferralNature')],
        description: 'Conferred as this (性质), which the decision says',
        where: (natures: string[]) => ({ decision: { nature: { in: natures as never } } }),
      },
      decision: leadsTo('Decision', 'decisionId', 'Granted by these decisions'),
      person: leadsTo('Person', 'personId', 'To these people'),
      organization: leadsTo('Organization', 'organizationId', 'To these organizations and their teams'),
      project: leadsTo('Project', 'projectId', 'To these projects'),
      studio: leadsTo('Studio', 'studioId', 'To these studios'),
      result: leadsTo('InnovationResult', 'resultId', 'To these results'),
      text: textIn('AwardGrant', ['citation', 'certificateNo', 'teamName']),
    },
  ),
  order: ordering('AwardGrant', ['grantedOn', 'certificateNo', 'revokedOn'], 'desc'),
  facets: facets('AwardGrant', {
    ...regionFacets('AwardGrant', 'regionId'),
    AWARD_TYPE: {
      ...byColumn('AwardGrant', 'awardTypeId'),
      description: 'By award (奖项)',
      ignores: ['awardType', 'awardTypeCode'],
      model: 'AwardType',
    },
    LEVEL: byAwardType('level', 'By the level of the award (级别)', 'level'),
    RECIPIENT_KIND: byAwardType('recipientKind', 'By who or what receives it (对象类别)', 'recipientKind'),
    STATUS: { ...byColumn('AwardGrant', 'status'), ignores: ['status', 'includeRevoked'] },
    YEAR: byYear('AwardGrant', 'grantedOn'),
  }),
};
