import { enums } from '../../../src/generated/datamodel.ts';
import { fieldOf, type ModelName, models } from '../../../src/platform/models.ts';
import { globalId } from '../../registry/oracle/order.ts';
import type { World } from '../../registry/oracle/world.ts';

/** Members and arguments that are about a field of another model. */
const ELSEWHERE: Readonly<Record<string, readonly [ModelName, field: string]>> = {
  regionCode: ['Region', 'code'],
  awardTypeCode: ['AwardType', 'code'],
  indicatorCode: ['Indicator', 'code'],
  sourceFileName: ['SourceDocument', 'fileName'],
  topic: ['Indicator', 'topic'],
  validOn: ['AwardType', 'validFrom'],
};
/** Members by ids that no foreign key has the name of. */
const OVER: Readonly<Record<string, ModelName>> = {
  member: 'Person',
  contributor: 'Person',
  host: 'Organization',
  participant: 'Organization',
};
const YEARS = [1999, 2024, 2025, 2026];

/** What a database holds, hidden rows too, as values for operations. */
export class Content {
  readonly models: readonly ModelName[];
  private readonly pools = new Map<string, readonly unknown[]>();

  /** `cursors` are by model and order. */
  constructor(
    private readonly world: World,
    readonly cursors: Readonly<Record<string, readonly string[]>>,
  ) {
    const isFilled = (model: ModelName) => model !== 'RegionAncestry' && world.all(model).length > 0;
    this.models = (Object.keys(models) as ModelName[]).filter(isFilled);
  }

  ids(model: ModelName): readonly string[] {
    return this.pool(`${model}.id`, () => this.world.all(model).map(({ id }) => globalId(model, id)));
  }

  /** Ids that fit a member or an argument of this name. */
  idsAt(model: ModelName | undefined, name: string): readonly string[] {
    const target = OVER[name] ?? (model && models[model].relations[name]?.model) ?? model;
    return target && this.models.includes(target) ? this.ids(target) : this.ids('Organization');
  }

  /** Values as clients give them, that are there; none for what is no field. */
  values(model: ModelName | undefined, name: string): readonly unknown[] {
    if (name === 'year') return YEARS;
    if (name === 'type') return Object.keys(enums);
    if (name === 'uscc') return this.usccs;
    const [owner, field] = ELSEWHERE[name] ?? [model, name];
    if (!owner || !models[owner].fields[field]) return [];
    return this.pool(`${owner}.${field}`, () => {
      const column = fieldOf(owner, field);
      const given = this.world.all(owner).flatMap((row) => row[field] ?? []);
      return [...new Set(given.map((value) => spelled(value, column.sql)))];
    });
  }

  /** Texts that can be found in rows of the model. */
  texts(model: ModelName | undefined): readonly string[] {
    if (!model) return ['工会'];
    return this.pool(`${model} texts`, () =>
      Object.entries(models[model].fields)
        .filter(([, { type, sql }]) => type === 'String' && sql === 'text')
        .flatMap(([name]) => this.values(model, name) as readonly string[]),
    );
  }

  private get usccs(): readonly unknown[] {
    const identifiers = this.world.all('OrganizationIdentifier');
    return identifiers.flatMap(({ scheme, value }) => (scheme === 'USCC' ? [value] : []));
  }

  private pool<Value>(name: string, make: () => readonly Value[]): readonly Value[] {
    let pool = this.pools.get(name);
    if (!pool) this.pools.set(name, (pool = make()));
    return pool as readonly Value[];
  }
}

function spelled(value: unknown, sql: string): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, sql === 'date' ? 10 : undefined);
  return typeof value === 'object' ? String(value) : value;
}
