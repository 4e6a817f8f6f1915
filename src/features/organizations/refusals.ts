import { rowField } from '../../graphql/fields.ts';
import { node } from '../../graphql/refs.ts';
import { refusalType } from '../../graphql/refusals.ts';
import { readOne } from '../../graphql/rows.ts';
import type { Row } from '../../platform/models.ts';
import { IdentifierTakenError, OrganizationEndedError, OrganizationInUseError, UsccError } from './rules.ts';

refusalType(UsccError, 'The text is no unified social credit code (统一社会信用代码)', (t) => ({
  position: t.int({
    nullable: true,
    description: 'Place of the character that is wrong, from 1; absent where the length is',
    resolve: ({ fault }) => fault.position ?? null,
  }),
}));
refusalType(IdentifierTakenError, 'The code stands for an organization already', (t) => ({
  organization: rowField(
    t,
    'Organization',
    'organizationId',
    'The organization that has it; absent where you may not see it',
  ),
}));
refusalType(OrganizationInUseError, 'Others still lie directly below it', (t) => ({
  below: t.exposeInt('below', { description: 'How many existing organizations and unions do' }),
}));
refusalType(
  OrganizationEndedError,
  'It was closed or merged: records of today refer to its successors',
  (t) => ({
    successors: t.field({
      type: [node('Organization')],
      description: 'The organizations that took its place',
      resolve: ({ successors }, _args, call, info) =>
        Promise.all(
          successors.map(
            ({ id }) => readOne('Organization', 'id', id, call, info) as Promise<Row<'Organization'>>,
          ),
        ),
    }),
  }),
);
