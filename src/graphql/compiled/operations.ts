import { type DocumentNode, type GraphQLSchema, getOperationAST, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { faultsOf, parsed } from '../execution.ts';
import { CompiledOperation } from './operation.ts';

/** Characters of the documents that are kept at most. */
const MOST_CHARACTERS = 2_000_000;
const NAME = /^\w{1,200}$/;

/** The queries that were asked so far, each read, checked and compiled once. */
export class Operations {
  private readonly known = new LRUCache<string, CompiledOperation | 'executed'>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_operation, key) => key.length,
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly hasIntrospection: boolean,
  ) {}

  /** The query of this name in the document; undefined for what must be executed, or is at fault. */
  find(source: string, operationName: string | null | undefined): CompiledOperation | undefined {
    if (operationName != null && !NAME.test(operationName)) return undefined;
    const key = `${operationName ?? ''}\n${source}`;
    let operation = this.known.get(key);
    if (!operation) this.known.set(key, (operation = this.compiled(source, operationName) ?? 'executed'));
    return operation === 'executed' ? undefined : operation;
  }

  private compiled(source: string, operationName: string | null | undefined): CompiledOperation | undefined {
    try {
      const document = parsed(source);
      if (faultsOf(this.schema, document, this.hasIntrospection).length > 0) return undefined;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'query' || !this.isRead(document)) return undefined;
      return new CompiledOperation(this.schema, document, operation);
    } catch {
      return undefined;
    }
  }

  /** Whether statements can read some of it. What describes the schema is left to GraphQL. */
  private isRead(document: DocumentNode): boolean {
    const fields = this.schema.getQueryType()!.getFields();
    const names = new Set<string>();
    visit(document, { Field: ({ name }) => void names.add(name.value) });
    if (names.has('__schema') || names.has('__type')) return false;
    return [...names].some((name) => fields[name]?.extensions.declared);
  }
}
