import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { holdRow } from '../../../platform/holding.ts';
import { ForbiddenError, InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { seen } from '../../../platform/writes.ts';
import { isOfUnits, managersOf, mayNameHost } from '../policy.ts';
import { isBelow, isHeldIn, isOver } from '../rules.ts';
import type { Plan } from './plan.ts';

/**
 * That a plan fits where it lies, and whom and what it names; what it had named before is taken as it is.
 * @throws {NotFoundError | ForbiddenError | InvalidError}
 */
export async function checkPlaces(
  tx: Call,
  plan: Plan,
  before: Plan | undefined,
  as: HeldRole,
): Promise<void> {
  const hasMoved = plan.regionId !== before?.regionId || plan.level !== before.level;
  if (hasMoved) await checkRegion(tx, plan);
  if (hasMoved || !isSame(plan.hostIds, before.hostIds)) await checkHosts(tx, plan, before, as);
  if (hasMoved || plan.committeeId !== before.committeeId) await checkCommittee(tx, plan);
  if (hasMoved || plan.parentId !== before.parentId) await checkParent(tx, plan);
}

async function checkRegion({ db, now }: Call, { regionId, level }: Plan): Promise<void> {
  const region = await db.prisma.region.findUnique({ where: { id: regionId } });
  if (!region) throw new NotFoundError('Region', ['region']);
  if (isOver(region.validTo, now())) {
    throw new InvalidError('This region is no longer valid.', '该行政区划已不再有效。', ['region']);
  }
  if (!isHeldIn(level, region)) {
    throw new InvalidError(
      `A competition of the level ${level} is not held in a region of the level ${region.level}.`,
      `${level} 级竞赛不能在 ${region.level} 级行政区划举办。`,
      ['region'],
    );
  }
}

async function checkHosts(tx: Call, plan: Plan, before: Plan | undefined, as: HeldRole): Promise<void> {
  const { hostIds, level, regionId } = plan;
  const hosts = await tx.db.prisma.organization.findMany({ where: { id: { in: [...hostIds] } } });
  if (hosts.length < hostIds.length) throw new NotFoundError('Organization', ['hosts']);
  const old = before?.hostIds ?? [];
  const changed = [
    ...hostIds.filter((id) => !old.includes(id)),
    ...old.filter((id) => !hostIds.includes(id)),
  ];
  if (!changed.every((id) => mayNameHost(tx.actor, as, id))) {
    throw new ForbiddenError(managersOf('COUNTY'), ['hosts']);
  }
  if (hosts.some(({ id, status }) => status !== 'ACTIVE' && !old.includes(id))) {
    throw new InvalidError('One of these organizations no longer exists.', '主办单位中有单位已不存续。', [
      'hosts',
    ]);
  }
  if (isOfUnits(level) && hosts.length > 0 && !hosts.some((host) => host.regionId === regionId)) {
    throw new InvalidError(
      'What a unit holds lies in the region of a unit that holds it.',
      '企业级、班组级竞赛的地区须为其主办单位所在地区。',
      ['region'],
    );
  }
}

async function checkCommittee(tx: Call, { committeeId, regionId }: Plan): Promise<void> {
  if (committeeId === null) return;
  const committee = await seen(tx, 'Committee', committeeId, ['committee']);
  if (isOver(committee.validTo, tx.now())) {
    throw new InvalidError('This committee no longer exists.', '该委员会已不再存续。', ['committee']);
  }
  if (!(await isWithin(tx, regionId, committee.regionId))) {
    throw new InvalidError('The committee steers another region.', '该委员会不负责竞赛所在地区。', [
      'committee',
    ]);
  }
}

async function checkParent(tx: Call, { parentId, level, regionId }: Plan): Promise<void> {
  if (parentId === null) return;
  // It must not end, nor change its level, until this one is part of it.
  await holdRow(tx, 'Competition', parentId, 'AS_IT_IS');
  const parent = await seen(tx, 'Competition', parentId, ['parent']);
  if (['DRAFT', 'CONCLUDED', 'ARCHIVED', 'CANCELLED'].includes(parent.status)) {
    throw new InvalidError(
      `That competition is ${parent.status}: none becomes part of it.`,
      `上级竞赛状态为 ${parent.status},不能设为上级。`,
      ['parent'],
    );
  }
  if (!isBelow(level, parent.level)) {
    throw new InvalidError(
      `A competition of the level ${level} is part of one of a higher level, not of ${parent.level}.`,
      `${level} 级竞赛的上级竞赛须为更高级别。`,
      ['parent'],
    );
  }
  if (!(await isWithin(tx, regionId, parent.regionId))) {
    throw new InvalidError('That competition is held elsewhere.', '上级竞赛的地区不包括本竞赛的地区。', [
      'parent',
    ]);
  }
}

async function isWithin({ db }: Call, descendantId: string, ancestorId: string): Promise<boolean> {
  const ancestry = await db.prisma.regionAncestry.findUnique({
    where: { ancestorId_descendantId: { ancestorId, descendantId } },
  });
  return ancestry !== null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
