import { GraphQLBoolean, GraphQLNonNull } from 'graphql';
import type { Chance } from './chance.ts';
import type { Variables } from './variables.ts';

const MOST_DIRECTIVES = 45;
const CONDITION = new GraphQLNonNull(GraphQLBoolean);

/** Writes @include and @skip: mostly so that what they stand at is in the answer. */
export class Directives {
  private count = 0;

  constructor(
    private readonly chance: Chance,
    private readonly variables: Variables,
  ) {}

  /** One or both or, mostly, none. */
  some(): string {
    const { chance } = this;
    if (this.count > MOST_DIRECTIVES || !chance.isLucky(10)) return '';
    const names = chance.isLucky(15) ? ['skip', 'include'] : [chance.oneOf(['skip', 'include'])];
    this.count += names.length;
    return names
      .map((name) => ` @${name}(if: ${this.condition((name === 'include') === chance.isLucky(70))})`)
      .join('');
  }

  private condition(value: boolean): string {
    return this.variables.written(value, CONDITION);
  }
}
