import fc from 'fast-check';
import { enums } from '../../../src/generated/datamodel.ts';
import { fieldOf, type ModelName } from '../../../src/platform/models.ts';
import { comparing, globalId } from './order.ts';
import type { Row, World } from './world.ts';

export type Filter = Readonly<Record<string, unknown>>;

/** A member of a filter: what may be given, and which rows match what is given. */
export interface Member {
  readonly values: fc.Arbitrary<unknown>;
  readonly matches: (row: Row, value: never, filter: Filter) => boolean;
}

type Range = { from?: string | number | null; to?: string | number | null };

const UNKNOWN = '0190aaaa-0000-7000-8000-000000000000';
const list = (values: fc.Arbitrary<unknown>, most = 4) =>
  fc.uniqueArray(values, { minLength: 1, maxLength: most });
/** Mostly what finds something; at times a list of nothing. */
const oneOfThese = (values: readonly unknown[], most?: number) =>
  fc.oneof(
    { weight: 30, arbitrary: list(fc.constantFrom(...values), most) },
    { weight: 1, arbitrary: fc.constant([]) },
  );

/** The kinds of members that filters have, over the rows of one model. */
export class Members {
  constructor(
    private readonly world: World,
    private readonly model: ModelName,
  ) {}

  /** One of the field's values, or of the enum's where it is one. */
  oneOf(field: string): Member {
    return this.oneOfValues(this.choices(this.model, field), (row) => row[field]);
  }

  equals(field: string): Member {
    return { values: fc.boolean(), matches: (row, value) => row[field] === value };
  }

  range(field: string): Member {
    const { type, sql } = fieldOf(this.model, field);
    const compare = comparing(this.model, field);
    const known = this.known(field).toSorted(compare);
    const written = (value: unknown) => {
      if (value instanceof Date) return value.toISOString().slice(0, sql === 'date' ? 10 : undefined);
      return type === 'Int' ? value : String(value);
    };
    const read = (text: unknown) => (type === 'DateTime' ? new Date(text as string) : text);
    const at = fc.nat({ max: known.length - 1 });
    return {
      values: fc
        .tuple(at, at, fc.constantFrom('from', 'to', 'both', 'neither'))
        .map(([one, other, ends]): Range => {
          const from = written(known[Math.min(one, other)]) as string;
          const to = written(known[Math.max(one, other)]) as string;
          if (ends === 'neither') return { from: null };
          return ends === 'both' ? { from, to } : ends === 'from' ? { from } : { to, from: null };
        }),
      matches: (row, { from, to }: Range) => {
        if (from == null && to == null) return true;
        if (row[field] === null) return false;
        return (
          (from == null || compare(row[field], read(from)) >= 0) &&
          (to == null || compare(row[field], read(to)) <= 0)
        );
      },
    };
  }

  /** The year of a day. */
  year(field: string): Member {
    const of = (row: Row) => (row[field] as Date | null)?.getUTCFullYear();
    const years = this.world.rows(this.model).flatMap((row) => of(row) ?? []);
    return this.oneOfValues([...new Set(years), 1999], of);
  }

  /** A field of the one row that a key leads to. */
  over(key: string, model: ModelName, field: string): Member {
    return this.oneOfValues(this.choices(model, field), (row) => this.world.find(model, row[key])?.[field]);
  }

  /** A foreign key, by global ids. */
  leadsTo(key: string, target: ModelName): Member {
    return {
      values: this.ids(target, this.known(key)),
      matches: (row, ids: string[]) => row[key] !== null && ids.includes(globalId(target, row[key])),
    };
  }

  /** The far ends of the rows of another table that have this one's id as their `from`. */
  joined(join: ModelName, from: string, to: string, target: ModelName): Member {
    const ends = this.world.rows(this.model).flatMap(({ id }) => this.world.having(join, from, id));
    return {
      values: this.ids(
        target,
        ends.map((end) => end[to]),
      ),
      matches: (row, ids: string[]) =>
        this.world.having(join, from, row.id).some((end) => ids.includes(globalId(target, end[to]))),
    };
  }

  /** A document number, with brackets of any kind. */
  docNo(field: string): Member {
    const brackets = fc.constantFrom('〔〕', '[]', '()', '（）', '【】');
    return {
      values: fc
        .tuple(fc.constantFrom(...(this.known(field) as string[]), '无〔2020〕1号'), brackets)
        .map(([docNo, [open, close]]) => docNo.replace('〔', open!).replace('〕', close!)),
      matches: (row, docNo: string) =>
        row[field] === docNo.replace(/[[(（【]/, '〔').replace(/[\])）】]/, '〕'),
    };
  }

  /** Text in one of the fields; capital letters count as small ones. */
  text(...fields: string[]): Member {
    const texts = fields.flatMap((field) => this.known(field) as string[]);
    const part = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 5 }), fc.boolean())
      .map(([text, at, length, isLoud]) => {
        const characters = [...text];
        const start = at % characters.length;
        const found = characters.slice(start, start + length).join('');
        return isLoud ? found.toUpperCase() : found;
      });
    return {
      values: fc.oneof(
        { weight: 9, arbitrary: part },
        { weight: 1, arbitrary: fc.constantFrom('%', '_', '\\', '没有') },
      ),
      matches: (row, text: string) =>
        fields.some((field) => (row[field] as string | null)?.toLowerCase().includes(text.toLowerCase())),
    };
  }

  /** The members `regionCode` and `includeDescendants`. */
  region(): Record<string, Member> {
    const used = this.world.rows(this.model).map(({ regionId }) => this.world.find('Region', regionId)!.code);
    const codes = [...new Set(used)].filter((code) => code !== null);
    const above = ['100000', '370000', '370600', '370614', '370684', '610000', '999999'];
    return {
      regionCode: {
        values: fc.constantFrom(...codes, ...above),
        matches: ({ regionId }, code: string, { includeDescendants }) =>
          includeDescendants
            ? this.world.isWithin(regionId, code)
            : this.world.find('Region', regionId)!.code === code,
      },
      includeDescendants: { values: fc.boolean(), matches: () => true },
    };
  }

  private oneOfValues(choices: readonly unknown[], of: (row: Row) => unknown): Member {
    return { values: oneOfThese(choices), matches: (row, values: unknown[]) => values.includes(of(row)) };
  }

  /** Known ids; at times one of nothing or of a wrong type, or what is no id. */
  private ids(target: ModelName, known: readonly unknown[]): fc.Arbitrary<unknown> {
    const own = [...new Set(known)].map((id) => globalId(target, id));
    const wrong = [globalId('Indicator', known[0]), globalId(target, UNKNOWN), 'none', ''];
    return fc.oneof(
      { weight: 5, arbitrary: oneOfThese(own, 12) },
      { weight: 1, arbitrary: list(fc.constantFrom(own[0], ...wrong)) },
    );
  }

  private choices(model: ModelName, field: string): readonly unknown[] {
    const { type } = fieldOf(model, field);
    if (type in enums) return Object.keys(enums[type as keyof typeof enums].values);
    return [...new Set(this.world.rows(model).map((row) => row[field]))].filter((value) => value !== null);
  }

  private known(field: string): unknown[] {
    return this.world.rows(this.model).flatMap((row) => row[field] ?? []);
  }
}
