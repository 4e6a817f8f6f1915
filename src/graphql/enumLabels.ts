import { enums } from '../generated/datamodel.ts';
import { BadInputError } from '../platform/errors.ts';
import { builder } from './builder.ts';

interface Label {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

const EnumLabel = builder.objectRef<Label>('EnumLabel').implement({
  description: 'How to show one value of an enum to people',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value as the schema writes it' }),
    zh: t.exposeString('zh', { description: 'In Chinese (中文)' }),
    en: t.exposeString('en', { description: 'In English' }),
  }),
});

builder.queryField('enumLabels', (t) =>
  t.field({
    type: [EnumLabel],
    description: 'How to show the values of an enum to people, in the order of the schema',
    args: { type: t.arg.string({ required: true, description: 'Name of the enum, as RegionLevel' }) },
    resolve: (_root, { type }) => labelsOf(type),
  }),
);

/** The labels stand in the models' comments: English first, Chinese in parentheses. */
function labelsOf(type: string): Label[] {
  if (!Object.hasOwn(enums, type)) {
    throw new BadInputError(`type: expected one of ${Object.keys(enums).join(', ')}.`);
  }
  return Object.entries(enums[type as keyof typeof enums].values).map(([value, comment]) => {
    const [, en = comment, zh = comment] = /^(.*) \(([^()]*)\)$/.exec(comment) ?? [];
    return { value, zh, en };
  });
}
