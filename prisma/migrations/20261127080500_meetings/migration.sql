-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('PLENARY', 'GET_TOGETHER', 'SITE', 'SPECIAL');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('PLANNED', 'HELD', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Presence" AS ENUM ('PRESENT', 'REPRESENTED', 'ABSENT');

-- CreateEnum
CREATE TYPE "ActionItemStatus" AS ENUM ('OPEN', 'DONE', 'CONFIRMED', 'CANCELLED');

-- CreateTable
CREATE TABLE "committee_meeting" (
    "id" UUID NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "agenda" TEXT COLLATE "C",
    "minutes" TEXT COLLATE "C",
    "status" "MeetingStatus" NOT NULL DEFAULT 'PLANNED',
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "reason" TEXT COLLATE "C",
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committee_id" UUID NOT NULL,

    CONSTRAINT "committee_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_attendance" (
    "id" UUID NOT NULL,
    "presence" "Presence" NOT NULL,
    "note" TEXT COLLATE "C",
    "ordinal" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "meeting_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID,

    CONSTRAINT "meeting_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_of_play_snapshot" (
    "id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "meeting_id" UUID NOT NULL,
    "competition_id" UUID NOT NULL,
    "stage_id" UUID,

    CONSTRAINT "state_of_play_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item" (
    "id" UUID NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "due_on" DATE NOT NULL,
    "status" "ActionItemStatus" NOT NULL DEFAULT 'OPEN',
    "report" TEXT COLLATE "C",
    "reported_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "meeting_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "competition_id" UUID,
    "entry_id" UUID,
    "reporter_id" UUID,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "committee_meeting_held_at_id_idx" ON "committee_meeting"("held_at", "id");

-- CreateIndex
CREATE INDEX "committee_meeting_kind_held_at_id_idx" ON "committee_meeting"("kind", "held_at", "id");

-- CreateIndex
CREATE INDEX "committee_meeting_status_held_at_id_idx" ON "committee_meeting"("status", "held_at", "id");

-- CreateIndex
CREATE INDEX "committee_meeting_committee_id_held_at_id_idx" ON "committee_meeting"("committee_id", "held_at", "id");

-- CreateIndex
CREATE INDEX "meeting_attendance_ordinal_id_idx" ON "meeting_attendance"("ordinal", "id");

-- CreateIndex
CREATE INDEX "meeting_attendance_organization_id_ordinal_id_idx" ON "meeting_attendance"("organization_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "meeting_attendance_person_id_ordinal_id_idx" ON "meeting_attendance"("person_id", "ordinal", "id");

-- CreateIndex
CREATE INDEX "state_of_play_snapshot_taken_at_id_idx" ON "state_of_play_snapshot"("taken_at", "id");

-- CreateIndex
CREATE INDEX "state_of_play_snapshot_meeting_id_taken_at_id_idx" ON "state_of_play_snapshot"("meeting_id", "taken_at", "id");

-- CreateIndex
CREATE INDEX "state_of_play_snapshot_competition_id_taken_at_id_idx" ON "state_of_play_snapshot"("competition_id", "taken_at", "id");

-- CreateIndex
CREATE INDEX "state_of_play_snapshot_stage_id_taken_at_id_idx" ON "state_of_play_snapshot"("stage_id", "taken_at", "id");

-- CreateIndex
CREATE INDEX "action_item_due_on_id_idx" ON "action_item"("due_on", "id");

-- CreateIndex
CREATE INDEX "action_item_status_due_on_id_idx" ON "action_item"("status", "due_on", "id");

-- CreateIndex
CREATE INDEX "action_item_meeting_id_due_on_id_idx" ON "action_item"("meeting_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "action_item_owner_id_due_on_id_idx" ON "action_item"("owner_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "action_item_competition_id_due_on_id_idx" ON "action_item"("competition_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "action_item_entry_id_due_on_id_idx" ON "action_item"("entry_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "action_item_reporter_id_due_on_id_idx" ON "action_item"("reporter_id", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_attendance_meeting_id_ordinal_key" ON "meeting_attendance"("meeting_id", "ordinal");

-- AddForeignKey
ALTER TABLE "committee_meeting" ADD CONSTRAINT "committee_meeting_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "committee_meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_of_play_snapshot" ADD CONSTRAINT "state_of_play_snapshot_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "committee_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_of_play_snapshot" ADD CONSTRAINT "state_of_play_snapshot_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_of_play_snapshot" ADD CONSTRAINT "state_of_play_snapshot_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "committee_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma has no words for.

ALTER TABLE "committee_meeting"
  ADD CONSTRAINT "committee_meeting_text_check" CHECK (title <> '' AND agenda <> '' AND minutes <> '' AND reason <> ''),
  ADD CONSTRAINT "committee_meeting_status_check" CHECK (
    (status = 'CLOSED') = (closed_at IS NOT NULL)
    AND (status = 'CANCELLED') = (cancelled_at IS NOT NULL)
    AND (status = 'CANCELLED') = (reason IS NOT NULL)
    AND (status <> 'CLOSED' OR minutes IS NOT NULL));

-- Of each organization, and of each person for it, once.
CREATE UNIQUE INDEX "meeting_attendance_key" ON "meeting_attendance"("meeting_id", "organization_id", coalesce("person_id", '00000000-0000-0000-0000-000000000000'));
ALTER TABLE "meeting_attendance"
  ADD CONSTRAINT "meeting_attendance_note_check" CHECK (note <> ''),
  ADD CONSTRAINT "meeting_attendance_ordinal_check" CHECK (ordinal >= 1);

ALTER TABLE "state_of_play_snapshot"
  ADD CONSTRAINT "state_of_play_snapshot_version_check" CHECK (version = 1);

-- What a meeting looked at stays as it was.
CREATE FUNCTION keep_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A snapshot is never changed: take another one.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "state_of_play_snapshot_keep" BEFORE UPDATE ON "state_of_play_snapshot" FOR EACH ROW EXECUTE FUNCTION keep_snapshot();

ALTER TABLE "action_item"
  ADD CONSTRAINT "action_item_text_check" CHECK (text <> '' AND report <> ''),
  ADD CONSTRAINT "action_item_report_check" CHECK (
    (report IS NULL) = (reported_at IS NULL) AND (report IS NULL) = (reporter_id IS NULL)
    AND (status NOT IN ('DONE', 'CONFIRMED') OR report IS NOT NULL)),
  ADD CONSTRAINT "action_item_status_check" CHECK (
    (status = 'CONFIRMED') = (confirmed_at IS NOT NULL) AND (status = 'CANCELLED') = (cancelled_at IS NOT NULL));
