-- CreateEnum
CREATE TYPE "Gender" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "WorkerCategory" AS ENUM ('INDUSTRIAL', 'FRONT_LINE', 'TECHNICAL', 'SCIENCE_EDUCATION', 'MIGRANT', 'NEW_EMPLOYMENT', 'ENTERPRISE_HEAD', 'CADRE');

-- AlterTable
ALTER TABLE "award_type" ADD COLUMN     "approved_item_ref" TEXT COLLATE "C";

-- AlterTable
ALTER TABLE "organization_identifier" ADD COLUMN     "ended_on" DATE,
ADD COLUMN     "issued_to_id" UUID;

-- CreateTable
CREATE TABLE "person_detail" (
    "id" UUID NOT NULL,
    "gender" "Gender",
    "birth_year" INTEGER,
    "job_title" TEXT COLLATE "C",
    "skill_grade" "SkillGrade",
    "professional_title" TEXT COLLATE "C",
    "worker_categories" "WorkerCategory"[],
    "is_ethnic_minority" BOOLEAN,
    "political_status" TEXT COLLATE "C",
    "phone" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID NOT NULL,

    CONSTRAINT "person_detail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_detail_person_id_key" ON "person_detail"("person_id");

-- CreateIndex
CREATE INDEX "organization_identifier_issued_to_id_scheme_id_idx" ON "organization_identifier"("issued_to_id", "scheme", "id");

-- AddForeignKey
ALTER TABLE "organization_identifier" ADD CONSTRAINT "organization_identifier_issued_to_id_fkey" FOREIGN KEY ("issued_to_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_detail" ADD CONSTRAINT "person_detail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Below: what Prisma has no words for.

-- The approved items go by the names of the awards.
UPDATE "award_type" SET approved_item_ref = name WHERE nature = 'COMMENDATION';
ALTER TABLE "award_type"
  ADD CONSTRAINT "award_type_item_check" CHECK (approved_item_ref <> '' AND (nature <> 'COMMENDATION' OR approved_item_ref IS NOT NULL));

-- A code stands for one organization at a time; what has ended can be given anew.
DROP INDEX "organization_identifier_value_key";
CREATE UNIQUE INDEX "organization_identifier_value_key" ON "organization_identifier" (scheme, coalesce(partner, ''), value)
  WHERE ended_on IS NULL;
ALTER TABLE "organization_identifier"
  ADD CONSTRAINT "organization_identifier_ended_check" CHECK (ended_on IS NULL OR NOT is_preferred),
  ADD CONSTRAINT "organization_identifier_issued_check" CHECK (issued_to_id <> organization_id);

ALTER TABLE "person_detail"
  ALTER COLUMN worker_categories SET DEFAULT '{}', ALTER COLUMN worker_categories SET NOT NULL,
  ADD CONSTRAINT "person_detail_birth_check" CHECK (birth_year BETWEEN 1900 AND 2100),
  ADD CONSTRAINT "person_detail_texts_check" CHECK (
    job_title <> '' AND professional_title <> '' AND political_status <> '' AND phone <> '');
