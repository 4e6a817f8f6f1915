import type { InputRef } from '@pothos/core';
import { builder, type Types } from '../../graphql/builder.ts';
import { idGiven } from '../../graphql/ids.ts';
import { enumType } from '../../graphql/types.ts';
import type { Decimal } from './arithmetic.ts';
import type { ItemDraft } from './commands/items.ts';
import type { CriterionDraft } from './criteria.ts';

type Given = Omit<CriterionDraft, 'assessorOrganizationId' | 'parts'> & {
  readonly assessorOrganization?: string | null;
  readonly parts?: readonly Given[] | null;
};

const TierInput = builder.inputType('ScoringTierInput', {
  description: 'A threshold of a table, and the points from there on (档次)',
  fields: (t) => ({
    from: t.field({ type: 'Decimal', required: true, description: 'From this on' }),
    points: t.field({ type: 'Decimal', required: true, description: 'Points (得分)' }),
  }),
});

type Fields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

const common = (t: Fields) =>
  ({
    code: t.string({ required: true, description: 'Code within the scheme, as in A1 (编码)' }),
    dimension: t.field({
      type: enumType('CriterionDimension'),
      required: true,
      description: 'What it looks at (评分维度)',
    }),
    name: t.string({ required: true, description: 'Name in Chinese (名称)' }),
    nameEn: t.string({ description: 'Name in English' }),
    itemType: t.field({
      type: enumType('ScoreItemType'),
      required: true,
      description: 'What its points do; of parts the same as of the whole (计分类型)',
    }),
    maxPoints: t.field({
      type: 'Decimal',
      required: true,
      description: 'How many points it gives at most, or takes off: more than 0 (分值)',
    }),
    method: t.field({
      type: enumType('ScoringMethod'),
      required: true,
      description: 'How its points are found; MANUAL for what has parts (计分方法)',
    }),
    target: t.field({ type: 'Decimal', description: 'What is aimed at, for RATIO alone (目标值)' }),
    tiers: t.field({ type: [TierInput], description: 'Thresholds, rising, for TIERED alone (分档)' }),
    pointsOff: t.field({
      type: 'Decimal',
      description: 'Points for each fault, for DEDUCT_FROM_FULL alone (每项扣分)',
    }),
    isEvidenceRequired: t.boolean({
      description: 'Whether no points are given without evidence; false unless given',
    }),
    guidance: t.string({ description: 'How it is scored, in words (评分细则)' }),
    assessorOrganization: t.id({ description: 'The department whose assessors alone score it (考核部门)' }),
  }) as never as Record<string, never>;

const PartInput = builder.inputRef<Given>('CriterionPartInput').implement({
  description: 'A part of a criterion (子项)',
  fields: (t: Fields) => common(t),
} as never) as InputRef<Given>;

export const CriterionInput = builder.inputRef<Given>('CriterionInput').implement({
  description: 'A criterion, with its parts if it has any (评分指标)',
  fields: (t: Fields) => ({
    ...common(t),
    parts: t.field({
      type: [PartInput] as never,
      description: 'Its parts, whose points add up to its own (子项)',
    }),
  }),
} as never) as InputRef<Given>;

/** Criteria as a command takes them. */
export function criteriaGiven(
  given: readonly Given[],
  path: readonly string[] = ['criteria'],
): CriterionDraft[] {
  return given.map(({ assessorOrganization, parts, ...rest }, n) => ({
    ...rest,
    assessorOrganizationId:
      assessorOrganization == null
        ? null
        : idGiven('Organization', assessorOrganization, [...path, String(n), 'assessorOrganization']),
    parts: parts ? criteriaGiven(parts, [...path, String(n), 'parts']) : null,
  }));
}

interface GivenItem extends Omit<ItemDraft, 'criterionId'> {
  readonly criterion: string;
}

export const ScoreItemInput = builder.inputRef<GivenItem>('ScoreItemInput').implement({
  description: 'What is given for a criterion (得分): points, or what was reached where they follow from it',
  fields: (t) => ({
    criterion: t.id({ required: true, description: 'The criterion, or a part of one' }),
    points: t.field({
      type: 'Decimal',
      description: 'Points, where the method is MANUAL; of deductions 0 or less',
    }),
    measure: t.field({
      type: 'Decimal',
      description: 'What was reached, or the number of faults, for other methods (实绩)',
    }),
    comment: t.string({ description: 'What is to be said of it (评语)' }),
    evidence: t.string({ description: 'What proves it, in words (佐证)' }),
  }),
});

interface GivenCorrection {
  readonly criterion: string;
  readonly points: Decimal;
  readonly comment?: string | null;
}

export const CorrectedItemInput = builder.inputRef<GivenCorrection>('CorrectedItemInput').implement({
  description: 'New points for a criterion (更正得分)',
  fields: (t) => ({
    criterion: t.id({ required: true, description: 'The criterion, or a part of one' }),
    points: t.field({ type: 'Decimal', required: true, description: 'Points; of deductions 0 or less' }),
    comment: t.string({ description: 'What is to be said of it' }),
  }),
});

/** Items as a command takes them. */
export function itemsGiven<Item extends { readonly criterion: string }>(items: readonly Item[]) {
  return items.map(({ criterion, ...rest }, n) => ({
    ...rest,
    criterionId: idGiven('Criterion', criterion, ['items', String(n), 'criterion']),
  }));
}
