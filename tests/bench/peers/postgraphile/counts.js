/** Adds `count` to the aggregates: those that come along count distinct values alone. */
export const CountPlugin = {
  name: 'CountPlugin',
  version: '0.0.0',
  after: ['PgAggregatesSpecsPlugin'],
  schema: {
    hooks: {
      build(build) {
        const {
          sql,
          dataplanPg: { TYPES },
        } = build;
        build.pgAggregateSpecs.push({
          id: 'count',
          humanLabel: 'count',
          HumanLabel: 'Count',
          isSuitableType: () => true,
          shouldApplyToEntity: ({ attributeName }) => attributeName === 'id',
          sqlAggregateWrap: (value) => sql`count(${value})::int`,
          pgTypeCodecModifier: () => TYPES.int,
          isNonNull: true,
        });
        return build;
      },
    },
  },
};
