import { describe, expect, test } from 'vitest';
import { actionsFrom, mutationOf, reachableStates, type Workflow } from '../../src/platform/workflow.ts';

type State = 'DRAFT' | 'RUNNING' | 'HALTED' | 'ENDED' | 'LOST';
const workflow: Workflow<State> = {
  CREATE: { from: [], to: 'DRAFT', description: 'Make it' },
  START: { from: ['DRAFT'], to: 'RUNNING', description: 'Start it' },
  HALT: { from: ['DRAFT', 'RUNNING'], to: 'HALTED', description: 'Halt it' },
  RESUME: { from: ['HALTED'], to: ['DRAFT', 'RUNNING'], description: 'Go on with it' },
  END: { from: ['RUNNING'], to: 'ENDED', isAutomatic: true, description: 'Ends by itself' },
};

describe('a workflow', () => {
  test.each([
    ['DRAFT', ['START', 'HALT']],
    ['RUNNING', ['HALT']],
    ['HALTED', ['RESUME']],
    ['ENDED', []],
  ] as const)('in %s these can be done: %j', (state, actions) => {
    expect(actionsFrom(workflow, state)).toEqual(actions);
  });

  test('reaches what follows from its beginnings, and nothing else', () => {
    expect([...reachableStates(workflow)].sort()).toEqual(['DRAFT', 'ENDED', 'HALTED', 'RUNNING']);
    const { CREATE: _, ...withoutBeginning } = workflow;
    expect([...reachableStates(withoutBeginning)]).toEqual([]);
  });

  test('names the mutation of an action', () => {
    expect(mutationOf('competition', 'OPEN_APPLICATIONS')).toBe('competitionOpenApplications');
    expect(mutationOf('entry', 'SUBMIT')).toBe('entrySubmit');
  });
});
