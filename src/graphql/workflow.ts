import type { Call } from '../platform/call.ts';
import { entry } from '../platform/loaders.ts';
import type { FieldName, Row } from '../platform/models.ts';
import { type ActionOf, actionsFrom, type Workflow } from '../platform/workflow.ts';
import type { Staged } from '../platform/writes.ts';
import { builder, type Types } from './builder.ts';
import { connectionField, type Dialect, type FieldMap, type RootFields } from './fields.ts';
import type { NodeName } from './refs.ts';

type StagedNode = Staged & NodeName;

interface WorkflowFields<M extends StagedNode, W extends Workflow> {
  readonly workflow: W;
  /** The columns that `may` reads, besides the id and the status. */
  readonly needs: readonly FieldName<M>[];
  /** Whether whoever asks may do this to the record, as the command itself asks it. */
  readonly may: (call: Call, action: ActionOf<W>, row: Row<M>) => boolean | Promise<boolean>;
}

/** The fields of a type that goes through a workflow: what the viewer can do now, and what was done. */
export function workflowFields<M extends StagedNode, W extends Workflow>(
  name: M,
  { t, computed }: Dialect<M>,
  { workflow, needs, may }: WorkflowFields<M, W>,
): FieldMap {
  return {
    nextActions: t.field({
      type: [actionType(name, workflow)],
      description: 'What you may do to it now: each is a mutation of the same name. Empty for the public',
      extensions: computed(...(['id', 'status', ...needs] as FieldName<M>[])),
      resolve: async (row, _args, call) => {
        const { status } = row as { status: string };
        const actions = actionsFrom(workflow, status) as ActionOf<W>[];
        const allowed = await Promise.all(actions.map((action) => may(call, action, row as Row<M>)));
        return actions.filter((_, n) => allowed[n]);
      },
    }),
    events: eventsOf(t, name),
  };
}

/** The steps of a record, as far as the viewer may read of them. */
export function eventsOf(t: object, name: NodeName) {
  const list = {
    model: 'WorkflowEvent',
    relation: { model: 'WorkflowEvent', from: 'id', to: 'subjectId' },
    where: { subjectType: name },
  } as const;
  return connectionField(
    t as RootFields,
    list,
    'What was done to it, by whom and why, in order (流程记录): for those who look after it, and of one’s own doing',
    { kind: 'many', list },
  );
}

const actionTypes = new Map<string, PothosSchemaTypes.EnumRef<Types, string>>();

function actionType(name: string, workflow: Workflow) {
  return entry(actionTypes, name, () => {
    const actions = Object.entries(workflow).filter(
      ([, { from, isAutomatic }]) => from.length > 0 && !isAutomatic,
    );
    return builder.enumType(`${name}Action`, {
      description: `What can be done to a record of type ${name} on its way`,
      values: Object.fromEntries(actions.map(([action, { description }]) => [action, { description }])),
    });
  });
}
