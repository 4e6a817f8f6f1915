import { model } from '../../graphql/model.ts';
import { memberList, studioList, titleList } from './inputs.ts';
import { memberVisibleTo, titleVisibleTo, visibleTo } from './policy.ts';

export const Studio = model('Studio', {
  visibleTo,
  list: studioList,
  columns: [
    'name',
    'nameEn',
    'kind',
    'level',
    'field',
    'foundedOn',
    'closedOn',
    'siteArea',
    'annualFunding',
    'status',
    'isDemo',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one, many, path }) => ({
    region: one('region'),
    employer: one('employer'),
    lead: one('lead'),
    members: many('members'),
    titles: many('titles'),
    partners: path(
      {
        model: 'Organization',
        from: 'id',
        to: 'id',
        through: { model: 'StudioPartner', from: 'studioId', to: 'organizationId' },
      },
      'Organizations that run it together with its employer (共建单位)',
    ),
  }),
});

export const StudioMember = model('StudioMember', {
  visibleTo: memberVisibleTo,
  list: memberList,
  columns: ['role', 'joinedOn', 'leftOn', 'version', 'createdAt', 'updatedAt'],
  fields: ({ one }) => ({ studio: one('studio'), person: one('person') }),
});

export const StudioTitle = model('StudioTitle', {
  visibleTo: titleVisibleTo,
  list: titleList,
  columns: [
    'level',
    'grade',
    'batchYear',
    'status',
    'validFrom',
    'validTo',
    'nextReviewOn',
    'version',
    'createdAt',
    'updatedAt',
  ],
  fields: ({ one }) => ({
    studio: one('studio'),
    decision: one('decision'),
    revocationDecision: one('revocationDecision'),
  }),
});
