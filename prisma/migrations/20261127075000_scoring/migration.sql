-- CreateEnum
CREATE TYPE "SchemeStatus" AS ENUM ('DRAFT', 'ACTIVE', 'LOCKED', 'RETIRED');

-- CreateEnum
CREATE TYPE "ScoreAggregation" AS ENUM ('MEAN', 'MEDIAN', 'TRIMMED_MEAN');

-- CreateEnum
CREATE TYPE "CriterionDimension" AS ENUM ('ORGANIZATION', 'PROGRESS', 'QUALITY', 'SAFETY', 'INNOVATION', 'MANAGEMENT', 'CIVILIZED_SITE', 'ENVIRONMENT', 'COST', 'TEAM', 'SKILLS', 'INTEGRITY', 'PARTY_BUILDING', 'SERVICE', 'OTHER');

-- CreateEnum
CREATE TYPE "ScoreItemType" AS ENUM ('BASE', 'BONUS', 'DEDUCTION');

-- CreateEnum
CREATE TYPE "ScoringMethod" AS ENUM ('MANUAL', 'RATIO', 'TIERED', 'DEDUCT_FROM_FULL');

-- CreateEnum
CREATE TYPE "ScoreSheetKind" AS ENUM ('SELF', 'ASSESSOR', 'CONFIRMED');

-- CreateEnum
CREATE TYPE "ScoreSheetStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'CONFIRMED', 'PUBLISHED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "VetoReason" AS ENUM ('SAFETY_ACCIDENT', 'QUALITY_ACCIDENT', 'WAGE_ARREARS', 'SOCIAL_INSURANCE_ARREARS', 'MASS_INCIDENT', 'OCCUPATIONAL_HAZARD', 'POLLUTION', 'NO_UNION', 'FRAUD', 'DISCIPLINE');

-- CreateEnum
CREATE TYPE "VetoStatus" AS ENUM ('ALLEGED', 'CONFIRMED', 'LIFTED');

-- CreateEnum
CREATE TYPE "StandingStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "UnrankedReason" AS ENUM ('MISSING_SCORE', 'VETOED');

-- CreateTable
CREATE TABLE "scoring_scheme" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "total_points" DECIMAL(6,2) NOT NULL,
    "bonus_cap" DECIMAL(6,2),
    "aggregation" "ScoreAggregation" NOT NULL,
    "tie_rules" "CriterionDimension"[],
    "is_earlier_first" BOOLEAN NOT NULL DEFAULT false,
    "status" "SchemeStatus" NOT NULL DEFAULT 'DRAFT',
    "opened_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID,
    "based_on_id" UUID,

    CONSTRAINT "scoring_scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "dimension" "CriterionDimension" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "item_type" "ScoreItemType" NOT NULL,
    "max_points" DECIMAL(6,2) NOT NULL,
    "method" "ScoringMethod" NOT NULL,
    "params" JSONB,
    "is_evidence_required" BOOLEAN NOT NULL DEFAULT false,
    "guidance" TEXT COLLATE "C",
    "ordinal" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheme_id" UUID NOT NULL,
    "parent_id" UUID,
    "assessor_organization_id" UUID,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessor_assignment" (
    "id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "assessor_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "id" UUID NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "entry_id" UUID,
    "organization_id" UUID,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "id" UUID NOT NULL,
    "kind" "ScoreSheetKind" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "status" "ScoreSheetStatus" NOT NULL DEFAULT 'DRAFT',
    "total" DECIMAL(6,2) NOT NULL,
    "reason" TEXT COLLATE "C",
    "submitted_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entry_id" UUID NOT NULL,
    "stage_id" UUID,
    "scheme_id" UUID NOT NULL,
    "assessor_id" UUID,
    "supersedes_id" UUID,

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_item" (
    "id" UUID NOT NULL,
    "points" DECIMAL(6,2) NOT NULL,
    "measure" DECIMAL(18,4),
    "comment" TEXT COLLATE "C",
    "evidence" TEXT COLLATE "C",
    "self_points" DECIMAL(6,2),
    "assessed_points" DECIMAL(6,2),
    "ordinal" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sheet_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,

    CONSTRAINT "score_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "veto" (
    "id" UUID NOT NULL,
    "reason" "VetoReason" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL,
    "evidence" TEXT COLLATE "C",
    "blocks_until" DATE,
    "status" "VetoStatus" NOT NULL DEFAULT 'ALLEGED',
    "confirmed_at" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "unit_id" UUID,
    "entry_id" UUID,
    "organization_id" UUID,
    "person_id" UUID,
    "raised_by_id" UUID,
    "raiser_id" UUID NOT NULL,

    CONSTRAINT "veto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "status" "StandingStatus" NOT NULL DEFAULT 'DRAFT',
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID NOT NULL,
    "track_id" UUID,
    "stage_id" UUID,
    "scheme_id" UUID NOT NULL,
    "previous_id" UUID,
    "supersedes_id" UUID,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing_row" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "rank" INTEGER,
    "unranked_reason" "UnrankedReason",
    "total" DECIMAL(6,2),
    "previous_rank" INTEGER,
    "to_next" DECIMAL(6,2),
    "is_tied" BOOLEAN NOT NULL DEFAULT false,
    "applied_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "standing_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,

    CONSTRAINT "standing_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing_part" (
    "id" UUID NOT NULL,
    "weight" DECIMAL(5,4) NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "row_id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,

    CONSTRAINT "standing_part_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scoring_scheme_code_key" ON "scoring_scheme"("code");

-- CreateIndex
CREATE INDEX "scoring_scheme_created_at_id_idx" ON "scoring_scheme"("created_at", "id");

-- CreateIndex
CREATE INDEX "scoring_scheme_name_id_idx" ON "scoring_scheme"("name", "id");

-- CreateIndex
CREATE INDEX "scoring_scheme_status_created_at_id_idx" ON "scoring_scheme"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "scoring_scheme_competition_id_created_at_id_idx" ON "scoring_scheme"("competition_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "scoring_scheme_based_on_id_created_at_id_idx" ON "scoring_scheme"("based_on_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "criterion_ordinal_id_idx" ON "criterion"("ordinal", "id");

-- CreateIndex
CREATE INDEX "criterion_scheme_id_ordinal_id_idx" ON "criterion"("scheme_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "criterion_parent_id_ordinal_id_idx" ON "criterion"("parent_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "criterion_assessor_organization_id_ordinal_id_idx" ON "criterion"("assessor_organization_id", "ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_scheme_id_code_key" ON "criterion"("scheme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_scheme_id_ordinal_key" ON "criterion"("scheme_id", "ordinal");

-- CreateIndex
CREATE INDEX "assessor_assignment_created_at_id_idx" ON "assessor_assignment"("created_at", "id");

-- CreateIndex
CREATE INDEX "assessor_assignment_entry_id_created_at_id_idx" ON "assessor_assignment"("entry_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "assessor_assignment_user_id_created_at_id_idx" ON "assessor_assignment"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "assessor_assignment_organization_id_created_at_id_idx" ON "assessor_assignment"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "recusal_created_at_id_idx" ON "recusal"("created_at", "id");

-- CreateIndex
CREATE INDEX "recusal_user_id_created_at_id_idx" ON "recusal"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "recusal_entry_id_created_at_id_idx" ON "recusal"("entry_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "recusal_organization_id_created_at_id_idx" ON "recusal"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_created_at_id_idx" ON "score_sheet"("created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_total_id_idx" ON "score_sheet"("total", "id");

-- CreateIndex
CREATE INDEX "score_sheet_kind_created_at_id_idx" ON "score_sheet"("kind", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_status_created_at_id_idx" ON "score_sheet"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_entry_id_created_at_id_idx" ON "score_sheet"("entry_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_stage_id_created_at_id_idx" ON "score_sheet"("stage_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_scheme_id_created_at_id_idx" ON "score_sheet"("scheme_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_assessor_id_created_at_id_idx" ON "score_sheet"("assessor_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_sheet_supersedes_id_created_at_id_idx" ON "score_sheet"("supersedes_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "score_item_ordinal_id_idx" ON "score_item"("ordinal", "id");

-- CreateIndex
CREATE INDEX "score_item_points_id_idx" ON "score_item"("points", "id");

-- CreateIndex
CREATE INDEX "score_item_sheet_id_ordinal_id_idx" ON "score_item"("sheet_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "score_item_criterion_id_ordinal_id_idx" ON "score_item"("criterion_id", "ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "score_item_sheet_id_criterion_id_key" ON "score_item"("sheet_id", "criterion_id");

-- CreateIndex
CREATE INDEX "veto_occurred_on_id_idx" ON "veto"("occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_blocks_until_id_idx" ON "veto"("blocks_until", "id");

-- CreateIndex
CREATE INDEX "veto_reason_occurred_on_id_idx" ON "veto"("reason", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_status_occurred_on_id_idx" ON "veto"("status", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_region_id_occurred_on_id_idx" ON "veto"("region_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_unit_id_occurred_on_id_idx" ON "veto"("unit_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_entry_id_occurred_on_id_idx" ON "veto"("entry_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_organization_id_occurred_on_id_idx" ON "veto"("organization_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_person_id_occurred_on_id_idx" ON "veto"("person_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_raised_by_id_occurred_on_id_idx" ON "veto"("raised_by_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "veto_raiser_id_occurred_on_id_idx" ON "veto"("raiser_id", "occurred_on", "id");

-- CreateIndex
CREATE INDEX "standing_created_at_id_idx" ON "standing"("created_at", "id");

-- CreateIndex
CREATE INDEX "standing_published_at_id_idx" ON "standing"("published_at", "id");

-- CreateIndex
CREATE INDEX "standing_status_created_at_id_idx" ON "standing"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_competition_id_created_at_id_idx" ON "standing"("competition_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_track_id_created_at_id_idx" ON "standing"("track_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_stage_id_created_at_id_idx" ON "standing"("stage_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_scheme_id_created_at_id_idx" ON "standing"("scheme_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_previous_id_created_at_id_idx" ON "standing"("previous_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_supersedes_id_created_at_id_idx" ON "standing"("supersedes_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "standing_row_ordinal_id_idx" ON "standing_row"("ordinal", "id");

-- CreateIndex
CREATE INDEX "standing_row_total_id_idx" ON "standing_row"("total", "id");

-- CreateIndex
CREATE INDEX "standing_row_standing_id_ordinal_id_idx" ON "standing_row"("standing_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "standing_row_entry_id_ordinal_id_idx" ON "standing_row"("entry_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "standing_row_region_id_ordinal_id_idx" ON "standing_row"("region_id", "ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "standing_row_standing_id_entry_id_key" ON "standing_row"("standing_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "standing_row_standing_id_ordinal_key" ON "standing_row"("standing_id", "ordinal");

-- CreateIndex
CREATE INDEX "standing_part_sheet_id_idx" ON "standing_part"("sheet_id");

-- CreateIndex
CREATE UNIQUE INDEX "standing_part_row_id_ordinal_key" ON "standing_part"("row_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "scoring_scheme_competition_id_revision_key" ON "scoring_scheme"("competition_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "recusal_user_id_entry_id_key" ON "recusal"("user_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "recusal_user_id_organization_id_key" ON "recusal"("user_id", "organization_id");

-- AddForeignKey
ALTER TABLE "scoring_scheme" ADD CONSTRAINT "scoring_scheme_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_scheme" ADD CONSTRAINT "scoring_scheme_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "scoring_scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scoring_scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_assessor_organization_id_fkey" FOREIGN KEY ("assessor_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_assignment" ADD CONSTRAINT "assessor_assignment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_assignment" ADD CONSTRAINT "assessor_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessor_assignment" ADD CONSTRAINT "assessor_assignment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scoring_scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_item" ADD CONSTRAINT "score_item_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "score_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_item" ADD CONSTRAINT "score_item_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "veto" ADD CONSTRAINT "veto_raiser_id_fkey" FOREIGN KEY ("raiser_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scoring_scheme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "standing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "standing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_row" ADD CONSTRAINT "standing_row_standing_id_fkey" FOREIGN KEY ("standing_id") REFERENCES "standing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_row" ADD CONSTRAINT "standing_row_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_row" ADD CONSTRAINT "standing_row_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_part" ADD CONSTRAINT "standing_part_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "standing_row"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing_part" ADD CONSTRAINT "standing_part_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below: what Prisma has no words for.

UPDATE "scoring_scheme" SET tie_rules = '{}';
ALTER TABLE "scoring_scheme"
  ALTER COLUMN tie_rules SET DEFAULT '{}', ALTER COLUMN tie_rules SET NOT NULL,
  ADD CONSTRAINT "scoring_scheme_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "scoring_scheme_points_check" CHECK (total_points > 0 AND bonus_cap > 0),
  ADD CONSTRAINT "scoring_scheme_revision_check" CHECK (revision >= 1),
  ADD CONSTRAINT "scoring_scheme_code_check" CHECK (code IS NULL OR competition_id IS NULL),
  ADD CONSTRAINT "scoring_scheme_basis_check" CHECK (based_on_id <> id),
  ADD CONSTRAINT "scoring_scheme_status_check" CHECK (
    (status = 'DRAFT') = (opened_at IS NULL)
    AND (status = 'RETIRED') = (retired_at IS NOT NULL)
    AND CASE status WHEN 'LOCKED' THEN locked_at IS NOT NULL WHEN 'RETIRED' THEN true ELSE locked_at IS NULL END),
  ADD CONSTRAINT "scoring_scheme_order_check" CHECK (
    opened_at <= locked_at AND opened_at <= retired_at AND (locked_at IS NULL OR retired_at IS NULL OR locked_at <= retired_at));
CREATE UNIQUE INDEX "scoring_scheme_in_force_key" ON "scoring_scheme"("competition_id") WHERE status IN ('ACTIVE', 'LOCKED');

ALTER TABLE "criterion"
  ADD CONSTRAINT "criterion_text_check" CHECK (code <> '' AND name <> ''),
  ADD CONSTRAINT "criterion_points_check" CHECK (max_points > 0),
  ADD CONSTRAINT "criterion_ordinal_check" CHECK (ordinal >= 1),
  ADD CONSTRAINT "criterion_parent_check" CHECK (parent_id <> id),
  ADD CONSTRAINT "criterion_params_check" CHECK ((method = 'MANUAL') = (params IS NULL)),
  ADD CONSTRAINT "criterion_method_check" CHECK (
    CASE item_type
      WHEN 'BONUS' THEN method <> 'DEDUCT_FROM_FULL'
      WHEN 'DEDUCTION' THEN method IN ('MANUAL', 'DEDUCT_FROM_FULL')
      ELSE true
    END);

CREATE UNIQUE INDEX "assessor_assignment_key" ON "assessor_assignment"("entry_id", "user_id") WHERE ended_at IS NULL;
ALTER TABLE "assessor_assignment"
  ADD CONSTRAINT "assessor_assignment_end_check" CHECK (ended_at >= created_at);

ALTER TABLE "recusal"
  ADD CONSTRAINT "recusal_reason_check" CHECK (reason <> ''),
  ADD CONSTRAINT "recusal_subject_check" CHECK (num_nonnulls(entry_id, organization_id) = 1);

-- One sheet of a kind that counts: of the unit, of each assessor by each scheme, and of what is confirmed.
CREATE UNIQUE INDEX "score_sheet_self_key" ON "score_sheet"("entry_id", "scheme_id", coalesce("stage_id", '00000000-0000-0000-0000-000000000000'))
  WHERE kind = 'SELF';
CREATE UNIQUE INDEX "score_sheet_assessor_key" ON "score_sheet"("entry_id", "scheme_id", coalesce("stage_id", '00000000-0000-0000-0000-000000000000'), "assessor_id")
  WHERE kind = 'ASSESSOR';
CREATE UNIQUE INDEX "score_sheet_confirmed_key" ON "score_sheet"("entry_id", coalesce("stage_id", '00000000-0000-0000-0000-000000000000'))
  WHERE kind = 'CONFIRMED' AND status <> 'SUPERSEDED';
ALTER TABLE "score_sheet"
  ADD CONSTRAINT "score_sheet_total_check" CHECK (total >= 0),
  ADD CONSTRAINT "score_sheet_revision_check" CHECK (revision >= 1 AND (revision > 1) = (supersedes_id IS NOT NULL)),
  ADD CONSTRAINT "score_sheet_correction_check" CHECK (supersedes_id <> id AND (supersedes_id IS NULL OR reason <> '')),
  ADD CONSTRAINT "score_sheet_assessor_check" CHECK ((kind = 'ASSESSOR') = (assessor_id IS NOT NULL)),
  ADD CONSTRAINT "score_sheet_status_check" CHECK (
    CASE kind
      WHEN 'CONFIRMED' THEN status NOT IN ('DRAFT', 'SUBMITTED') AND submitted_at IS NULL AND confirmed_at IS NOT NULL
        AND CASE status WHEN 'PUBLISHED' THEN published_at IS NOT NULL WHEN 'CONFIRMED' THEN published_at IS NULL ELSE true END
      ELSE status IN ('DRAFT', 'SUBMITTED') AND (status = 'SUBMITTED') = (submitted_at IS NOT NULL)
        AND confirmed_at IS NULL AND published_at IS NULL
    END),
  ADD CONSTRAINT "score_sheet_order_check" CHECK (confirmed_at <= published_at);

CREATE UNIQUE INDEX "score_sheet_supersedes_key" ON "score_sheet"("supersedes_id") WHERE supersedes_id IS NOT NULL;

ALTER TABLE "score_item"
  ADD CONSTRAINT "score_item_measure_check" CHECK (measure >= 0),
  ADD CONSTRAINT "score_item_ordinal_check" CHECK (ordinal >= 1);

ALTER TABLE "veto"
  ADD CONSTRAINT "veto_description_check" CHECK (description <> ''),
  ADD CONSTRAINT "veto_subject_check" CHECK (num_nonnulls(entry_id, organization_id, person_id) = 1),
  ADD CONSTRAINT "veto_blocks_check" CHECK (blocks_until >= occurred_on),
  ADD CONSTRAINT "veto_status_check" CHECK (
    (status = 'LIFTED') = (lifted_at IS NOT NULL)
    AND CASE status WHEN 'ALLEGED' THEN confirmed_at IS NULL WHEN 'CONFIRMED' THEN confirmed_at IS NOT NULL ELSE true END),
  ADD CONSTRAINT "veto_order_check" CHECK (confirmed_at <= lifted_at);

CREATE UNIQUE INDEX "standing_draft_key" ON "standing"("competition_id", coalesce("track_id", '00000000-0000-0000-0000-000000000000'), coalesce("stage_id", '00000000-0000-0000-0000-000000000000'))
  WHERE status = 'DRAFT';
CREATE UNIQUE INDEX "standing_published_key" ON "standing"("competition_id", coalesce("track_id", '00000000-0000-0000-0000-000000000000'), coalesce("stage_id", '00000000-0000-0000-0000-000000000000'))
  WHERE status = 'PUBLISHED';
CREATE UNIQUE INDEX "standing_revision_key" ON "standing"("competition_id", coalesce("track_id", '00000000-0000-0000-0000-000000000000'), coalesce("stage_id", '00000000-0000-0000-0000-000000000000'), "revision")
  WHERE revision >= 1;
ALTER TABLE "standing"
  ADD CONSTRAINT "standing_revision_check" CHECK (revision >= 1 AND (revision > 1) = (supersedes_id IS NOT NULL)),
  ADD CONSTRAINT "standing_self_check" CHECK (supersedes_id <> id AND previous_id <> id),
  ADD CONSTRAINT "standing_status_check" CHECK ((status = 'DRAFT') = (published_at IS NULL)),
  ADD CONSTRAINT "standing_order_check" CHECK (computed_at <= published_at);

ALTER TABLE "standing_row"
  ADD CONSTRAINT "standing_row_ordinal_check" CHECK (ordinal >= 1),
  ADD CONSTRAINT "standing_row_rank_check" CHECK (
    (rank IS NULL) = (unranked_reason IS NOT NULL)
    AND (rank IS NULL OR (rank >= 1 AND rank <= ordinal AND total IS NOT NULL))
    AND (to_next IS NULL) = (rank IS NULL OR rank = 1)),
  ADD CONSTRAINT "standing_row_total_check" CHECK (total >= 0 AND to_next >= 0);

ALTER TABLE "standing_part"
  ADD CONSTRAINT "standing_part_weight_check" CHECK (weight > 0 AND weight <= 1);
