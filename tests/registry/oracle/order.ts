import { enums } from '../../../src/generated/datamodel.ts';
import { Prisma } from '../../../src/generated/prisma/client.ts';
import { fieldOf, type ModelName } from '../../../src/platform/models.ts';
import type { Row } from './world.ts';

export interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** In what order the rows of a model come unless another is asked for: the first field of each list's promise. */
const DEFAULTS: Partial<Record<ModelName, [field: string, direction: Order['direction']]>> = {
  ActionItem: ['dueOn', 'ASC'],
  AssessorAssignment: ['createdAt', 'ASC'],
  AwardGrant: ['grantedOn', 'DESC'],
  AwardType: ['code', 'ASC'],
  CalendarDay: ['date', 'ASC'],
  Committee: ['name', 'ASC'],
  CommitteeMeeting: ['heldAt', 'DESC'],
  CommitteeMember: ['post', 'ASC'],
  Competition: ['year', 'DESC'],
  Criterion: ['ordinal', 'ASC'],
  Decision: ['issuedOn', 'DESC'],
  Enclosure: ['createdAt', 'ASC'],
  Entry: ['entryNo', 'ASC'],
  Indicator: ['code', 'ASC'],
  Initiative: ['code', 'ASC'],
  InnovationGroup: ['name', 'ASC'],
  InnovationResult: ['completedOn', 'DESC'],
  MeetingAttendance: ['ordinal', 'ASC'],
  MentorPair: ['startsOn', 'DESC'],
  Metric: ['ordinal', 'ASC'],
  MetricValue: ['value', 'ASC'],
  Objection: ['receivedAt', 'ASC'],
  Observation: ['code', 'ASC'],
  Organization: ['name', 'ASC'],
  OrganizationIdentifier: ['scheme', 'ASC'],
  Person: ['name', 'ASC'],
  Project: ['name', 'ASC'],
  ProjectParticipant: ['role', 'ASC'],
  PublicNotice: ['closesOn', 'DESC'],
  QuotaRule: ['ordinal', 'ASC'],
  Recusal: ['createdAt', 'ASC'],
  Region: ['path', 'ASC'],
  ResultAdoption: ['adoptedOn', 'DESC'],
  ScoreItem: ['ordinal', 'ASC'],
  ScoreSheet: ['createdAt', 'ASC'],
  ScoringScheme: ['createdAt', 'DESC'],
  SelectionReason: ['ordinal', 'ASC'],
  Shortlist: ['createdAt', 'DESC'],
  ShortlistCandidate: ['ordinal', 'ASC'],
  SourceDocument: ['fileName', 'ASC'],
  Stage: ['ordinal', 'ASC'],
  Standing: ['createdAt', 'DESC'],
  StandingRow: ['ordinal', 'ASC'],
  StageSummary: ['dueOn', 'ASC'],
  StateOfPlaySnapshot: ['takenAt', 'DESC'],
  Studio: ['name', 'ASC'],
  StudioMember: ['role', 'ASC'],
  StudioTitle: ['level', 'ASC'],
  Track: ['ordinal', 'ASC'],
  Veto: ['occurredOn', 'DESC'],
  WorkflowEvent: ['at', 'ASC'],
};

export function defaultOrder(model: ModelName): Order {
  const [field, direction] = DEFAULTS[model]!;
  return { field, direction };
}

/** Sorted as promised: absent values last in both directions, equal ones by their ids in the same direction. */
export function ordered(
  model: ModelName,
  rows: readonly Row[],
  { field, direction }: Order = defaultOrder(model),
): Row[] {
  const compare = comparing(model, field);
  const sign = direction === 'ASC' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const absence = Number(one[field] === null) - Number(other[field] === null);
    if (absence !== 0) return absence;
    const byValue = one[field] === null ? 0 : compare(one[field], other[field]);
    return sign * (byValue || byBytes(one.id, other.id));
  });
}

/** How two values of a field compare: text by its bytes, enums in the order of their declaration, amounts as numbers. */
export function comparing(model: ModelName, field: string): (one: unknown, other: unknown) => number {
  const { type } = fieldOf(model, field);
  if (type in enums) {
    const values = Object.keys(enums[type as keyof typeof enums].values);
    return (one, other) => values.indexOf(one as string) - values.indexOf(other as string);
  }
  if (type === 'Decimal') return (one, other) => new Prisma.Decimal(one as string).cmp(other as string);
  if (type === 'String') return byBytes as never;
  return (one, other) => Number(one) - Number(other);
}

export function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The id by which clients know a row. */
export function globalId(model: ModelName, id: unknown): string {
  return btoa(`${model}:${id}`);
}
