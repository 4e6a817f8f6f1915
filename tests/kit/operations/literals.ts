import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** A value as it stands in a document; what does not fit the type is written as it would be in JSON. */
export function literal(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (Array.isArray(value)) {
    const item = isListType(nullable) ? nullable.ofType : nullable;
    return `[${value.map((each) => literal(each, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(nullable) ? nullable.getFields() : {};
    const members = Object.entries(value).map(
      ([name, each]) => `${name}: ${literal(each, fields[name]?.type ?? nullable)}`,
    );
    return `{ ${members.join(', ')} }`;
  }
  if (isListType(nullable)) return literal(value, nullable.ofType);
  return isEnumType(nullable) && value !== null ? String(value) : JSON.stringify(value);
}

/** Some value of the type, for a default that something else is given for. */
export function fallback(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return '[]';
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{ ${required.map((field) => `${field.name}: ${fallback(field.type)}`).join(', ')} }`;
  }
  const { name } = nullable;
  if (name === 'Boolean') return 'true';
  if (name === 'Date') return '"2026-05-01"';
  return name === 'DateTime' ? '"2026-05-01T12:00:00Z"' : name === 'String' ? '"工"' : '1';
}
