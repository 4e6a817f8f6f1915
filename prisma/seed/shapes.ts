import * as z from 'zod';
import {
  AdminLevel,
  Bound,
  ConferralNature,
  CriterionDimension,
  InitiativeKind,
  ObservationKind,
  OrganizationType,
  OwnershipType,
  RecipientKind,
  RegionLevel,
  Relevance,
  ScoreAggregation,
  ScoreItemType,
  Topic,
} from '../../src/generated/prisma/client.ts';

const text = z.string().regex(/\S/, 'Expected text.');
const optional = text.nullable();
const line = z.int().positive();
const decimal = z.string().regex(/^\d{1,16}(\.\d{1,4})?$/, 'Expected a decimal as text, as in "5.4".');

/** What stands in each of the files in prisma/data, a row each. */
export const shapes = {
  regions: z.strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    name: text,
    nameEn: optional,
    level: z.enum(RegionLevel),
    parentCode: optional,
    isInGb2260: z.boolean(),
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable(),
    note: optional,
    successorCodes: z.array(text),
  }),
  sources: z.strictObject({
    fileName: text,
    publisher: optional,
    title: optional,
    publishedOn: text,
    dateInferred: z.boolean(),
    dateNote: optional,
    url: z.url().nullable(),
    language: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  organizations: z.strictObject({
    name: text,
    nameEn: optional,
    type: z.enum(OrganizationType),
    ownership: z.enum(OwnershipType).nullable(),
    regionCode: text,
    note: optional,
  }),
  indicators: z.strictObject({
    code: z.string().regex(/^[a-z]+(?:[._][a-z]+)*$/),
    name: text,
    nameEn: text,
    topic: z.enum(Topic),
    unit: text,
    kind: z.enum(ObservationKind).exclude(['BASELINE']),
  }),
  observations: z.strictObject({
    code: z.string().regex(/^\d{3}-\d{3}$/),
    indicator: text,
    regionCode: text,
    scope: optional,
    scopeOrganization: optional,
    value: decimal,
    valueMax: decimal.nullable(),
    valueText: optional,
    unit: text,
    qualifier: optional,
    bound: z.enum(Bound),
    kind: z.enum(ObservationKind),
    period: text,
    precision: decimal,
    source: text,
    line,
    lineEnd: line,
    quote: z.string(),
    relevance: z.enum(Relevance),
    note: optional,
  }),
  initiatives: z.strictObject({
    code: z.string().regex(/^S\d{3}$/),
    kind: z.enum(InitiativeKind),
    name: text,
    nameEn: text,
    summary: text,
    regionCode: text,
    awardTypeCodes: z
      .array(text)
      .refine((codes) => new Set(codes).size === codes.length, 'Expected each code once.'),
    source: text,
    line,
    quote: text,
  }),
  awardTypes: z.strictObject({
    code: z.string().regex(/^[a-z]+(?:[._][a-z0-9]+)*$/),
    name: text,
    nameEn: text,
    level: z.enum(AdminLevel),
    nature: z.enum(ConferralNature).nullable(),
    recipientKind: z.enum(RecipientKind),
    approvedItemRef: optional,
    cycleMonths: z.int().positive().nullable(),
    validFrom: z.iso.date().nullable(),
    validTo: z.iso.date().nullable(),
    parent: optional,
    note: optional,
  }),
  scoringTemplates: z.strictObject({
    code: z.string().regex(/^[a-z]+(?:[._][a-z0-9]+)*$/),
    name: text,
    totalPoints: decimal,
    bonusCap: decimal.nullable(),
    aggregation: z.enum(ScoreAggregation),
    tieRules: z.array(z.enum(CriterionDimension)),
    isEarlierFirst: z.boolean(),
    criteria: z.array(
      z.strictObject({
        code: text,
        dimension: z.enum(CriterionDimension),
        name: text,
        nameEn: optional,
        itemType: z.enum(ScoreItemType),
        maxPoints: decimal,
        guidance: optional,
      }),
    ),
  }),
  calendar: z.strictObject({
    date: z.iso.date(),
    isWorkingDay: z.boolean(),
    name: text,
    source: text,
  }),
};

/** The published figures and what they refer to. */
export type Data = { [Name in keyof typeof shapes]: z.infer<(typeof shapes)[Name]>[] };

/** The name of the file in which the rows stand, as in award-types.json. */
export function fileOf(name: keyof Data): string {
  return `${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.json`;
}
