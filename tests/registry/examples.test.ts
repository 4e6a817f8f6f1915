import { expect, test } from 'vitest';
import * as enums from '../../src/generated/prisma/enums.ts';
import { startSharedApp } from '../kit/app.ts';

const app = await startSharedApp('empty');

test('an example of each status has what the status needs', async () => {
  for (const kind of Object.values(enums.DecisionKind)) await app.decision({ kind });
  for (const status of Object.values(enums.StudioStatus)) await app.studio({ status });
  for (const status of Object.values(enums.StudioTitleStatus)) await app.studioTitle({ status });
  for (const status of Object.values(enums.PairStatus)) await app.mentorPair({ status });
  for (const status of Object.values(enums.ResultStatus)) await app.result({ status });
  for (const status of Object.values(enums.CompetitionStatus)) await app.competition({ status });
  for (const status of Object.values(enums.EntryStatus)) await app.entry({ status });
  for (const status of Object.values(enums.GrantStatus)) await app.awardGrant({ status });
});

test('an entry is of the subject that is named, an award of a type for its recipient', async () => {
  const { id: organizationId } = await app.organization();
  const subjects = [
    { organizationId },
    { projectId: (await app.project()).id },
    { studioId: (await app.studio()).id },
    { resultId: (await app.result()).id },
    { teamName: '示例班组' },
  ];
  for (const subject of subjects) await app.entry(subject);
  const recipients = [{ personId: (await app.person()).id }, ...subjects];
  const kinds = [];
  for (const recipient of recipients) {
    const { awardTypeId } = await app.awardGrant(recipient);
    kinds.push(
      (await app.db.prisma.awardType.findUniqueOrThrow({ where: { id: awardTypeId } })).recipientKind,
    );
  }
  expect(kinds).toEqual(['PERSON', 'ORGANIZATION', 'PROJECT', 'STUDIO', 'RESULT', 'COLLECTIVE']);
});

test('an example is counted for the region of its organization', async () => {
  const { id: employerId, regionId } = await app.organization();
  expect(await app.studio({ employerId })).toMatchObject({ regionId });
});
