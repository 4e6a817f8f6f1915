import { type Column, fieldOf, type ModelName } from '../../platform/models.ts';
import { concatenated, literal, type Sql } from './sql.ts';

/** A row whose columns a statement may read. */
export class Source {
  /** The columns that are read. */
  readonly used = new Set<string>();

  constructor(
    readonly field: (name: string) => Column,
    readonly table: string,
    /** Whether SQL derives it, and no model has it. */
    readonly isDerived = false,
  ) {}

  column(name: string): string {
    this.used.add(name);
    return `${this.table}."${this.field(name).column}"`;
  }
}

/** An object as JSON text. Where a value is missing that must be there, all of it is null. */
export function objectText(entries: readonly (readonly [key: string, value: Sql])[]): Sql {
  const parts = entries.flatMap(([key, value], i) => [literal(`${i === 0 ? '{' : ','}"${key}":`), value]);
  return concatenated(parts.length > 0 ? [...parts, literal('}')] : [literal('{}')]);
}

/** A column's value as JSON text, spelled as the scalars of the schema spell it. */
export function columnText(row: Source, name: string): string {
  const column = row.field(name);
  return orNull(column, spelled(column, row.column(name)));
}

/** A value of the field as it stands in a cursor. */
export function cursorText(model: ModelName, name: string, value: string): string {
  const column = fieldOf(model, name);
  return orNull(column, spelled(column, value, 'T00:00:00.000Z'));
}

/** A text as text in JSON; for what has no sign that JSON writes in another way. */
export function quoted(text: string): string {
  return `('"' || ${text} || '"')`;
}

/** The global id of a row of the model. */
export function globalIdText(model: ModelName, id: string): string {
  // Three bytes are four characters: what is whole of the model's name is encoded here.
  const name = Buffer.from(`${model}:`);
  const whole = name.length - (name.length % 3);
  const rest = literal(name.subarray(whole).toString());
  return `${literal(name.subarray(0, whole).toString('base64'))} || encode(convert_to(${rest} || ${id}, 'UTF8'), 'base64')`;
}

function orNull({ nullable }: Column, text: string): string {
  return nullable ? `coalesce(${text}, 'null')` : text;
}

function spelled({ type, sql, list }: Column, column: string, timeOfDay = ''): string {
  // Of text and of enums, which are written alike.
  if (list) return `to_json(${column})::text`;
  if (type === 'String' && sql === 'text') return `to_json(${column})::text`;
  if (type === 'Int' || type === 'Boolean' || type === 'Json') return `${column}::text`;
  if (type === 'Decimal') return quoted(`trim_scale(${column})::text`);
  if (sql === 'timestamptz')
    return quoted(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  if (sql === 'date') return quoted(`${column}::text || '${timeOfDay}'`);
  return quoted(`${column}::text`);
}
