import { expectTypeOf, test } from 'vitest';
import type { Observation, Prisma } from '../src/generated/prisma/client.ts';
import type { Dialect } from '../src/graphql/fields.ts';
import type { NodeName, node } from '../src/graphql/refs.ts';
import type { FieldName, ManyName, OneName, Row, Tables, Target, Where } from '../src/platform/models.ts';

test('names and rows are those of the Prisma models, with no any among them', () => {
  expectTypeOf<Row<'Observation'>>().toExtend<Observation>();
  expectTypeOf<Observation>().toExtend<Row<'Observation'>>();
  expectTypeOf<Row<'Observation'>['valueMax']>().toEqualTypeOf<Prisma.Decimal | null>();
  expectTypeOf<OneName<'Organization'>>().toEqualTypeOf<'region' | 'parent' | 'employer'>();
  expectTypeOf<ManyName<'Indicator'>>().toEqualTypeOf<'observations'>();
  expectTypeOf<Target<'Observation', 'scopeOrganization'>>().toEqualTypeOf<'Organization'>();
  expectTypeOf<Where<'Person'>>().toEqualTypeOf<Prisma.PersonWhereInput>();
  expectTypeOf<FieldName<'RegionAncestry'>>().toEqualTypeOf<'descendantId' | 'ancestorId'>();
  expectTypeOf<Tables['observation']['period_to']>().toEqualTypeOf<Date | null>();
  expectTypeOf<Extract<NodeName, 'RegionAncestry'>>().toEqualTypeOf<never>();
  expectTypeOf<ReturnType<typeof node<'Person'>>['$inferType']>().toEqualTypeOf<Row<'Person'>>();
});

/** Never called: the compiler is the test. */
export function refused({ one, many, count, computed }: Dialect<'SourceDocument'>) {
  // @ts-expect-error no such relation
  many('figures');
  // @ts-expect-error observations are many
  one('observations');
  // @ts-expect-error the condition is on observations
  count('observations', { description: '', where: { fileName: 'x' } });
  // @ts-expect-error no such column
  computed('text');
}
