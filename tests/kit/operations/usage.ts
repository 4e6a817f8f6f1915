import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** How a document reads: kinds of declarations, parts of lists, abstract types, arguments, and GraphQL's own ways. */
export function usedBy(document: DocumentNode, schema: GraphQLSchema): Set<string> {
  const used = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name: { value: name }, alias, arguments: given = [] }) {
        const parent = types.getParentType()!;
        const { extensions, type } = types.getFieldDef()!;
        const { declared } = extensions;
        if (declared) used.add(declared.kind);
        else if (parent === schema.getQueryType() && name !== '__typename') used.add('resolver');
        if (/Connection$|Edge$|^PageInfo$|^FacetGroup$/.test(parent.name)) used.add(`.${name}`);
        if (isAbstractType(getNamedType(type))) used.add(getNamedType(type).name);
        if (alias?.value === '__proto__' || name === '__typename') used.add(alias?.value ?? name);
        for (const argument of given) used.add(`${argument.name.value}:`);
      },
      Directive: ({ name }) => void used.add(`@${name.value}`),
      FragmentSpread: () => void used.add('...F'),
      InlineFragment: ({ typeCondition }) => void used.add(typeCondition ? '... on' : '...'),
      VariableDefinition: ({ defaultValue }) => void used.add(defaultValue ? '$ =' : '$'),
    }),
  );
  return used;
}
