import type { App } from '../../kit/app.ts';
import type { Writes } from '../../kit/refusals.ts';

export async function innovationWrites(app: App): Promise<Writes> {
  const { prisma } = app.db;
  const { id: organizationId } = await app.organization();
  const mentor = await app.person({ employerId: organizationId });
  const apprentice = await app.person({ employerId: organizationId });
  const of = { organizationId, mentorId: mentor.id, apprenticeId: apprentice.id };
  const result = await app.result({ organizationId });
  const made = { resultId: result.id, personId: mentor.id, ordinal: 1 };
  await prisma.resultContributor.create({ data: made });
  const used = { resultId: result.id, adopterId: organizationId };
  await app.resultAdoption(used);
  const day = new Date('2025-06-01');
  const dayBefore = new Date('2025-05-31');

  return {
    refused: {
      'a group without a name': ['innovation_group_name_check', () => app.innovationGroup({ name: '' })],
      'a group of nobody': ['innovation_group_members_check', () => app.innovationGroup({ memberCount: 0 })],
      'a person who teaches himself': [
        'mentor_pair_people_check',
        () => app.mentorPair({ ...of, apprenticeId: mentor.id }),
      ],
      'an agreement that ends on its first day': [
        'mentor_pair_time_check',
        () => app.mentorPair({ ...of, startsOn: day, endsOn: day }),
      ],
      'a pair that ends before it starts': [
        'mentor_pair_time_check',
        () => app.mentorPair({ ...of, status: 'TERMINATED', startsOn: day, endedOn: dayBefore }),
      ],
      'a score above 100': [
        'mentor_pair_score_check',
        () => app.mentorPair({ ...of, status: 'COMPLETED', assessmentScore: '100.01' }),
      ],
      'a score below 0': [
        'mentor_pair_score_check',
        () => app.mentorPair({ ...of, status: 'COMPLETED', assessmentScore: '-0.01' }),
      ],
      'a completed pair without the day': [
        'mentor_pair_status_check',
        () => app.mentorPair({ ...of, status: 'COMPLETED', endedOn: null }),
      ],
      'a terminated pair without the day': [
        'mentor_pair_status_check',
        () => app.mentorPair({ ...of, status: 'TERMINATED', endedOn: null }),
      ],
      'an extended pair that has ended': [
        'mentor_pair_status_check',
        () => app.mentorPair({ ...of, status: 'EXTENDED', endedOn: day }),
      ],
      'a pair at work with a score': [
        'mentor_pair_outcome_check',
        () => app.mentorPair({ ...of, assessmentScore: 90 }),
      ],
      'a terminated pair with a grade reached': [
        'mentor_pair_outcome_check',
        () => app.mentorPair({ ...of, status: 'TERMINATED', skillGradeAfter: 'SENIOR' }),
      ],
      'a result without a title': ['innovation_result_title_check', () => app.result({ title: '' })],
      'a benefit below nothing': [
        'innovation_result_benefit_check',
        () => app.result({ benefitAmount: '-0.01' }),
      ],
      'a result under review with a grade': [
        'innovation_result_grade_check',
        () => app.result({ status: 'REVIEW', grade: 'FIRST' }),
      ],
      'a rejected result with a grade': [
        'innovation_result_grade_check',
        () => app.result({ status: 'REJECTED', grade: 'MERIT' }),
      ],
      'a contributor before the first': [
        'result_contributor_ordinal_check',
        () => prisma.resultContributor.create({ data: { ...made, personId: apprentice.id, ordinal: 0 } }),
      ],
      'one person twice among those who made a result': [
        'result_contributor_result_id_person_id_key',
        () => prisma.resultContributor.create({ data: { ...made, ordinal: 2 } }),
      ],
      'two people in one place among those who made a result': [
        'result_contributor_result_id_ordinal_key',
        () => prisma.resultContributor.create({ data: { ...made, personId: apprentice.id } }),
      ],
      'a benefit below nothing where a result is used': [
        'result_adoption_benefit_check',
        () => app.resultAdoption({ resultId: result.id, benefitAmount: '-0.01' }),
      ],
      'one organization that begins twice to use a result': [
        'result_adoption_result_id_adopter_id_key',
        () => app.resultAdoption({ ...used, adoptedOn: day }),
      ],
    },

    allowed: {
      'a group of one': () => app.innovationGroup({ memberCount: 1 }),
      'a pair terminated on its first day': () =>
        app.mentorPair({ ...of, status: 'TERMINATED', startsOn: day, endedOn: day }),
      'a pair completed long after its agreement': () =>
        app.mentorPair({ ...of, status: 'COMPLETED', endedOn: new Date('2026-04-30') }),
      'a pair completed with full marks and a grade': () =>
        app.mentorPair({ ...of, status: 'COMPLETED', assessmentScore: 100, skillGradeAfter: 'TECHNICIAN' }),
      'a pair completed with no marks at all': () =>
        app.mentorPair({ ...of, status: 'COMPLETED', assessmentScore: 0 }),
      'a mentor with two apprentices': async () => {
        await app.mentorPair({ organizationId, mentorId: mentor.id });
        return app.mentorPair({ organizationId, mentorId: mentor.id });
      },
      'recognized results with and without a grade': async () => {
        await app.result({ status: 'RECOGNIZED', grade: 'THIRD' });
        return app.result({ status: 'RECOGNIZED' });
      },
      'a promoted result with a grade, of no benefit in money': () =>
        app.result({ status: 'PROMOTED', grade: 'SPECIAL', benefitAmount: 0 }),
      'a result used by another organization too': () => app.resultAdoption({ resultId: result.id }),
    },
  };
}
