import { expect, test } from 'vitest';
import { globalId } from '../../src/graphql/ids.ts';
import { done, scene } from './scene.ts';

const { people, competition, here, there, federation } = await scene();
const { municipal } = people;

test('what a unit holds is changed by its officers and by those above, not by others', async () => {
  const inUnit = {
    regionId: here.county.id,
    level: 'ENTERPRISE',
    hostIds: [here.unit.id],
    route: ['ENTERPRISE'],
  } as const;
  for (const who of ['unit', 'industrial', 'county', 'municipal'] as const) {
    const { input } = await competition({
      ...inUnit,
      hostIds: [...inUnit.hostIds],
      route: [...inUnit.route],
    });
    expect([who, await done(people[who], 'competitionPublish', input)]).toEqual([who, { id: input.id }]);
    const query = `{ competition(id: "${input.id}") { nextActions } }`;
    expect((await people[who].ask(query)).data).toMatchObject({
      competition: { nextActions: ['UPDATE', 'OPEN_APPLICATIONS', 'SUSPEND', 'CANCEL'] },
    });
    expect((await people.foreignUnit.ask(query)).data).toEqual({ competition: { nextActions: [] } });
    expect(await done(people.foreignUnit, 'competitionUpdate', { ...input, version: 2 })).toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  const { input } = await competition({ ...inUnit, hostIds: [here.unit.id], route: ['ENTERPRISE'] });
  const hosts = [here.unit.id, there.unit.id].map((id) => globalId('Organization', id));
  const update = (who: typeof municipal, more: object) =>
    done(who, 'competitionUpdate', { ...input, ...more });
  expect(await update(people.unit, { hosts })).toMatchObject({ code: 'FORBIDDEN', path: ['hosts'] });
  expect(await update(people.unit, { level: 'COUNTY' })).toMatchObject({
    code: 'FORBIDDEN',
    path: ['region'],
  });
  expect(await update(people.county, { hosts: [globalId('Organization', federation.id)] })).toMatchObject({
    code: 'INVALID',
    path: ['region'],
  });
});
