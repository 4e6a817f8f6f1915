/** What leads from some states to another. An action without states to begin from makes the record. */
export interface Transition<State extends string> {
  /** What is done, with the Chinese term. */
  readonly description: string;
  readonly from: readonly State[];
  /** The state afterwards; several, where the record itself says which; none, where it stays as it is. */
  readonly to: State | readonly State[];
  /** Whether whoever does it must say why. */
  readonly needsOpinion?: boolean;
  /** Whether the program does it by itself, at its time. */
  readonly isAutomatic?: boolean;
}

/** The actions on a kind of record, by names as in OPEN_NOTICE. */
export type Workflow<State extends string = string, Action extends string = string> = Readonly<
  Record<Action, Transition<State>>
>;

export type ActionOf<W> = keyof W & string;

/** What may be done by somebody in this state, as far as the workflow goes. */
export function actionsFrom<State extends string, Action extends string>(
  workflow: Workflow<State, Action>,
  state: State,
): Action[] {
  return (Object.keys(workflow) as Action[]).filter((action) => {
    const { from, isAutomatic } = workflow[action];
    return from.includes(state) && !isAutomatic;
  });
}

/** The states that a record can come to. */
export function reachableStates<State extends string>(workflow: Workflow<State>): Set<State> {
  const transitions = Object.values<Transition<State>>(workflow);
  const found = new Set(transitions.filter(({ from }) => from.length === 0).flatMap(({ to }) => to));
  // A set that grows while it is walked is walked to its end.
  for (const state of found) {
    for (const { from, to } of transitions) {
      if (from.includes(state)) for (const next of [to].flat() as State[]) found.add(next);
    }
  }
  return found;
}

/** The mutation that does it, as in competitionOpenNotice. */
export function mutationOf(object: string, action: string): string {
  const words = action.toLowerCase().split('_');
  return object + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}
