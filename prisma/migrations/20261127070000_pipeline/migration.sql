-- CreateEnum
CREATE TYPE "MetricAggregation" AS ENUM ('SUM', 'MEAN', 'MAX', 'MIN');

-- CreateEnum
CREATE TYPE "SummaryStatus" AS ENUM ('NOT_DUE', 'DUE', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WAIVED');

-- AlterTable
ALTER TABLE "competition" ADD COLUMN     "previous_id" UUID,
ADD COLUMN     "route" "AdminLevel"[],
ADD COLUMN     "suspended_from" "CompetitionStatus";

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "route" "AdminLevel"[],
ADD COLUMN     "step" INTEGER;

-- AlterTable
ALTER TABLE "stage" ADD COLUMN     "opened_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "track" ADD COLUMN     "route" "AdminLevel"[];

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "is_working_day" BOOLEAN NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "unit" TEXT COLLATE "C" NOT NULL,
    "target" DECIMAL(18,4),
    "aggregation" "MetricAggregation" NOT NULL,
    "is_required" BOOLEAN NOT NULL DEFAULT true,
    "ordinal" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID NOT NULL,

    CONSTRAINT "metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enclosure" (
    "id" UUID NOT NULL,
    "file_name" TEXT COLLATE "C" NOT NULL,
    "media_type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploader_id" UUID NOT NULL,
    "entry_id" UUID,
    "summary_id" UUID,

    CONSTRAINT "enclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_summary" (
    "id" UUID NOT NULL,
    "status" "SummaryStatus" NOT NULL DEFAULT 'NOT_DUE',
    "due_on" DATE,
    "text" TEXT COLLATE "C",
    "problems" TEXT COLLATE "C",
    "next_steps" TEXT COLLATE "C",
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "overdue_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entry_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "stage_summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_value" (
    "id" UUID NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "summary_id" UUID NOT NULL,
    "metric_id" UUID NOT NULL,

    CONSTRAINT "metric_value_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_date_key" ON "calendar_day"("date");

-- CreateIndex
CREATE INDEX "metric_ordinal_id_idx" ON "metric"("ordinal", "id");

-- CreateIndex
CREATE INDEX "metric_name_id_idx" ON "metric"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "metric_competition_id_code_key" ON "metric"("competition_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "metric_competition_id_ordinal_key" ON "metric"("competition_id", "ordinal");

-- CreateIndex
CREATE INDEX "enclosure_created_at_id_idx" ON "enclosure"("created_at", "id");

-- CreateIndex
CREATE INDEX "enclosure_file_name_id_idx" ON "enclosure"("file_name", "id");

-- CreateIndex
CREATE INDEX "enclosure_uploader_id_created_at_id_idx" ON "enclosure"("uploader_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "enclosure_entry_id_created_at_id_idx" ON "enclosure"("entry_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "enclosure_summary_id_created_at_id_idx" ON "enclosure"("summary_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "stage_summary_due_idx" ON "stage_summary"("due_on", "id");

-- CreateIndex
CREATE INDEX "stage_summary_submitted_at_id_idx" ON "stage_summary"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "stage_summary_status_due_on_id_idx" ON "stage_summary"("status", "due_on", "id");

-- CreateIndex
CREATE INDEX "stage_summary_entry_id_due_on_id_idx" ON "stage_summary"("entry_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "stage_summary_stage_id_due_on_id_idx" ON "stage_summary"("stage_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "stage_summary_region_id_due_on_id_idx" ON "stage_summary"("region_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "stage_summary_organization_id_due_on_id_idx" ON "stage_summary"("organization_id", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_summary_entry_id_stage_id_key" ON "stage_summary"("entry_id", "stage_id");

-- CreateIndex
CREATE INDEX "metric_value_value_id_idx" ON "metric_value"("value", "id");

-- CreateIndex
CREATE INDEX "metric_value_metric_id_value_id_idx" ON "metric_value"("metric_id", "value", "id");

-- CreateIndex
CREATE UNIQUE INDEX "metric_value_summary_id_metric_id_key" ON "metric_value"("summary_id", "metric_id");

-- CreateIndex
CREATE INDEX "competition_previous_id_year_id_idx" ON "competition"("previous_id", "year", "id");

-- AddForeignKey
ALTER TABLE "competition" ADD CONSTRAINT "competition_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric" ADD CONSTRAINT "metric_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enclosure" ADD CONSTRAINT "enclosure_uploader_id_fkey" FOREIGN KEY ("uploader_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enclosure" ADD CONSTRAINT "enclosure_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enclosure" ADD CONSTRAINT "enclosure_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "stage_summary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_summary" ADD CONSTRAINT "stage_summary_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_summary" ADD CONSTRAINT "stage_summary_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_summary" ADD CONSTRAINT "stage_summary_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_summary" ADD CONSTRAINT "stage_summary_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_value" ADD CONSTRAINT "metric_value_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "stage_summary"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_value" ADD CONSTRAINT "metric_value_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "metric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below: what Prisma has no words for.

UPDATE "competition" SET suspended_from = CASE
    WHEN scoring_at IS NOT NULL THEN CASE
      WHEN notice_opened_at IS NOT NULL THEN 'NOTICE' WHEN frozen_at IS NOT NULL THEN 'FROZEN' ELSE 'SCORING' END
    WHEN started_at IS NOT NULL THEN 'RUNNING'
    WHEN applications_opened_at IS NOT NULL THEN 'APPLYING'
    ELSE 'PUBLISHED' END::"CompetitionStatus"
  WHERE status = 'SUSPENDED';
UPDATE "competition" SET route = CASE level
  WHEN 'NATIONAL' THEN '{COUNTY,MUNICIPAL,PROVINCIAL,NATIONAL}'
  WHEN 'PROVINCIAL' THEN '{COUNTY,MUNICIPAL,PROVINCIAL}'
  WHEN 'MUNICIPAL' THEN '{COUNTY,MUNICIPAL}'
  ELSE ARRAY[level] END::"AdminLevel"[];
ALTER TABLE "competition"
  ALTER COLUMN route SET DEFAULT '{}', ALTER COLUMN route SET NOT NULL,
  ADD CONSTRAINT "competition_suspended_check" CHECK ((status = 'SUSPENDED') = (suspended_from IS NOT NULL)),
  ADD CONSTRAINT "competition_previous_check" CHECK (previous_id <> id);
UPDATE "track" SET route = '{}';
ALTER TABLE "track" ALTER COLUMN route SET DEFAULT '{}', ALTER COLUMN route SET NOT NULL;

UPDATE "entry" SET route = '{}' WHERE submitted_at IS NULL;
UPDATE "entry" e SET route = c.route, step = CASE
    WHEN e.status IN ('SUBMITTED', 'RETURNED') THEN 0
    ELSE cardinality(c.route) - 1 END
  FROM "competition" c WHERE c.id = e.competition_id AND e.submitted_at IS NOT NULL;
ALTER TABLE "entry"
  ALTER COLUMN route SET DEFAULT '{}', ALTER COLUMN route SET NOT NULL,
  ADD CONSTRAINT "entry_step_check" CHECK (step >= 0 AND step < cardinality(route)),
  ADD CONSTRAINT "entry_route_check" CHECK (
    (submitted_at IS NULL) = (step IS NULL) AND (step IS NULL) = (cardinality(route) = 0));

ALTER TABLE "metric"
  ADD CONSTRAINT "metric_code_check" CHECK (code ~ '^[a-z][a-z0-9]*(_[a-z0-9]+)*$'),
  ADD CONSTRAINT "metric_name_check" CHECK (name <> '' AND unit <> ''),
  ADD CONSTRAINT "metric_ordinal_check" CHECK (ordinal >= 1);

ALTER TABLE "stage_summary"
  ADD CONSTRAINT "stage_summary_due_check" CHECK ((status = 'NOT_DUE') = (due_on IS NULL)),
  ADD CONSTRAINT "stage_summary_status_check" CHECK (
    CASE
      WHEN status IN ('NOT_DUE', 'DUE', 'DRAFT', 'WAIVED') THEN submitted_at IS NULL
      ELSE submitted_at IS NOT NULL
    END
    AND (status = 'ACCEPTED') = (accepted_at IS NOT NULL)),
  ADD CONSTRAINT "stage_summary_order_check" CHECK (submitted_at <= accepted_at);

ALTER TABLE "enclosure"
  ADD CONSTRAINT "enclosure_name_check" CHECK (file_name <> ''),
  ADD CONSTRAINT "enclosure_size_check" CHECK (size > 0),
  ADD CONSTRAINT "enclosure_hash_check" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "enclosure_subject_check" CHECK (num_nonnulls(entry_id, summary_id) <= 1);

ALTER TABLE "calendar_day"
  ADD CONSTRAINT "calendar_day_name_check" CHECK (name <> '' AND source <> ''),
  ADD CONSTRAINT "calendar_day_weekday_check" CHECK (is_working_day = (extract(isodow FROM date) >= 6));
