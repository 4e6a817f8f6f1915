import { model } from '../../graphql/model.ts';
import { oneOfSeveral } from '../../graphql/unions.ts';
import { eventsOf } from '../../graphql/workflow.ts';
import { awardTypeList, grantList } from './inputs.ts';
import { awardTypeVisibleTo, grantVisibleTo } from './policy.ts';

export const AwardType = model('AwardType', {
  visibleTo: awardTypeVisibleTo,
  list: awardTypeList,
  columns: [
    'code',
    'name',
    'nameEn',
    'level',
    'nature',
    'recipientKind',
    'approvedItemRef',
    'cycleMonths',
    'validFrom',
    'validTo',
    'note',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ t, one, many, path }) => ({
    parent: one('parent'),
    events: eventsOf(t, 'AwardType'),
    children: many('children'),
    awardGrants: many('awardGrants'),
    initiatives: path(
      {
        model: 'Initiative',
        from: 'id',
        to: 'id',
        through: { model: 'InitiativeAwardType', from: 'awardTypeId', to: 'initiativeId' },
      },
      'The initiatives in documents that name it',
    ),
  }),
});

const recipients = {
  personId: 'Person',
  organizationId: 'Organization',
  projectId: 'Project',
  studioId: 'Studio',
  resultId: 'InnovationResult',
} as const;

export const AwardGrant = model('AwardGrant', {
  visibleTo: grantVisibleTo,
  list: grantList,
  columns: [
    'teamName',
    'grantedOn',
    'certificateNo',
    'citation',
    'status',
    'revokedOn',
    'revocationReason',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ t, one }) => ({
    region: one('region'),
    awardType: one('awardType'),
    decision: one('decision'),
    revocationDecision: one('revocationDecision'),
    standingRow: one('standingRow'),
    person: one('person'),
    organization: one('organization'),
    project: one('project'),
    studio: one('studio'),
    result: one('result'),
    recipient: oneOfSeveral(t, 'AwardRecipient', recipients, {
      ofType: 'Who or what receives an award (授奖对象)',
      ofField: 'Who received it (授奖对象), for a team its organization; absent where it is not to be seen',
    }),
  }),
});
