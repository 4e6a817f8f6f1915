import { filter, textIn } from '../../graphql/filters.ts';
import { ordering } from '../../graphql/ordering.ts';
import { enumType } from '../../graphql/types.ts';
import { inRegion } from '../regions/inputs.ts';

export const indicatorList = {
  filter: filter(
    'Indicator',
    { code: 'oneOf', topic: 'oneOf', kind: 'oneOf' },
    { text: textIn('Indicator', ['code', 'name', 'nameEn']) },
  ),
  order: ordering('Indicator', ['code', 'name', 'topic']),
};

export const observationList = {
  filter: filter(
    'Observation',
    {
      code: 'oneOf',
      kind: 'oneOf',
      bound: 'oneOf',
      relevance: 'oneOf',
      status: 'oneOf',
      value: 'range',
      periodFrom: 'range',
      periodTo: 'range',
      isPeriodInferred: 'equals',
    },
    {
      ...inRegion('Observation', 'regionId'),
      indicatorCode: {
        type: ['String'],
        description: 'Of the indicators with these codes',
        where: (codes: string[]) => ({ indicator: { code: { in: codes } } }),
      },
      topic: {
        type: [enumType('Topic')],
        description: 'About these topics (主题)',
        where: (topics: string[]) => ({ indicator: { topic: { in: topics as never } } }),
      },
      sourceFileName: {
        type: ['String'],
        description: 'Printed in the documents with these file names',
        where: (names: string[]) => ({ source: { fileName: { in: names } } }),
      },
      text: textIn('Observation', ['quote', 'scope', 'note']),
    },
  ),
  order: ordering('Observation', ['code', 'value', 'periodTo']),
};

export const sourceList = {
  filter: filter(
    'SourceDocument',
    { fileName: 'oneOf', dateInferred: 'equals' },
    { text: textIn('SourceDocument', ['fileName', 'publisher', 'title']) },
  ),
  order: ordering('SourceDocument', ['fileName', 'publishedOn']),
};
