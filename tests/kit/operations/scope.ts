import { type GraphQLNamedType, isObjectType } from 'graphql';

/** A field with its arguments as it is written, and what may be selected below it. */
export interface Call {
  readonly text: string;
  /** Objects that it can lead to from each. */
  readonly items: number;
  /** Types of the objects that it probably leads to, where it can lead to several. */
  readonly likely?: readonly string[];
}

interface Place {
  /** The type of the field as it is written: what merges must be of one shape. */
  readonly shape: string;
  readonly calls: Map<GraphQLNamedType, Call>;
  readonly below: Scope;
}

/** What is selected of one object by all selections that merge, by keys in the answer: it must agree with itself. */
export class Scope {
  private readonly places = new Map<string, Place>();

  /** The field of this key, as it is selected already. */
  call(key: string, parent: GraphQLNamedType): Call | undefined {
    return this.places.get(key)?.calls.get(parent);
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  accepts(key: string, parent: GraphQLNamedType, { text }: Call, shape: string): boolean {
    const place = this.places.get(key);
    if (!place) return true;
    if (place.shape !== shape) return false;
    // Fields of one name may differ where no object is of both types.
    return [...place.calls].every(
      ([other, call]) =>
        call.text === text || (other !== parent && isObjectType(other) && isObjectType(parent)),
    );
  }

  /** @returns what is selected below */
  add(key: string, parent: GraphQLNamedType, call: Call, shape: string): Scope {
    let place = this.places.get(key);
    if (!place) this.places.set(key, (place = { shape, calls: new Map(), below: new Scope() }));
    place.calls.set(parent, call);
    return place.below;
  }

  acceptsAll(other: Scope): boolean {
    return [...other.places].every(
      ([key, { shape, calls, below }]) =>
        [...calls].every(([parent, call]) => this.accepts(key, parent, call, shape)) &&
        (this.places.get(key)?.below.acceptsAll(below) ?? true),
    );
  }

  addAll(other: Scope): void {
    for (const [key, { shape, calls, below }] of other.places) {
      for (const [parent, call] of calls) this.add(key, parent, call, shape).addAll(below);
    }
  }

  /** Levels of fields. */
  get depth(): number {
    return Math.max(0, ...[...this.places.values()].map(({ below }) => 1 + below.depth));
  }
}

/** Where something is selected: by all `scopes`, that deep, of so many objects. */
export interface At {
  readonly scopes: readonly Scope[];
  readonly depth: number;
  readonly objects: number;
  readonly likely?: readonly string[] | undefined;
}
