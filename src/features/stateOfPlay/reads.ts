import type { Call } from '../../platform/call.ts';
import { rowsOfEach } from '../../platform/derived.ts';
import { loader } from '../../platform/loaders.ts';
import { entriesOf, moversOf, type Of, rankedOf, summariesOf, totalsOf, vetoesOf } from './parts.ts';
import type { StateOfPlay, Subject } from './tallies.ts';

/** How a competition or a stage stands now, as far as the actor may see it: each part is one statement for all of a tick. */
export function stateOfPlay(call: Call, subject: Subject): StateOfPlay {
  const key = JSON.stringify([subject.competitionId, subject.stageId]);
  const part =
    <Part>(write: (of: Of) => string) =>
    () =>
      loader(call, write, '', (keys: readonly string[]) => partsOf<Part>(call, write, keys)).load(key);
  return {
    ...subject,
    asOf: call.now(),
    entries: part(entriesOf),
    summaries: part(summariesOf),
    totals: part(totalsOf),
    movers: part(movers),
    vetoes: part(vetoesOf),
  };
}

function movers(of: Of): string {
  return moversOf(`(${rankedOf(of)})`);
}

/** Reads a part of several states of play, in the order of their keys. */
function partsOf<Part>(call: Call, write: (of: Of) => string, keys: readonly string[]): Promise<Part[][]> {
  const subjects = keys.map((key) => JSON.parse(key) as [string, string | null]);
  const lists = {
    competition_id: subjects.map(([competitionId]) => competitionId),
    stage_id: subjects.map(([, stageId]) => stageId),
  };
  return rowsOfEach(call, lists, (bind) =>
    write({ competitionId: 'parent.competition_id', stageId: 'parent.stage_id', call, bind }),
  );
}
