-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "NoticeScope" AS ENUM ('UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'NATION');

-- CreateEnum
CREATE TYPE "ObjectionStatus" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "ObjectionOutcome" AS ENUM ('UPHELD', 'DISMISSED');

-- CreateEnum
CREATE TYPE "ShortlistStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'NOTICED', 'DECIDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "CandidateReason" AS ENUM ('RANKED_IN_QUOTA', 'INCLUDED', 'UNRANKED', 'VETOED', 'BELOW_THRESHOLD', 'SUMMARY_MISSING', 'NO_QUOTA', 'SAME_RECIPIENT', 'OUT_OF_QUOTA', 'EXCLUDED', 'OBJECTION_UPHELD');

-- AlterTable
ALTER TABLE "award_grant" ADD COLUMN     "standing_row_id" UUID;

-- CreateTable
CREATE TABLE "public_notice" (
    "id" UUID NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "scope" "NoticeScope" NOT NULL,
    "channel" TEXT COLLATE "C",
    "working_days" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "status" "NoticeStatus" NOT NULL DEFAULT 'OPEN',
    "closed_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID NOT NULL,
    "standing_id" UUID NOT NULL,
    "shortlist_id" UUID,

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "objector_name" TEXT COLLATE "C" NOT NULL,
    "contact" TEXT COLLATE "C",
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "ObjectionStatus" NOT NULL DEFAULT 'OPEN',
    "finding" TEXT COLLATE "C",
    "outcome" "ObjectionOutcome",
    "closed_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notice_id" UUID NOT NULL,
    "candidate_id" UUID,
    "raiser_id" UUID NOT NULL,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shortlist" (
    "id" UUID NOT NULL,
    "status" "ShortlistStatus" NOT NULL DEFAULT 'DRAFT',
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "noticed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID NOT NULL,
    "track_id" UUID,
    "standing_id" UUID NOT NULL,
    "decision_id" UUID,

    CONSTRAINT "shortlist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota_rule" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "min_total" DECIMAL(6,2),
    "max_share" DECIMAL(5,4),
    "available" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shortlist_id" UUID NOT NULL,
    "award_type_id" UUID NOT NULL,
    "track_id" UUID,

    CONSTRAINT "quota_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shortlist_candidate" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "is_drawn" BOOLEAN NOT NULL,
    "is_selected" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shortlist_id" UUID NOT NULL,
    "standing_row_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "quota_rule_id" UUID,

    CONSTRAINT "shortlist_candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "selection_reason" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "CandidateReason" NOT NULL,
    "is_against" BOOLEAN NOT NULL,
    "have" DECIMAL(8,2),
    "need" DECIMAL(8,2),
    "opinion" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "candidate_id" UUID NOT NULL,

    CONSTRAINT "selection_reason_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "public_notice_closes_on_id_idx" ON "public_notice"("closes_on", "id");

-- CreateIndex
CREATE INDEX "public_notice_opens_on_id_idx" ON "public_notice"("opens_on", "id");

-- CreateIndex
CREATE INDEX "public_notice_status_closes_on_id_idx" ON "public_notice"("status", "closes_on", "id");

-- CreateIndex
CREATE INDEX "public_notice_scope_closes_on_id_idx" ON "public_notice"("scope", "closes_on", "id");

-- CreateIndex
CREATE INDEX "public_notice_competition_id_closes_on_id_idx" ON "public_notice"("competition_id", "closes_on", "id");

-- CreateIndex
CREATE INDEX "public_notice_standing_id_closes_on_id_idx" ON "public_notice"("standing_id", "closes_on", "id");

-- CreateIndex
CREATE INDEX "public_notice_shortlist_id_closes_on_id_idx" ON "public_notice"("shortlist_id", "closes_on", "id");

-- CreateIndex
CREATE INDEX "objection_received_at_id_idx" ON "objection"("received_at", "id");

-- CreateIndex
CREATE INDEX "objection_status_received_at_id_idx" ON "objection"("status", "received_at", "id");

-- CreateIndex
CREATE INDEX "objection_outcome_received_at_id_idx" ON "objection"("outcome", "received_at", "id");

-- CreateIndex
CREATE INDEX "objection_notice_id_received_at_id_idx" ON "objection"("notice_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "objection_candidate_id_received_at_id_idx" ON "objection"("candidate_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "objection_raiser_id_received_at_id_idx" ON "objection"("raiser_id", "received_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_created_at_id_idx" ON "shortlist"("created_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_decided_at_id_idx" ON "shortlist"("decided_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_status_created_at_id_idx" ON "shortlist"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_competition_id_created_at_id_idx" ON "shortlist"("competition_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_track_id_created_at_id_idx" ON "shortlist"("track_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_standing_id_created_at_id_idx" ON "shortlist"("standing_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "shortlist_decision_id_created_at_id_idx" ON "shortlist"("decision_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "quota_rule_ordinal_id_idx" ON "quota_rule"("ordinal", "id");

-- CreateIndex
CREATE INDEX "quota_rule_shortlist_id_ordinal_id_idx" ON "quota_rule"("shortlist_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "quota_rule_award_type_id_ordinal_id_idx" ON "quota_rule"("award_type_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "quota_rule_track_id_ordinal_id_idx" ON "quota_rule"("track_id", "ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_rule_shortlist_id_ordinal_key" ON "quota_rule"("shortlist_id", "ordinal");

-- CreateIndex
CREATE INDEX "shortlist_candidate_ordinal_id_idx" ON "shortlist_candidate"("ordinal", "id");

-- CreateIndex
CREATE INDEX "shortlist_candidate_shortlist_id_ordinal_id_idx" ON "shortlist_candidate"("shortlist_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "shortlist_candidate_standing_row_id_ordinal_id_idx" ON "shortlist_candidate"("standing_row_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "shortlist_candidate_entry_id_ordinal_id_idx" ON "shortlist_candidate"("entry_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "shortlist_candidate_quota_rule_id_ordinal_id_idx" ON "shortlist_candidate"("quota_rule_id", "ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "shortlist_candidate_shortlist_id_entry_id_key" ON "shortlist_candidate"("shortlist_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "shortlist_candidate_shortlist_id_ordinal_key" ON "shortlist_candidate"("shortlist_id", "ordinal");

-- CreateIndex
CREATE INDEX "selection_reason_ordinal_id_idx" ON "selection_reason"("ordinal", "id");

-- CreateIndex
CREATE INDEX "selection_reason_candidate_id_ordinal_id_idx" ON "selection_reason"("candidate_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "selection_reason_kind_ordinal_id_idx" ON "selection_reason"("kind", "ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "selection_reason_candidate_id_ordinal_key" ON "selection_reason"("candidate_id", "ordinal");

-- CreateIndex
CREATE INDEX "award_grant_standing_row_id_granted_on_id_idx" ON "award_grant"("standing_row_id", "granted_on", "id");

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_standing_row_id_fkey" FOREIGN KEY ("standing_row_id") REFERENCES "standing_row"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_standing_id_fkey" FOREIGN KEY ("standing_id") REFERENCES "standing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_shortlist_id_fkey" FOREIGN KEY ("shortlist_id") REFERENCES "shortlist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "shortlist_candidate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_raiser_id_fkey" FOREIGN KEY ("raiser_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_standing_id_fkey" FOREIGN KEY ("standing_id") REFERENCES "standing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist" ADD CONSTRAINT "shortlist_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_rule" ADD CONSTRAINT "quota_rule_shortlist_id_fkey" FOREIGN KEY ("shortlist_id") REFERENCES "shortlist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_rule" ADD CONSTRAINT "quota_rule_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_rule" ADD CONSTRAINT "quota_rule_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist_candidate" ADD CONSTRAINT "shortlist_candidate_shortlist_id_fkey" FOREIGN KEY ("shortlist_id") REFERENCES "shortlist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist_candidate" ADD CONSTRAINT "shortlist_candidate_standing_row_id_fkey" FOREIGN KEY ("standing_row_id") REFERENCES "standing_row"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist_candidate" ADD CONSTRAINT "shortlist_candidate_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shortlist_candidate" ADD CONSTRAINT "shortlist_candidate_quota_rule_id_fkey" FOREIGN KEY ("quota_rule_id") REFERENCES "quota_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selection_reason" ADD CONSTRAINT "selection_reason_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "shortlist_candidate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Below: what Prisma has no words for.

ALTER TABLE "public_notice"
  ADD CONSTRAINT "public_notice_text_check" CHECK (title <> '' AND text <> '' AND channel <> ''),
  ADD CONSTRAINT "public_notice_days_check" CHECK (working_days >= 5 AND opens_on < closes_on),
  ADD CONSTRAINT "public_notice_status_check" CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL));
-- A shortlist, or a standing by itself, is under one notice at a time.
CREATE UNIQUE INDEX "public_notice_open_key" ON "public_notice"(coalesce("shortlist_id", "standing_id")) WHERE status = 'OPEN';

ALTER TABLE "objection"
  ADD CONSTRAINT "objection_text_check" CHECK (text <> '' AND objector_name <> '' AND contact <> '' AND finding <> ''),
  ADD CONSTRAINT "objection_status_check" CHECK (
    num_nonnulls(finding, outcome, closed_at) = CASE status WHEN 'CLOSED' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "objection_order_check" CHECK (received_at <= closed_at);

-- One shortlist of a competition, or of a track, unless it was given up: nobody is praised twice for the same.
CREATE UNIQUE INDEX "shortlist_key" ON "shortlist"("competition_id", coalesce("track_id", '00000000-0000-0000-0000-000000000000'))
  WHERE status <> 'WITHDRAWN';
ALTER TABLE "shortlist"
  ADD CONSTRAINT "shortlist_status_check" CHECK (
    (status = 'DECIDED') = (decided_at IS NOT NULL)
    AND CASE status WHEN 'WITHDRAWN' THEN true WHEN 'DRAFT' THEN noticed_at IS NULL WHEN 'SUBMITTED' THEN noticed_at IS NULL
      ELSE noticed_at IS NOT NULL END),
  ADD CONSTRAINT "shortlist_decision_check" CHECK ((decided_at IS NULL) = (decision_id IS NULL)),
  ADD CONSTRAINT "shortlist_order_check" CHECK (drawn_at <= noticed_at AND noticed_at <= decided_at);

ALTER TABLE "quota_rule"
  ADD CONSTRAINT "quota_rule_ordinal_check" CHECK (ordinal >= 1),
  ADD CONSTRAINT "quota_rule_places_check" CHECK (places >= 1 AND available >= 0 AND available <= places),
  ADD CONSTRAINT "quota_rule_limits_check" CHECK (min_total >= 0 AND max_share > 0 AND max_share <= 1);

ALTER TABLE "shortlist_candidate"
  ADD CONSTRAINT "shortlist_candidate_ordinal_check" CHECK (ordinal >= 1),
  ADD CONSTRAINT "shortlist_candidate_rule_check" CHECK (quota_rule_id IS NOT NULL OR NOT (is_drawn OR is_selected));

ALTER TABLE "selection_reason"
  ADD CONSTRAINT "selection_reason_ordinal_check" CHECK (ordinal >= 1),
  ADD CONSTRAINT "selection_reason_figures_check" CHECK ((have IS NULL) = (need IS NULL)),
  ADD CONSTRAINT "selection_reason_side_check" CHECK (is_against = (kind NOT IN ('RANKED_IN_QUOTA', 'INCLUDED'))),
  ADD CONSTRAINT "selection_reason_opinion_check" CHECK (
    opinion <> '' AND (opinion IS NOT NULL) = (kind IN ('INCLUDED', 'EXCLUDED', 'OBJECTION_UPHELD')));
