import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { type ModelName, models } from '../../../src/platform/models.ts';
import { schema } from '../../../src/schema.ts';
import { NOT_TOLD } from './told.ts';
import { FOR_FEW, INTERNAL, type Row, UNSEEDED, type World } from './world.ts';

/** A field that leads from a row to others, or counts them. */
export interface Field {
  readonly type: ModelName;
  readonly name: string;
  readonly kind: 'one' | 'many' | 'count';
  /** Whether it has the argument includeDescendants. */
  readonly hasDescendants: boolean;
}

/** The tables that lists lead over, each with its key of the one end and of the other. */
const OVER: Record<string, [join: ModelName, from: string, to: string, target: ModelName]> = {
  'AwardType.initiatives': ['InitiativeAwardType', 'awardTypeId', 'initiativeId', 'Initiative'],
  'Competition.hosts': ['CompetitionHost', 'competitionId', 'organizationId', 'Organization'],
  'Initiative.awardTypes': ['InitiativeAwardType', 'initiativeId', 'awardTypeId', 'AwardType'],
  'InnovationResult.contributors': ['ResultContributor', 'resultId', 'personId', 'Person'],
  'Organization.hostedCompetitions': ['CompetitionHost', 'organizationId', 'competitionId', 'Competition'],
  'Organization.jointStudios': ['StudioPartner', 'organizationId', 'studioId', 'Studio'],
  'Organization.predecessors': ['OrganizationSuccession', 'successorId', 'predecessorId', 'Organization'],
  'Organization.successors': ['OrganizationSuccession', 'predecessorId', 'successorId', 'Organization'],
  'Person.results': ['ResultContributor', 'personId', 'resultId', 'InnovationResult'],
  'Region.predecessors': ['RegionSuccession', 'successorId', 'predecessorId', 'Region'],
  'Region.successors': ['RegionSuccession', 'predecessorId', 'successorId', 'Region'],
  'ScoreSheet.standingRows': ['StandingPart', 'sheetId', 'rowId', 'StandingRow'],
  'StandingRow.sheets': ['StandingPart', 'rowId', 'sheetId', 'ScoreSheet'],
  'Studio.partners': ['StudioPartner', 'studioId', 'organizationId', 'Organization'],
};

/** What the numbers count. */
const COUNTED: Record<string, [list: string, counts: (row: Row) => boolean]> = {
  'Committee.seatsTaken': ['members', ({ validTo }) => validTo === null],
  'SourceDocument.doubtfulCount': [
    'observations',
    ({ bound, status }) => bound === 'UNCERTAIN' || status === 'DISPUTED',
  ],
};

/** Lists that also have what was revoked. */
const WHOLE = ['Decision.revokedGrants'];

/** Relations of organizations that were merged: the demonstration year has none that passed a code on. */
export const CODES_PASSED_ON = ['Organization.formerIdentifiers', 'OrganizationIdentifier.issuedTo'];
/** Relations that lead nowhere in the demonstration year: no figure in it was corrected either. */
export const NOWHERE = [
  ...['Observation.corrections', 'Observation.supersedes'],
  ...CODES_PASSED_ON,
  ...NOT_TOLD,
].sort();

/** Every field of every type that is declared as a relation, as far as somebody besides the keepers of accounts sees it. */
export const ROLE_FIELDS: readonly Field[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const { name, args, extensions } = field;
      const kind = extensions.declared?.kind;
      if (FOR_FEW.includes(type.name) || FOR_FEW.includes(modelOf(field))) return [];
      if (kind !== 'one' && kind !== 'many' && kind !== 'count') return [];
      const hasDescendants = args.some((arg) => arg.name === 'includeDescendants');
      return [{ type: type.name as ModelName, name, kind, hasDescendants }];
    }),
  );

/** Those that show something to the public. */
export const FIELDS = ROLE_FIELDS.filter(
  (field) => ![field.type, targetOf(field)].some((name) => [...INTERNAL, ...UNSEEDED].includes(name)),
);

/** The lists at the root. */
export const ROLE_ROOT_LISTS: readonly GraphQLField<unknown, unknown>[] = Object.values(
  schema.getQueryType()!.getFields(),
).filter((field) => field.extensions.declared?.kind === 'list' && !FOR_FEW.includes(modelOf(field)));

/** Those that show something to the public. */
export const ROOT_LISTS = ROLE_ROOT_LISTS.filter(
  (list) => ![...INTERNAL, ...UNSEEDED].includes(modelOf(list)),
);

/** The model that a list is of. */
export function modelOf({ type }: GraphQLField<unknown, unknown>): ModelName {
  return getNamedType(type).name.replace(/Connection$/, '') as ModelName;
}

/** The model that a field leads to, by the foreign key of its name. */
export function targetOf({ type, name, kind }: Field): ModelName {
  if (name === 'events') return 'WorkflowEvent';
  const over = OVER[`${type}.${name}`];
  if (over) return over[3];
  return models[type].relations[kind === 'count' ? COUNTED[`${type}.${name}`]![0] : name]!.model;
}

/** The rows that the keys lead to, hidden ones among them. */
export function reached(world: World, field: Field, parent: Row): Row[] {
  const { type, name, kind } = field;
  if (name === 'events')
    return world
      .having('WorkflowEvent', 'subjectId', parent.id)
      .filter(({ subjectType }) => subjectType === type);
  const over = OVER[`${type}.${name}`];
  if (over) {
    const [join, from, to, target] = over;
    return world.having(join, from, parent.id).flatMap((row) => world.find(target, row[to]) ?? []);
  }
  const [list, counts] = kind === 'count' ? COUNTED[`${type}.${name}`]! : [name, () => true];
  const { model, from, to } = models[type].relations[list]!;
  if (parent[from] === null) return [];
  return world.having(model, to, parent[from]).filter(counts);
}

/** The rows that somebody finds there: those that they may see, as a rule the public ones, and of awards those in force. */
export function found(
  world: World,
  field: Field,
  parent: Row,
  sees: (model: ModelName, id: unknown) => boolean = (model, id) => world.isPublic(model, id),
): Row[] {
  const model = targetOf(field);
  const isListed = (row: Row) =>
    model !== 'AwardGrant' || WHOLE.includes(`${field.type}.${field.name}`) || row.status === 'EFFECTIVE';
  return reached(world, field, parent).filter((row) => sees(model, row.id) && isListed(row));
}

/** Parents with most, one and none, some between them, and some from which part of the rows is hidden. */
export function sampleOf(world: World, field: Field): Row[] {
  const parents = world
    .rows(field.type)
    .map((row) => ({ row, seen: found(world, field, row).length, all: reached(world, field, row).length }))
    .toSorted((one, other) => other.seen - one.seen);
  const some = (kind: (each: { seen: number; all: number }) => boolean) => {
    const all = parents.filter(kind);
    return [...all.slice(0, 3), ...all.slice(-3)].map(({ row }) => row);
  };
  return [
    ...new Set([
      ...some(({ seen }) => seen > 1),
      ...some(({ seen }) => seen === 1),
      ...some(({ all }) => all === 0),
      ...some(({ seen, all }) => seen < all),
      ...parents.filter((_, n) => n % Math.ceil(parents.length / 8) === 0).map(({ row }) => row),
    ]),
  ];
}
