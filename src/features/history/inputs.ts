import { ordering } from '../../graphql/ordering.ts';

export const eventList = { order: ordering('WorkflowEvent', ['at']) };
