import { startSharedApp } from '../kit/app.ts';
import { refuses } from '../kit/refusing.ts';
import { startSignIn } from '../kit/signIn.ts';
import { ground, nothing, of } from './scene.ts';

const signIn = await startSignIn();
const app = await startSharedApp('empty', { authentication: signIn.authentication });
const all = await ground(app, signIn);
const { office, county, person, prisma, unit, department, contest, assigned, recused } = all;

const open = await contest();
const over = await contest('CONCLUDED');
const noticed = await contest('NOTICE');
const entry = of('Entry', open.entry);
const opinion = '示例';

const fair = await all.assessor();
const busy = await all.assessor();
const assignment = await assigned(open.entry.id, busy);
const ended = await prisma.assessorAssignment.update({
  where: { id: (await assigned(open.entry.id, await all.assessor())).id },
  data: { endedAt: assignment.createdAt },
});
const gone = await all.assessor();
await recused(open.entry.id, gone);
const kin = await person({ role: 'ASSESSOR', organizationId: unit.id });
const demo = await all.assessor();
await prisma.user.update({ where: { id: demo.id }, data: { isDemo: true } });

const assign = (who: { id: string }, organization: { id: string } = department, at = entry) => ({
  ...{ entry: at, assessor: of('User', who), organization: of('Organization', organization) },
});

refuses('assessorAssign', {
  'to no entry': [office, assign(fair, department, nothing('Entry'))],
  'who is no assessor': [office, assign(all.officer)],
  'who is one for somebody else': [office, assign(fair, unit)],
  'by who does not look after the competition': [county, assign(fair)],
  'once the competition is over': [office, assign(fair, department, of('Entry', over.entry))],
  'who belongs to whom it is about': [office, assign(kin, unit)],
  'who keeps out': [office, assign(gone)],
  twice: [office, assign(busy)],
  'an account of the demonstration': [office, assign(demo)],
});

const id = of('AssessorAssignment', assignment);

refuses('assessorUnassign', {
  'what is not there': [office, { id: nothing('AssessorAssignment'), version: 1, opinion }],
  'of somebody else': [fair, { id, version: 1, opinion }],
  'by themselves': [busy, { id, version: 1, opinion }],
  'once the outcome is under notice': async () => {
    const late = await assigned(noticed.entry.id, busy);
    return [office, { id: of('AssessorAssignment', late), version: 1, opinion }];
  },
  'another version': [office, { id, version: 2, opinion }],
  twice: [office, { id: of('AssessorAssignment', ended), version: 1, opinion }],
});

const reason = '示例';

refuses('recusalDeclare', {
  'from no entry': [fair, { entry: nothing('Entry'), reason }],
  'from no organization': [fair, { organization: nothing('Organization'), reason }],
  'from nothing': [fair, { reason }],
  'from two at once': [fair, { entry, organization: of('Organization', unit), reason }],
  'by who assesses nothing': [office, { entry, reason }],
  'for no reason': [fair, { entry, reason: ' ' }],
  twice: [gone, { entry, reason }],
  'from an organization twice': async () => {
    await prisma.recusal.create({ data: { organizationId: unit.id, userId: gone.id, reason } });
    return [gone, { organization: of('Organization', unit), reason }];
  },
});
