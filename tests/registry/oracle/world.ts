import type { PrismaClient } from '../../../src/generated/prisma/client.ts';
import { entry } from '../../../src/platform/loaders.ts';
import { type ModelName, models } from '../../../src/platform/models.ts';

export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

type Delegate = { findMany(args: object): Promise<Row[]> };

/** What of a table is for everybody. Written once more here: the tests must not believe the policies. */
const PUBLIC: Partial<Record<ModelName, (row: Row, of: World) => boolean>> = {
  Competition: ({ publishedAt }) => publishedAt !== null,
  Track: ({ competitionId }, of) => of.isPublic('Competition', competitionId),
  Stage: ({ competitionId }, of) => of.isPublic('Competition', competitionId),
  Metric: ({ competitionId }, of) => of.isPublic('Competition', competitionId),
  Entry: ({ status, competitionId }, of) =>
    ['APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED'].includes(status as string) &&
    of.isPublic('Competition', competitionId),
  Enclosure: ({ entryId }, of) => entryId !== null && of.isPublic('Entry', entryId),
  InnovationResult: ({ status, isConfidential }) =>
    ['RECOGNIZED', 'PROMOTED'].includes(status as string) && !isConfidential,
  ResultAdoption: ({ resultId }, of) => of.isPublic('InnovationResult', resultId),
  ScoringScheme: ({ status, competitionId }, of) =>
    status !== 'DRAFT' && (competitionId === null || of.isPublic('Competition', competitionId)),
  Criterion: ({ schemeId }, of) => of.isPublic('ScoringScheme', schemeId),
  ScoreSheet: ({ publishedAt, entryId }, of) =>
    publishedAt !== null &&
    of.isPublic('Entry', entryId) &&
    !isFrozen(of, of.find('Entry', entryId)!.competitionId),
  ScoreItem: ({ sheetId }, of) => of.isPublic('ScoreSheet', sheetId),
  Standing: ({ publishedAt, competitionId }, of) =>
    publishedAt !== null && of.isPublic('Competition', competitionId),
  StandingRow: ({ standingId }, of) =>
    of.isPublic('Standing', standingId) && !isFrozen(of, of.find('Standing', standingId)!.competitionId),
  PublicNotice: ({ competitionId }, of) => of.isPublic('Competition', competitionId),
  Shortlist: ({ noticedAt, competitionId }, of) =>
    noticedAt !== null && of.isPublic('Competition', competitionId),
  QuotaRule: ({ shortlistId }, of) => of.isPublic('Shortlist', shortlistId),
  ShortlistCandidate: ({ isSelected, shortlistId }, of) =>
    isSelected === true && of.isPublic('Shortlist', shortlistId),
  SelectionReason: ({ kind, candidateId }, of) =>
    kind === 'RANKED_IN_QUOTA' && of.isPublic('ShortlistCandidate', candidateId),
  StudioTitle: ({ status }) =>
    !['APPLIED', 'RETURNED', 'RECOMMENDED', 'EXPERT_REVIEW', 'MEETING', 'REJECTED'].includes(
      status as string,
    ),
};

/** Of these the public sees nothing: tests/access looks at them. */
export const FOR_FEW: readonly string[] = ['User', 'RoleAssignment', 'ApiClient', 'ApiKey'];

/** Of these the public sees nothing either: tests/registry/roles.test.ts looks at who does. */
export const INTERNAL: readonly string[] = [
  'PersonDetail',
  'WorkflowEvent',
  'StageSummary',
  'MetricValue',
  'AssessorAssignment',
  'Recusal',
  'Veto',
  'CommitteeMeeting',
  'MeetingAttendance',
  'StateOfPlaySnapshot',
  'ActionItem',
  'Objection',
];

/** Of these the demonstration year has none: tests/registry/roles.test.ts makes some. */
export const UNSEEDED: readonly string[] = [
  'Enclosure',
  'Shortlist',
  'QuotaRule',
  'ShortlistCandidate',
  'SelectionReason',
];

function isFrozen(of: World, competitionId: unknown): boolean {
  const { status, suspendedFrom } = of.find('Competition', competitionId)!;
  return status === 'FROZEN' || suspendedFrom === 'FROZEN';
}

/** Every row of every table, to be joined in memory. */
export class World {
  private readonly grouped = new Map<string, Map<unknown, Row[]>>();
  private readonly visible = new Map<ModelName, Row[]>();
  private readonly above = new Map<string, Set<string>>();

  private constructor(private readonly tables: ReadonlyMap<ModelName, Row[]>) {}

  static async read(prisma: PrismaClient): Promise<World> {
    const tables = new Map<ModelName, Row[]>();
    for (const model of Object.keys(models) as ModelName[]) {
      const delegate = `${model[0]!.toLowerCase()}${model.slice(1)}` as keyof PrismaClient;
      // Derived by the database: the tests derive it once more.
      if (model !== 'RegionAncestry') {
        tables.set(
          model,
          await (prisma[delegate] as unknown as Delegate).findMany({ orderBy: { id: 'asc' } }),
        );
      }
    }
    return new World(tables);
  }

  /** Hidden rows too. */
  all(model: ModelName): readonly Row[] {
    return this.tables.get(model)!;
  }

  /** The rows that everybody may see. */
  rows(model: ModelName): readonly Row[] {
    return entry(this.visible, model, () => this.all(model).filter(({ id }) => this.isPublic(model, id)));
  }

  /** The rows, hidden or not, whose field has this value. */
  having(model: ModelName, field: string, value: unknown): readonly Row[] {
    const rows = entry(this.grouped, `${model}.${field}`, () => {
      const groups = new Map<unknown, Row[]>();
      for (const row of this.all(model)) entry(groups, row[field], () => []).push(row);
      return groups;
    });
    return rows.get(value) ?? [];
  }

  find(model: ModelName, id: unknown): Row | undefined {
    return this.having(model, 'id', id)[0];
  }

  isPublic(model: ModelName, id: unknown): boolean {
    const row = this.find(model, id);
    const isForFew = FOR_FEW.includes(model) || INTERNAL.includes(model);
    return row !== undefined && !isForFew && (PUBLIC[model]?.(row, this) ?? true);
  }

  region(code: string): Row | undefined {
    return this.having('Region', 'code', code)[0];
  }

  /** The ids of what a region's records count for: itself, what is above it, its successors and what is above them. */
  regionsAbove(id: string): ReadonlySet<string> {
    return entry(this.above, id, () => {
      const found = new Set<string>();
      const further = [id];
      for (let next = further.pop(); next !== undefined; next = further.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        const { parentId } = this.find('Region', next)!;
        if (parentId !== null) further.push(parentId as string);
        for (const each of this.having('RegionSuccession', 'predecessorId', next)) {
          further.push(each.successorId as string);
        }
      }
      return found;
    });
  }

  /** Whether a record of the region `id` counts for the region with this code. */
  isWithin(id: unknown, code: string): boolean {
    const region = this.region(code);
    return region !== undefined && this.regionsAbove(id as string).has(region.id);
  }
}
