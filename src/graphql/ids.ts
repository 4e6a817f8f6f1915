import { isUuid } from '../platform/cursor.ts';
import { type ModelName, models, type Where } from '../platform/models.ts';
import { NotFoundError } from '../platform/refusals.ts';

/** The id by which clients know a row, unique over all types. */
export function globalId(model: ModelName, id: string): string {
  return Buffer.from(`${model}:${id}`).toString('base64');
}

/** What a global id stands for; undefined for anything that globalId() would not have made. */
export function fromGlobalId(text: string): { model: ModelName; id: string } | undefined {
  const [model, id, ...more] = Buffer.from(text, 'base64').toString().split(':');
  if (!model || !Object.hasOwn(models, model) || !isUuid(id) || more.length > 0) return undefined;
  return globalId(model as ModelName, id) === text ? { model: model as ModelName, id } : undefined;
}

/** The row's own id behind a global id of this model; undefined for a global id of anything else. */
export function localId(model: ModelName, text: string): string | undefined {
  const key = fromGlobalId(text);
  return key?.model === model ? key.id : undefined;
}

/** The condition that a row has this global id; undefined where no row of the model can have it. */
export function withId(model: ModelName, text: unknown): Where<ModelName> | undefined {
  const id = localId(model, String(text));
  return id === undefined ? undefined : { id };
}

/**
 * The row's own id behind a global id that a mutation was given in `path`.
 * @throws {NotFoundError} for a global id of anything else
 */
export function idGiven(model: ModelName, text: string, path: readonly string[] = ['id']): string {
  const id = localId(model, text);
  if (id === undefined) throw new NotFoundError(model, path);
  return id;
}

/** The same for an id that may be left out, or be null to take away what was there. */
export function idIfGiven<Text extends string | null | undefined>(
  model: ModelName,
  text: Text,
  path: readonly string[],
): Text {
  return (text == null ? text : idGiven(model, text, path)) as Text;
}
