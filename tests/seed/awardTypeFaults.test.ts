import { expect, test } from 'vitest';
import { dataProblems } from '../../prisma/seed/data.ts';
import { awardType, type Changes, changed } from './changed.ts';

test.each<[string, Changes, string[]]>([
  [
    'a parent that does not exist',
    { awardTypes: { 'national.may1_medal': { parent: 'national.nothing' } } },
    [
      'award-types.json national.may1_medal: The award type national.nothing does not stand in award-types.json.',
    ],
  ],
  [
    'a parent that ends before its part',
    { awardTypes: { 'national.may1_award': { validTo: '2026-01-29' } } },
    ['national.may1_certificate', 'national.may1_medal', 'national.worker_pioneer from 2026-01-29'].map(
      (key) =>
        `award-types.json ${key}: The award type national.may1_award has to stand before its parts, and to be valid as long as they are.`,
    ),
  ],
  [
    'a parent behind its part',
    { awardTypes: { 'national.model_worker': { parent: 'national.may1_award' } } },
    [
      'award-types.json national.model_worker: The award type national.may1_award has to stand before its parts, and to be valid as long as they are.',
    ],
  ],
  [
    'two rows of a code at the same time',
    { awardTypes: { 'national.worker_pioneer': { validTo: '2026-01-30' } } },
    [
      'award-types.json national.worker_pioneer from 2026-01-29: It is valid at the same time as national.worker_pioneer.',
    ],
  ],
  [
    'the same row twice',
    { further: [awardType('naming.merit_project')] },
    [
      'award-types.json naming.merit_project: Another row is called naming.merit_project too.',
      'award-types.json naming.merit_project: It is valid at the same time as naming.merit_project.',
    ],
  ],
  [
    'an end before the beginning',
    { awardTypes: { 'naming.merit_project': { validFrom: '2024-01-01', validTo: '2023-01-01' } } },
    [
      'award-types.json naming.merit_project from 2024-01-01: It is valid from 2024-01-01, but only until 2023-01-01.',
    ],
  ],
  [
    'an initiative that names an unknown award',
    { initiatives: { S009: { awardTypeCodes: ['naming.nothing'] } } },
    ['initiatives.json S009: The award type naming.nothing does not stand in award-types.json.'],
  ],
  [
    'an initiative that names an award before it was given',
    { awardTypes: { 'naming.all_staff_innovation_enterprise': { validFrom: '2020-11-04' } } },
    [
      'initiatives.json S009: The award type naming.all_staff_innovation_enterprise was not given when 001_36eec756fec64adf.txt was published.',
    ],
  ],
])('%s is told with file and row', (_, changes, problems) => {
  expect(dataProblems(changed(changes))).toEqual(problems);
});
