import './graphql/scalars.ts';
import './graphql/node.ts';
import './graphql/enumLabels.ts';
import './features/history/index.ts';
import './features/calendar/index.ts';
import './features/regions/index.ts';
import './features/organizations/index.ts';
import './features/people/index.ts';
import './features/figures/index.ts';
import './features/initiatives/index.ts';
import './features/decisions/index.ts';
import './features/committees/index.ts';
import './features/projects/index.ts';
import './features/studios/index.ts';
import './features/innovation/index.ts';
import './features/competitions/index.ts';
import './features/entries/index.ts';
import './features/summaries/index.ts';
import './features/enclosures/index.ts';
import './features/scoring/index.ts';
import './features/vetoes/index.ts';
import './features/standings/index.ts';
import './features/stateOfPlay/index.ts';
import './features/meetings/index.ts';
import './features/awards/index.ts';
import './features/notices/index.ts';
import './features/praise/index.ts';
import './features/access/index.ts';
import './features/viewer/index.ts';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { builder } from './graphql/builder.ts';

export const schema = withBareColumns(builder.toSchema());

/** A column needs no resolver: what only reads a property of the row is faster without one. */
function withBareColumns(built: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(built.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (field.extensions.declared?.kind === 'column') field.resolve = undefined;
    }
  }
  return built;
}
