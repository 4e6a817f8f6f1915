import { v7 as newId } from 'uuid';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { Call } from '../../../platform/call.ts';
import { InvalidError, NotFoundError } from '../../../platform/refusals.ts';
import { type CriterionDraft, checkCriteria, checkPoints, paramsOf, type SchemeDraft } from '../criteria.ts';

/** That what is drawn up is a scheme. @throws {InvalidError | NotFoundError} */
export async function checkScheme(call: Call, draft: SchemeDraft, isDemo: boolean): Promise<void> {
  const { name, totalPoints, bonusCap, tieRules, criteria } = draft;
  if (name.trim() === '') throw new InvalidError('name: expected a name.', '请填写方案名称。', ['name']);
  checkPoints(totalPoints, ['totalPoints']);
  if (bonusCap) checkPoints(bonusCap, ['bonusCap']);
  if (new Set(tieRules).size !== tieRules.length) {
    throw new InvalidError('tieRules: each dimension stands once.', '同分排序规则不得重复。', ['tieRules']);
  }
  checkCriteria(criteria);
  await checkDepartments(call, criteria, isDemo);
}

async function checkDepartments({ db }: Call, criteria: readonly CriterionDraft[], isDemo: boolean) {
  const ids = criteria.flatMap((each) =>
    [each, ...(each.parts ?? [])].flatMap((part) => part.assessorOrganizationId ?? []),
  );
  const found = await db.prisma.organization.findMany({ where: { id: { in: ids } } });
  if (found.length < new Set(ids).size)
    throw new NotFoundError('Organization', ['criteria', 'assessorOrganization']);
  if (found.some((each) => each.isDemo && !isDemo)) {
    const path = ['criteria', 'assessorOrganization'];
    throw new InvalidError(
      'A real scheme names no demonstration record.',
      '正式方案不得引用演示数据。',
      path,
    );
  }
}

/** Writes the criteria of a scheme, in the place of those it had. */
export async function writeCriteria({ db, now }: Call, schemeId: string, drafts: readonly CriterionDraft[]) {
  const rows: Prisma.CriterionCreateManyInput[] = [];
  const add = (draft: CriterionDraft, parentId: string | null) => {
    const id = newId();
    rows.push({
      id,
      code: draft.code,
      dimension: draft.dimension,
      name: draft.name.trim(),
      nameEn: draft.nameEn?.trim() || null,
      itemType: draft.itemType,
      maxPoints: draft.maxPoints,
      method: draft.method,
      params: (paramsOf(draft) as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
      isEvidenceRequired: draft.isEvidenceRequired ?? false,
      guidance: draft.guidance?.trim() || null,
      ordinal: rows.length + 1,
      createdAt: now(),
      schemeId,
      parentId,
      assessorOrganizationId: draft.assessorOrganizationId ?? null,
    });
    for (const part of draft.parts ?? []) add(part, id);
  };
  for (const draft of drafts) add(draft, null);
  await db.prisma.criterion.deleteMany({ where: { schemeId } });
  await db.prisma.criterion.createMany({ data: rows });
}
