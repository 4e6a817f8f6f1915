-- CreateEnum
CREATE TYPE "GrantStatus" AS ENUM ('EFFECTIVE', 'REVOKED');

-- CreateEnum
CREATE TYPE "CommitteePost" AS ENUM ('DIRECTOR', 'DEPUTY_DIRECTOR', 'MEMBER', 'OFFICE_HEAD', 'LIAISON');

-- CreateEnum
CREATE TYPE "CompetitionKind" AS ENUM ('LABOR', 'MERIT', 'SKILLS', 'INNOVATION', 'SAFETY', 'THEME');

-- CreateEnum
CREATE TYPE "CompetitionStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'APPLYING', 'RUNNING', 'SCORING', 'FROZEN', 'NOTICE', 'CONCLUDED', 'ARCHIVED', 'SUSPENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "StageKind" AS ENUM ('PERIODIC', 'MILESTONE');

-- CreateEnum
CREATE TYPE "AdminLevel" AS ENUM ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY', 'ENTERPRISE', 'TEAM');

-- CreateEnum
CREATE TYPE "RecipientKind" AS ENUM ('PERSON', 'ORGANIZATION', 'COLLECTIVE', 'PROJECT', 'STUDIO', 'RESULT');

-- CreateEnum
CREATE TYPE "ConferralNature" AS ENUM ('COMMENDATION', 'PRAISE', 'NAMING', 'CONFERRAL', 'STAR_RATING');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('GRANT', 'NAME', 'PRAISE', 'REVOKE', 'AMEND');

-- CreateEnum
CREATE TYPE "EntryStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'RECOMMENDED', 'APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "GroupStatus" AS ENUM ('ACTIVE', 'DISSOLVED');

-- CreateEnum
CREATE TYPE "PairStatus" AS ENUM ('REGISTERED', 'ACTIVE', 'EXTENDED', 'COMPLETED', 'TERMINATED');

-- CreateEnum
CREATE TYPE "SkillGrade" AS ENUM ('NONE', 'JUNIOR', 'MIDDLE', 'SENIOR', 'TECHNICIAN', 'SENIOR_TECHNICIAN', 'SPECIAL_TECHNICIAN', 'CHIEF_TECHNICIAN');

-- CreateEnum
CREATE TYPE "ResultCategory" AS ENUM ('SMALL_INVENTION', 'SMALL_CREATION', 'SMALL_REFORM', 'SMALL_DESIGN', 'SMALL_SUGGESTION', 'SMALL_RENOVATION', 'TECHNICAL_RESEARCH', 'RATIONALIZATION', 'OPERATING_METHOD');

-- CreateEnum
CREATE TYPE "ResultStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'FORMAL_CHECK', 'REVIEW', 'RECOGNIZED', 'PROMOTED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ResultGrade" AS ENUM ('SPECIAL', 'FIRST', 'SECOND', 'THIRD', 'MERIT');

-- CreateEnum
CREATE TYPE "ProjectLevel" AS ENUM ('NATIONAL_KEY', 'PROVINCIAL_KEY', 'MUNICIPAL_KEY', 'COUNTY_KEY', 'OTHER');

-- CreateEnum
CREATE TYPE "ProjectStatus" AS ENUM ('PLANNED', 'UNDER_CONSTRUCTION', 'SUSPENDED', 'COMPLETED');

-- CreateEnum
CREATE TYPE "ProjectRole" AS ENUM ('OWNER', 'GENERAL_CONTRACTOR', 'CONTRACTOR', 'DESIGNER', 'SURVEYOR', 'SUPERVISOR', 'SUPPLIER');

-- CreateEnum
CREATE TYPE "StudioKind" AS ENUM ('MODEL_WORKER_AND_CRAFTSMAN', 'MODEL_WORKER', 'CRAFTSMAN', 'WORKER', 'JOINT');

-- CreateEnum
CREATE TYPE "StudioStatus" AS ENUM ('ACTIVE', 'SUSPENDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "StudioRole" AS ENUM ('DEPUTY_LEAD', 'CORE', 'MEMBER', 'ADVISER');

-- CreateEnum
CREATE TYPE "StudioGrade" AS ENUM ('ORDINARY', 'DEMONSTRATION');

-- CreateEnum
CREATE TYPE "StudioTitleStatus" AS ENUM ('APPLIED', 'RETURNED', 'RECOMMENDED', 'EXPERT_REVIEW', 'MEETING', 'NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED', 'REJECTED');

-- CreateTable
CREATE TABLE "award_type" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C" NOT NULL,
    "level" "AdminLevel" NOT NULL,
    "nature" "ConferralNature",
    "recipient_kind" "RecipientKind" NOT NULL,
    "cycle_months" INTEGER,
    "valid_from" DATE,
    "valid_to" DATE,
    "note" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "parent_id" UUID,

    CONSTRAINT "award_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_award_type" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "award_type_id" UUID NOT NULL,

    CONSTRAINT "initiative_award_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_grant" (
    "id" UUID NOT NULL,
    "team_name" TEXT COLLATE "C",
    "granted_on" DATE NOT NULL,
    "certificate_no" TEXT COLLATE "C",
    "citation" TEXT COLLATE "C",
    "status" "GrantStatus" NOT NULL DEFAULT 'EFFECTIVE',
    "revoked_on" DATE,
    "revocation_reason" TEXT COLLATE "C",
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "award_type_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "revocation_decision_id" UUID,
    "person_id" UUID,
    "organization_id" UUID,
    "project_id" UUID,
    "studio_id" UUID,
    "result_id" UUID,

    CONSTRAINT "award_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "level" "AdminLevel" NOT NULL,
    "doc_prefix" TEXT COLLATE "C",
    "valid_from" DATE,
    "valid_to" DATE,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,

    CONSTRAINT "committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_member" (
    "id" UUID NOT NULL,
    "post" "CommitteePost" NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committee_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "person_id" UUID,

    CONSTRAINT "committee_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competition" (
    "id" UUID NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "theme" TEXT COLLATE "C",
    "slogan" TEXT COLLATE "C",
    "kind" "CompetitionKind" NOT NULL,
    "level" "AdminLevel" NOT NULL,
    "edition" INTEGER,
    "year" INTEGER NOT NULL,
    "notice_doc_no" TEXT COLLATE "C",
    "status" "CompetitionStatus" NOT NULL DEFAULT 'DRAFT',
    "published_at" TIMESTAMPTZ(3),
    "applications_opened_at" TIMESTAMPTZ(3),
    "applications_close_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "scoring_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),
    "notice_opened_at" TIMESTAMPTZ(3),
    "concluded_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "suspended_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "reason" TEXT COLLATE "C",
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "committee_id" UUID,
    "parent_id" UUID,

    CONSTRAINT "competition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competition_host" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "competition_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "competition_host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "track" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "recipient_kind" "RecipientKind" NOT NULL,
    "eligibility" TEXT COLLATE "C",
    "ordinal" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID NOT NULL,

    CONSTRAINT "track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "StageKind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "summary_due_on" DATE NOT NULL,
    "weight" DECIMAL(5,4) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "competition_id" UUID NOT NULL,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "doc_no" TEXT COLLATE "C",
    "title" TEXT COLLATE "C" NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "nature" "ConferralNature",
    "issued_on" DATE NOT NULL,
    "text" TEXT COLLATE "C",
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "issuer_id" UUID,
    "committee_id" UUID,
    "replaces_id" UUID,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "entry_no" TEXT COLLATE "C",
    "team_name" TEXT COLLATE "C",
    "plan" TEXT COLLATE "C",
    "leading_group" TEXT COLLATE "C",
    "headcount" INTEGER,
    "status" "EntryStatus" NOT NULL DEFAULT 'DRAFT',
    "submitted_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "competition_id" UUID NOT NULL,
    "track_id" UUID,
    "applicant_id" UUID NOT NULL,
    "project_id" UUID,
    "organization_id" UUID,
    "studio_id" UUID,
    "result_id" UUID,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innovation_group" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "topic" TEXT COLLATE "C",
    "member_count" INTEGER NOT NULL,
    "founded_on" DATE,
    "status" "GroupStatus" NOT NULL DEFAULT 'ACTIVE',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "leader_id" UUID,
    "studio_id" UUID,

    CONSTRAINT "innovation_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentor_pair" (
    "id" UUID NOT NULL,
    "trade" TEXT COLLATE "C" NOT NULL,
    "agreement_no" TEXT COLLATE "C",
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "ended_on" DATE,
    "goals" TEXT COLLATE "C",
    "skill_grade_before" "SkillGrade",
    "skill_grade_after" "SkillGrade",
    "assessment_score" DECIMAL(5,2),
    "status" "PairStatus" NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "apprentice_id" UUID NOT NULL,
    "studio_id" UUID,

    CONSTRAINT "mentor_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "innovation_result" (
    "id" UUID NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "category" "ResultCategory" NOT NULL,
    "grade" "ResultGrade",
    "completed_on" DATE NOT NULL,
    "problem" TEXT COLLATE "C",
    "solution" TEXT COLLATE "C",
    "benefit_amount" DECIMAL(16,2),
    "benefit_note" TEXT COLLATE "C",
    "is_confidential" BOOLEAN NOT NULL DEFAULT false,
    "status" "ResultStatus" NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "studio_id" UUID,
    "group_id" UUID,

    CONSTRAINT "innovation_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_contributor" (
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "result_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "result_contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_adoption" (
    "id" UUID NOT NULL,
    "adopted_on" DATE NOT NULL,
    "benefit_amount" DECIMAL(16,2),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "result_id" UUID NOT NULL,
    "adopter_id" UUID NOT NULL,

    CONSTRAINT "result_adoption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "level" "ProjectLevel" NOT NULL,
    "approval_code" TEXT COLLATE "C",
    "industry_code" TEXT COLLATE "C",
    "planned_investment" DECIMAL(18,2),
    "planned_start" DATE,
    "planned_end" DATE,
    "status" "ProjectStatus" NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_participant" (
    "id" UUID NOT NULL,
    "role" "ProjectRole" NOT NULL,
    "headcount" INTEGER,
    "migrant_headcount" INTEGER,
    "joined_on" DATE,
    "left_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "project_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "project_participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "kind" "StudioKind" NOT NULL,
    "level" "AdminLevel",
    "field" TEXT COLLATE "C",
    "founded_on" DATE,
    "closed_on" DATE,
    "site_area" DECIMAL(10,2),
    "annual_funding" DECIMAL(14,2),
    "status" "StudioStatus" NOT NULL DEFAULT 'ACTIVE',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "lead_id" UUID,

    CONSTRAINT "studio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_member" (
    "id" UUID NOT NULL,
    "role" "StudioRole" NOT NULL,
    "joined_on" DATE,
    "left_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "studio_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "studio_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_partner" (
    "id" UUID NOT NULL,
    "studio_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "studio_partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_title" (
    "id" UUID NOT NULL,
    "level" "AdminLevel" NOT NULL,
    "grade" "StudioGrade" NOT NULL DEFAULT 'ORDINARY',
    "batch_year" INTEGER NOT NULL,
    "status" "StudioTitleStatus" NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "next_review_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "studio_id" UUID NOT NULL,
    "decision_id" UUID,
    "revocation_decision_id" UUID,

    CONSTRAINT "studio_title_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "award_grant_revoked_on_id_idx" ON "award_grant"("revoked_on", "id");

-- CreateIndex
CREATE INDEX "project_level_id_idx" ON "project"("level", "id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_competition_id_entry_no_key" ON "entry"("competition_id", "entry_no");

-- CreateIndex
CREATE UNIQUE INDEX "result_adoption_result_id_adopter_id_key" ON "result_adoption"("result_id", "adopter_id");

-- CreateIndex
CREATE INDEX "award_type_code_id_idx" ON "award_type"("code", "id");

-- CreateIndex
CREATE INDEX "award_type_name_id_idx" ON "award_type"("name", "id");

-- CreateIndex
CREATE INDEX "award_type_level_code_id_idx" ON "award_type"("level", "code", "id");

-- CreateIndex
CREATE INDEX "award_type_nature_code_id_idx" ON "award_type"("nature", "code", "id");

-- CreateIndex
CREATE INDEX "award_type_recipient_kind_code_id_idx" ON "award_type"("recipient_kind", "code", "id");

-- CreateIndex
CREATE INDEX "award_type_parent_id_code_id_idx" ON "award_type"("parent_id", "code", "id");

-- CreateIndex
CREATE INDEX "initiative_award_type_award_type_id_initiative_id_idx" ON "initiative_award_type"("award_type_id", "initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_award_type_initiative_id_award_type_id_key" ON "initiative_award_type"("initiative_id", "award_type_id");

-- CreateIndex
CREATE INDEX "award_grant_granted_on_id_idx" ON "award_grant"("granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_certificate_no_id_idx" ON "award_grant"("certificate_no", "id");

-- CreateIndex
CREATE INDEX "award_grant_status_granted_on_id_idx" ON "award_grant"("status", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_region_id_granted_on_id_idx" ON "award_grant"("region_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_award_type_id_granted_on_id_idx" ON "award_grant"("award_type_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_decision_id_granted_on_id_idx" ON "award_grant"("decision_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_revocation_decision_id_granted_on_id_idx" ON "award_grant"("revocation_decision_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_person_id_granted_on_id_idx" ON "award_grant"("person_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_organization_id_granted_on_id_idx" ON "award_grant"("organization_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_project_id_granted_on_id_idx" ON "award_grant"("project_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_studio_id_granted_on_id_idx" ON "award_grant"("studio_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "award_grant_result_id_granted_on_id_idx" ON "award_grant"("result_id", "granted_on", "id");

-- CreateIndex
CREATE INDEX "committee_name_id_idx" ON "committee"("name", "id");

-- CreateIndex
CREATE INDEX "committee_level_name_id_idx" ON "committee"("level", "name", "id");

-- CreateIndex
CREATE INDEX "committee_valid_from_id_idx" ON "committee"("valid_from", "id");

-- CreateIndex
CREATE INDEX "committee_region_id_name_id_idx" ON "committee"("region_id", "name", "id");

-- CreateIndex
CREATE INDEX "committee_office_id_name_id_idx" ON "committee"("office_id", "name", "id");

-- CreateIndex
CREATE INDEX "committee_member_post_id_idx" ON "committee_member"("post", "id");

-- CreateIndex
CREATE INDEX "committee_member_valid_from_id_idx" ON "committee_member"("valid_from", "id");

-- CreateIndex
CREATE INDEX "committee_member_committee_id_post_id_idx" ON "committee_member"("committee_id", "post", "id");

-- CreateIndex
CREATE INDEX "committee_member_organization_id_post_id_idx" ON "committee_member"("organization_id", "post", "id");

-- CreateIndex
CREATE INDEX "committee_member_person_id_post_id_idx" ON "committee_member"("person_id", "post", "id");

-- CreateIndex
CREATE INDEX "competition_title_id_idx" ON "competition"("title", "id");

-- CreateIndex
CREATE INDEX "competition_year_id_idx" ON "competition"("year", "id");

-- CreateIndex
CREATE INDEX "competition_started_at_id_idx" ON "competition"("started_at", "id");

-- CreateIndex
CREATE INDEX "competition_concluded_at_id_idx" ON "competition"("concluded_at", "id");

-- CreateIndex
CREATE INDEX "competition_kind_year_id_idx" ON "competition"("kind", "year", "id");

-- CreateIndex
CREATE INDEX "competition_level_year_id_idx" ON "competition"("level", "year", "id");

-- CreateIndex
CREATE INDEX "competition_status_year_id_idx" ON "competition"("status", "year", "id");

-- CreateIndex
CREATE INDEX "competition_region_id_year_id_idx" ON "competition"("region_id", "year", "id");

-- CreateIndex
CREATE INDEX "competition_committee_id_year_id_idx" ON "competition"("committee_id", "year", "id");

-- CreateIndex
CREATE INDEX "competition_parent_id_year_id_idx" ON "competition"("parent_id", "year", "id");

-- CreateIndex
CREATE INDEX "competition_host_organization_id_competition_id_idx" ON "competition_host"("organization_id", "competition_id");

-- CreateIndex
CREATE UNIQUE INDEX "competition_host_competition_id_organization_id_key" ON "competition_host"("competition_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "competition_host_competition_id_ordinal_key" ON "competition_host"("competition_id", "ordinal");

-- CreateIndex
CREATE INDEX "track_name_id_idx" ON "track"("name", "id");

-- CreateIndex
CREATE INDEX "track_ordinal_id_idx" ON "track"("ordinal", "id");

-- CreateIndex
CREATE UNIQUE INDEX "track_competition_id_ordinal_key" ON "track"("competition_id", "ordinal");

-- CreateIndex
CREATE INDEX "stage_name_id_idx" ON "stage"("name", "id");

-- CreateIndex
CREATE INDEX "stage_ordinal_id_idx" ON "stage"("ordinal", "id");

-- CreateIndex
CREATE INDEX "stage_starts_on_id_idx" ON "stage"("starts_on", "id");

-- CreateIndex
CREATE INDEX "stage_summary_due_on_id_idx" ON "stage"("summary_due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_competition_id_ordinal_key" ON "stage"("competition_id", "ordinal");

-- CreateIndex
CREATE INDEX "decision_doc_no_id_idx" ON "decision"("doc_no", "id");

-- CreateIndex
CREATE INDEX "decision_title_id_idx" ON "decision"("title", "id");

-- CreateIndex
CREATE INDEX "decision_issued_on_id_idx" ON "decision"("issued_on", "id");

-- CreateIndex
CREATE INDEX "decision_kind_issued_on_id_idx" ON "decision"("kind", "issued_on", "id");

-- CreateIndex
CREATE INDEX "decision_nature_issued_on_id_idx" ON "decision"("nature", "issued_on", "id");

-- CreateIndex
CREATE INDEX "decision_region_id_issued_on_id_idx" ON "decision"("region_id", "issued_on", "id");

-- CreateIndex
CREATE INDEX "decision_issuer_id_issued_on_id_idx" ON "decision"("issuer_id", "issued_on", "id");

-- CreateIndex
CREATE INDEX "decision_committee_id_issued_on_id_idx" ON "decision"("committee_id", "issued_on", "id");

-- CreateIndex
CREATE INDEX "decision_replaces_id_issued_on_id_idx" ON "decision"("replaces_id", "issued_on", "id");

-- CreateIndex
CREATE INDEX "entry_entry_no_id_idx" ON "entry"("entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_headcount_id_idx" ON "entry"("headcount", "id");

-- CreateIndex
CREATE INDEX "entry_submitted_at_id_idx" ON "entry"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "entry_approved_at_id_idx" ON "entry"("approved_at", "id");

-- CreateIndex
CREATE INDEX "entry_status_entry_no_id_idx" ON "entry"("status", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_region_id_entry_no_id_idx" ON "entry"("region_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_competition_id_entry_no_id_idx" ON "entry"("competition_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_competition_id_status_id_idx" ON "entry"("competition_id", "status", "id");

-- CreateIndex
CREATE INDEX "entry_track_id_entry_no_id_idx" ON "entry"("track_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_applicant_id_entry_no_id_idx" ON "entry"("applicant_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_project_id_entry_no_id_idx" ON "entry"("project_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_organization_id_entry_no_id_idx" ON "entry"("organization_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_studio_id_entry_no_id_idx" ON "entry"("studio_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "entry_result_id_entry_no_id_idx" ON "entry"("result_id", "entry_no", "id");

-- CreateIndex
CREATE INDEX "innovation_group_name_id_idx" ON "innovation_group"("name", "id");

-- CreateIndex
CREATE INDEX "innovation_group_member_count_id_idx" ON "innovation_group"("member_count", "id");

-- CreateIndex
CREATE INDEX "innovation_group_founded_on_id_idx" ON "innovation_group"("founded_on", "id");

-- CreateIndex
CREATE INDEX "innovation_group_status_name_id_idx" ON "innovation_group"("status", "name", "id");

-- CreateIndex
CREATE INDEX "innovation_group_region_id_name_id_idx" ON "innovation_group"("region_id", "name", "id");

-- CreateIndex
CREATE INDEX "innovation_group_employer_id_name_id_idx" ON "innovation_group"("employer_id", "name", "id");

-- CreateIndex
CREATE INDEX "innovation_group_leader_id_name_id_idx" ON "innovation_group"("leader_id", "name", "id");

-- CreateIndex
CREATE INDEX "innovation_group_studio_id_name_id_idx" ON "innovation_group"("studio_id", "name", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_starts_on_id_idx" ON "mentor_pair"("starts_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_ends_on_id_idx" ON "mentor_pair"("ends_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_trade_id_idx" ON "mentor_pair"("trade", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_status_starts_on_id_idx" ON "mentor_pair"("status", "starts_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_region_id_starts_on_id_idx" ON "mentor_pair"("region_id", "starts_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_organization_id_starts_on_id_idx" ON "mentor_pair"("organization_id", "starts_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_mentor_id_starts_on_id_idx" ON "mentor_pair"("mentor_id", "starts_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_apprentice_id_starts_on_id_idx" ON "mentor_pair"("apprentice_id", "starts_on", "id");

-- CreateIndex
CREATE INDEX "mentor_pair_studio_id_starts_on_id_idx" ON "mentor_pair"("studio_id", "starts_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_title_id_idx" ON "innovation_result"("title", "id");

-- CreateIndex
CREATE INDEX "innovation_result_benefit_amount_id_idx" ON "innovation_result"("benefit_amount", "id");

-- CreateIndex
CREATE INDEX "innovation_result_completed_on_id_idx" ON "innovation_result"("completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_category_completed_on_id_idx" ON "innovation_result"("category", "completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_grade_completed_on_id_idx" ON "innovation_result"("grade", "completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_status_completed_on_id_idx" ON "innovation_result"("status", "completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_region_id_completed_on_id_idx" ON "innovation_result"("region_id", "completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_organization_id_completed_on_id_idx" ON "innovation_result"("organization_id", "completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_studio_id_completed_on_id_idx" ON "innovation_result"("studio_id", "completed_on", "id");

-- CreateIndex
CREATE INDEX "innovation_result_group_id_completed_on_id_idx" ON "innovation_result"("group_id", "completed_on", "id");

-- CreateIndex
CREATE INDEX "result_contributor_person_id_result_id_idx" ON "result_contributor"("person_id", "result_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_contributor_result_id_person_id_key" ON "result_contributor"("result_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "result_contributor_result_id_ordinal_key" ON "result_contributor"("result_id", "ordinal");

-- CreateIndex
CREATE INDEX "result_adoption_adopted_on_id_idx" ON "result_adoption"("adopted_on", "id");

-- CreateIndex
CREATE INDEX "result_adoption_benefit_amount_id_idx" ON "result_adoption"("benefit_amount", "id");

-- CreateIndex
CREATE INDEX "result_adoption_result_id_adopted_on_id_idx" ON "result_adoption"("result_id", "adopted_on", "id");

-- CreateIndex
CREATE INDEX "result_adoption_adopter_id_adopted_on_id_idx" ON "result_adoption"("adopter_id", "adopted_on", "id");

-- CreateIndex
CREATE INDEX "project_name_id_idx" ON "project"("name", "id");

-- CreateIndex
CREATE INDEX "project_level_name_id_idx" ON "project"("level", "name", "id");

-- CreateIndex
CREATE INDEX "project_status_name_id_idx" ON "project"("status", "name", "id");

-- CreateIndex
CREATE INDEX "project_industry_code_name_id_idx" ON "project"("industry_code", "name", "id");

-- CreateIndex
CREATE INDEX "project_approval_code_id_idx" ON "project"("approval_code", "id");

-- CreateIndex
CREATE INDEX "project_planned_investment_id_idx" ON "project"("planned_investment", "id");

-- CreateIndex
CREATE INDEX "project_planned_start_id_idx" ON "project"("planned_start", "id");

-- CreateIndex
CREATE INDEX "project_planned_end_id_idx" ON "project"("planned_end", "id");

-- CreateIndex
CREATE INDEX "project_region_id_name_id_idx" ON "project"("region_id", "name", "id");

-- CreateIndex
CREATE INDEX "project_owner_id_name_id_idx" ON "project"("owner_id", "name", "id");

-- CreateIndex
CREATE INDEX "project_participant_role_id_idx" ON "project_participant"("role", "id");

-- CreateIndex
CREATE INDEX "project_participant_headcount_id_idx" ON "project_participant"("headcount", "id");

-- CreateIndex
CREATE INDEX "project_participant_joined_on_id_idx" ON "project_participant"("joined_on", "id");

-- CreateIndex
CREATE INDEX "project_participant_project_id_role_id_idx" ON "project_participant"("project_id", "role", "id");

-- CreateIndex
CREATE INDEX "project_participant_organization_id_role_id_idx" ON "project_participant"("organization_id", "role", "id");

-- CreateIndex
CREATE INDEX "studio_name_id_idx" ON "studio"("name", "id");

-- CreateIndex
CREATE INDEX "studio_founded_on_id_idx" ON "studio"("founded_on", "id");

-- CreateIndex
CREATE INDEX "studio_level_name_id_idx" ON "studio"("level", "name", "id");

-- CreateIndex
CREATE INDEX "studio_level_id_idx" ON "studio"("level", "id");

-- CreateIndex
CREATE INDEX "studio_kind_name_id_idx" ON "studio"("kind", "name", "id");

-- CreateIndex
CREATE INDEX "studio_status_name_id_idx" ON "studio"("status", "name", "id");

-- CreateIndex
CREATE INDEX "studio_region_id_name_id_idx" ON "studio"("region_id", "name", "id");

-- CreateIndex
CREATE INDEX "studio_region_id_founded_on_id_idx" ON "studio"("region_id", "founded_on", "id");

-- CreateIndex
CREATE INDEX "studio_region_id_level_id_idx" ON "studio"("region_id", "level", "id");

-- CreateIndex
CREATE INDEX "studio_employer_id_name_id_idx" ON "studio"("employer_id", "name", "id");

-- CreateIndex
CREATE INDEX "studio_lead_id_name_id_idx" ON "studio"("lead_id", "name", "id");

-- CreateIndex
CREATE INDEX "studio_member_role_id_idx" ON "studio_member"("role", "id");

-- CreateIndex
CREATE INDEX "studio_member_joined_on_id_idx" ON "studio_member"("joined_on", "id");

-- CreateIndex
CREATE INDEX "studio_member_studio_id_role_id_idx" ON "studio_member"("studio_id", "role", "id");

-- CreateIndex
CREATE INDEX "studio_member_person_id_role_id_idx" ON "studio_member"("person_id", "role", "id");

-- CreateIndex
CREATE INDEX "studio_partner_organization_id_studio_id_idx" ON "studio_partner"("organization_id", "studio_id");

-- CreateIndex
CREATE UNIQUE INDEX "studio_partner_studio_id_organization_id_key" ON "studio_partner"("studio_id", "organization_id");

-- CreateIndex
CREATE INDEX "studio_title_level_id_idx" ON "studio_title"("level", "id");

-- CreateIndex
CREATE INDEX "studio_title_batch_year_id_idx" ON "studio_title"("batch_year", "id");

-- CreateIndex
CREATE INDEX "studio_title_valid_from_id_idx" ON "studio_title"("valid_from", "id");

-- CreateIndex
CREATE INDEX "studio_title_next_review_on_id_idx" ON "studio_title"("next_review_on", "id");

-- CreateIndex
CREATE INDEX "studio_title_studio_id_level_id_idx" ON "studio_title"("studio_id", "level", "id");

-- CreateIndex
CREATE INDEX "studio_title_decision_id_level_id_idx" ON "studio_title"("decision_id", "level", "id");

-- CreateIndex
CREATE INDEX "studio_title_revocation_decision_id_level_id_idx" ON "studio_title"("revocation_decision_id", "level", "id");

-- AddForeignKey
ALTER TABLE "award_type" ADD CONSTRAINT "award_type_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "award_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_award_type" ADD CONSTRAINT "initiative_award_type_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_award_type" ADD CONSTRAINT "initiative_award_type_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_type"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_award_type_id_fkey" FOREIGN KEY ("award_type_id") REFERENCES "award_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_revocation_decision_id_fkey" FOREIGN KEY ("revocation_decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_grant" ADD CONSTRAINT "award_grant_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "innovation_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee" ADD CONSTRAINT "committee_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee" ADD CONSTRAINT "committee_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition" ADD CONSTRAINT "competition_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition" ADD CONSTRAINT "competition_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition" ADD CONSTRAINT "competition_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition_host" ADD CONSTRAINT "competition_host_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competition_host" ADD CONSTRAINT "competition_host_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_competition_id_fkey" FOREIGN KEY ("competition_id") REFERENCES "competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "innovation_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_group" ADD CONSTRAINT "innovation_group_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_group" ADD CONSTRAINT "innovation_group_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_group" ADD CONSTRAINT "innovation_group_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_group" ADD CONSTRAINT "innovation_group_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_pair" ADD CONSTRAINT "mentor_pair_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_pair" ADD CONSTRAINT "mentor_pair_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_pair" ADD CONSTRAINT "mentor_pair_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_pair" ADD CONSTRAINT "mentor_pair_apprentice_id_fkey" FOREIGN KEY ("apprentice_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_pair" ADD CONSTRAINT "mentor_pair_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_result" ADD CONSTRAINT "innovation_result_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_result" ADD CONSTRAINT "innovation_result_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_result" ADD CONSTRAINT "innovation_result_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "innovation_result" ADD CONSTRAINT "innovation_result_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "innovation_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_contributor" ADD CONSTRAINT "result_contributor_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "innovation_result"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_contributor" ADD CONSTRAINT "result_contributor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_adoption" ADD CONSTRAINT "result_adoption_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "innovation_result"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_adoption" ADD CONSTRAINT "result_adoption_adopter_id_fkey" FOREIGN KEY ("adopter_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_participant" ADD CONSTRAINT "project_participant_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_participant" ADD CONSTRAINT "project_participant_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio" ADD CONSTRAINT "studio_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio" ADD CONSTRAINT "studio_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio" ADD CONSTRAINT "studio_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_member" ADD CONSTRAINT "studio_member_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_member" ADD CONSTRAINT "studio_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_partner" ADD CONSTRAINT "studio_partner_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_partner" ADD CONSTRAINT "studio_partner_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_title" ADD CONSTRAINT "studio_title_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_title" ADD CONSTRAINT "studio_title_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_title" ADD CONSTRAINT "studio_title_revocation_decision_id_fkey" FOREIGN KEY ("revocation_decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the models have no words for. Prisma's diff overlooks all of it.

-- Search
CREATE INDEX "decision_text_idx" ON "decision" USING gin (grams(lower(title || ' ' || coalesce(doc_no, ''))));
CREATE INDEX "committee_text_idx" ON "committee" USING gin (grams(lower(name || ' ' || coalesce(name_en, ''))));
CREATE INDEX "competition_text_idx" ON "competition" USING gin (grams(lower(title || ' ' || coalesce(theme, '') || ' ' || coalesce(slogan, ''))));
CREATE INDEX "entry_text_idx" ON "entry" USING gin (grams(lower(coalesce(entry_no, '') || ' ' || coalesce(team_name, '') || ' ' || coalesce(plan, ''))));
CREATE INDEX "project_text_idx" ON "project" USING gin (grams(lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(approval_code, ''))));
CREATE INDEX "studio_text_idx" ON "studio" USING gin (grams(lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(field, ''))));
CREATE INDEX "innovation_group_text_idx" ON "innovation_group" USING gin (grams(lower(name || ' ' || coalesce(topic, ''))));
CREATE INDEX "mentor_pair_text_idx" ON "mentor_pair" USING gin (grams(lower(trade || ' ' || coalesce(agreement_no, ''))));
CREATE INDEX "innovation_result_text_idx" ON "innovation_result" USING gin (grams(lower(title || ' ' || coalesce(problem, '') || ' ' || coalesce(solution, ''))));
CREATE INDEX "award_type_text_idx" ON "award_type" USING gin (grams(lower(code || ' ' || name || ' ' || name_en)));
CREATE INDEX "award_grant_text_idx" ON "award_grant" USING gin (grams(lower(coalesce(citation, '') || ' ' || coalesce(certificate_no, '') || ' ' || coalesce(team_name, ''))));

-- Years
CREATE INDEX "decision_year_idx" ON "decision" ((extract(year FROM issued_on)::int), issued_on, id);
CREATE INDEX "project_year_idx" ON "project" ((extract(year FROM planned_start)::int), name, id);
CREATE INDEX "studio_year_idx" ON "studio" ((extract(year FROM founded_on)::int), name, id);
CREATE INDEX "innovation_group_year_idx" ON "innovation_group" ((extract(year FROM founded_on)::int), name, id);
CREATE INDEX "mentor_pair_year_idx" ON "mentor_pair" ((extract(year FROM starts_on)::int), starts_on, id);
CREATE INDEX "innovation_result_year_idx" ON "innovation_result" ((extract(year FROM completed_on)::int), completed_on, id);
CREATE INDEX "award_grant_year_idx" ON "award_grant" ((extract(year FROM granted_on)::int), granted_on, id);

-- Decisions
CREATE FUNCTION is_doc_no(text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT $1 ~ '^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaffA-Za-z]{1,20}〔(19|20)[0-9]{2}〕[1-9][0-9]{0,3}号$'
$$;
ALTER TABLE "decision"
  ADD CONSTRAINT "decision_doc_no_check" CHECK (is_doc_no(doc_no)),
  ADD CONSTRAINT "decision_title_check" CHECK (title <> ''),
  ADD CONSTRAINT "decision_issuer_check" CHECK (num_nonnulls(issuer_id, committee_id) = 1),
  ADD CONSTRAINT "decision_replaces_check" CHECK (replaces_id <> id),
  ADD CONSTRAINT "decision_nature_check" CHECK (
    CASE kind
      WHEN 'GRANT' THEN nature IS NOT NULL AND nature NOT IN ('NAMING', 'PRAISE')
      WHEN 'NAME' THEN nature IS NOT NULL AND nature = 'NAMING'
      WHEN 'PRAISE' THEN nature IS NOT NULL AND nature = 'PRAISE'
      ELSE nature IS NULL
    END);
CREATE UNIQUE INDEX "decision_doc_no_key" ON "decision" (doc_no, coalesce(issuer_id, committee_id)) WHERE doc_no IS NOT NULL;

-- Committees
ALTER TABLE "committee"
  ADD CONSTRAINT "committee_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "committee_doc_prefix_check" CHECK (is_doc_no(doc_prefix || '〔2000〕1号')),
  ADD CONSTRAINT "committee_validity_check" CHECK (valid_from < valid_to);
ALTER TABLE "committee_member"
  ADD CONSTRAINT "committee_member_validity_check" CHECK (valid_from < valid_to),
  -- An organization sits once at a time in one post, or once for each of its people.
  ADD CONSTRAINT "committee_member_seat_excl" EXCLUDE USING gist (
    committee_id WITH =, organization_id WITH =, post WITH =,
    coalesce(person_id, '00000000-0000-0000-0000-000000000000') WITH =, daterange(valid_from, valid_to) WITH &&);

-- Projects
ALTER TABLE "project"
  ADD CONSTRAINT "project_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "project_industry_check" CHECK (industry_code ~ '^[A-T]$'),
  ADD CONSTRAINT "project_investment_check" CHECK (planned_investment >= 0),
  ADD CONSTRAINT "project_plan_check" CHECK (planned_start <= planned_end);
ALTER TABLE "project_participant"
  ADD CONSTRAINT "project_participant_headcount_check" CHECK (headcount >= 0 AND migrant_headcount >= 0 AND migrant_headcount <= headcount),
  ADD CONSTRAINT "project_participant_time_check" CHECK (joined_on < left_on),
  ADD CONSTRAINT "project_participant_excl" EXCLUDE USING gist (
    project_id WITH =, organization_id WITH =, role WITH =, daterange(joined_on, left_on) WITH &&);

-- Studios
ALTER TABLE "studio"
  ADD CONSTRAINT "studio_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "studio_time_check" CHECK (founded_on <= closed_on),
  ADD CONSTRAINT "studio_status_check" CHECK ((status = 'CLOSED') = (closed_on IS NOT NULL)),
  ADD CONSTRAINT "studio_amounts_check" CHECK (site_area >= 0 AND annual_funding >= 0);
ALTER TABLE "studio_member"
  ADD CONSTRAINT "studio_member_time_check" CHECK (joined_on < left_on),
  ADD CONSTRAINT "studio_member_excl" EXCLUDE USING gist (
    studio_id WITH =, person_id WITH =, daterange(joined_on, left_on) WITH &&);
ALTER TABLE "studio_title"
  ADD CONSTRAINT "studio_title_batch_check" CHECK (batch_year BETWEEN 1950 AND 2100),
  ADD CONSTRAINT "studio_title_time_check" CHECK (valid_from <= valid_to),
  ADD CONSTRAINT "studio_title_named_check" CHECK (
    CASE WHEN status IN ('NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED')
      THEN decision_id IS NOT NULL AND valid_from IS NOT NULL AND (status IN ('REVOKED', 'LAPSED')) = (valid_to IS NOT NULL)
      ELSE decision_id IS NULL AND valid_from IS NULL AND valid_to IS NULL
    END),
  ADD CONSTRAINT "studio_title_revoked_check" CHECK ((status = 'REVOKED') = (revocation_decision_id IS NOT NULL)),
  ADD CONSTRAINT "studio_title_decisions_check" CHECK (decision_id <> revocation_decision_id);
-- Of each level a studio holds one title, and applies for one, at a time.
CREATE UNIQUE INDEX "studio_title_held_key" ON "studio_title" (studio_id, level) WHERE status IN ('NAMED', 'RECTIFYING');
CREATE UNIQUE INDEX "studio_title_asked_key" ON "studio_title" (studio_id, level)
  WHERE status IN ('APPLIED', 'RETURNED', 'RECOMMENDED', 'EXPERT_REVIEW', 'MEETING', 'NOTICE');

-- The highest level among a studio's titles that count, kept with every change of them.
CREATE FUNCTION keep_studio_level() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN changed := ARRAY(SELECT DISTINCT studio_id FROM after_rows);
  ELSIF TG_OP = 'DELETE' THEN changed := ARRAY(SELECT DISTINCT studio_id FROM before_rows);
  ELSE changed := ARRAY(SELECT studio_id FROM before_rows UNION SELECT studio_id FROM after_rows);
  END IF;
  -- Who changes other titles of the same studio waits here, and then counts these too.
  PERFORM FROM studio WHERE id = ANY (changed) ORDER BY id FOR NO KEY UPDATE;
  -- AdminLevel begins with the highest.
  UPDATE studio SET level = counted.level
  FROM (
    SELECT s.id, (SELECT min(t.level) FROM studio_title t WHERE t.studio_id = s.id AND t.status IN ('NAMED', 'RECTIFYING')) AS level
    FROM studio s WHERE s.id = ANY (changed)
  ) counted
  WHERE studio.id = counted.id AND studio.level IS DISTINCT FROM counted.level;
  RETURN NULL;
END
$$;
CREATE TRIGGER "studio_level_after_insert" AFTER INSERT ON "studio_title"
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_studio_level();
CREATE TRIGGER "studio_level_after_update" AFTER UPDATE ON "studio_title"
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_studio_level();
CREATE TRIGGER "studio_level_after_delete" AFTER DELETE ON "studio_title"
  REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_studio_level();

-- Innovation
ALTER TABLE "innovation_group"
  ADD CONSTRAINT "innovation_group_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "innovation_group_members_check" CHECK (member_count >= 1);
ALTER TABLE "mentor_pair"
  ADD CONSTRAINT "mentor_pair_people_check" CHECK (mentor_id <> apprentice_id),
  ADD CONSTRAINT "mentor_pair_time_check" CHECK (starts_on < ends_on AND starts_on <= ended_on),
  ADD CONSTRAINT "mentor_pair_score_check" CHECK (assessment_score BETWEEN 0 AND 100),
  ADD CONSTRAINT "mentor_pair_status_check" CHECK ((status IN ('COMPLETED', 'TERMINATED')) = (ended_on IS NOT NULL)),
  ADD CONSTRAINT "mentor_pair_outcome_check" CHECK (status = 'COMPLETED' OR num_nonnulls(skill_grade_after, assessment_score) = 0);
ALTER TABLE "innovation_result"
  ADD CONSTRAINT "innovation_result_title_check" CHECK (title <> ''),
  ADD CONSTRAINT "innovation_result_benefit_check" CHECK (benefit_amount >= 0),
  ADD CONSTRAINT "innovation_result_grade_check" CHECK (grade IS NULL OR status IN ('RECOGNIZED', 'PROMOTED'));
ALTER TABLE "result_contributor" ADD CONSTRAINT "result_contributor_ordinal_check" CHECK (ordinal >= 1);
ALTER TABLE "result_adoption" ADD CONSTRAINT "result_adoption_benefit_check" CHECK (benefit_amount >= 0);

-- Competitions: each instant needs the one before it, and the status says which are there.
ALTER TABLE "competition"
  ADD CONSTRAINT "competition_title_check" CHECK (title <> ''),
  ADD CONSTRAINT "competition_year_check" CHECK (year BETWEEN 1950 AND 2100),
  ADD CONSTRAINT "competition_edition_check" CHECK (edition >= 1),
  ADD CONSTRAINT "competition_notice_check" CHECK (is_doc_no(notice_doc_no)),
  ADD CONSTRAINT "competition_parent_check" CHECK (parent_id <> id),
  ADD CONSTRAINT "competition_order_check" CHECK (
    coalesce(published_at <= applications_opened_at, applications_opened_at IS NULL)
    AND coalesce(applications_opened_at < applications_close_at, applications_close_at IS NULL)
    AND coalesce(applications_opened_at <= started_at, started_at IS NULL)
    AND coalesce(started_at <= scoring_at, scoring_at IS NULL)
    AND coalesce(scoring_at <= frozen_at, frozen_at IS NULL)
    AND coalesce(frozen_at <= notice_opened_at, notice_opened_at IS NULL)
    AND coalesce(notice_opened_at <= concluded_at, concluded_at IS NULL)
    AND coalesce(concluded_at <= archived_at, archived_at IS NULL)),
  ADD CONSTRAINT "competition_status_check" CHECK (
    CASE status
      WHEN 'DRAFT' THEN published_at IS NULL
      WHEN 'PUBLISHED' THEN published_at IS NOT NULL AND applications_opened_at IS NULL
      WHEN 'APPLYING' THEN applications_opened_at IS NOT NULL AND started_at IS NULL
      WHEN 'RUNNING' THEN started_at IS NOT NULL AND scoring_at IS NULL
      WHEN 'SCORING' THEN scoring_at IS NOT NULL AND frozen_at IS NULL
      WHEN 'FROZEN' THEN frozen_at IS NOT NULL AND notice_opened_at IS NULL
      WHEN 'NOTICE' THEN notice_opened_at IS NOT NULL AND concluded_at IS NULL
      WHEN 'CONCLUDED' THEN concluded_at IS NOT NULL AND archived_at IS NULL
      WHEN 'ARCHIVED' THEN archived_at IS NOT NULL
      ELSE concluded_at IS NULL
    END
    AND (status = 'SUSPENDED') = (suspended_at IS NOT NULL)
    AND (status = 'CANCELLED') = (cancelled_at IS NOT NULL)
    AND (status IN ('SUSPENDED', 'CANCELLED')) = (reason IS NOT NULL));
ALTER TABLE "competition_host" ADD CONSTRAINT "competition_host_ordinal_check" CHECK (ordinal >= 1);
ALTER TABLE "track"
  ADD CONSTRAINT "track_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "track_ordinal_check" CHECK (ordinal >= 1);
ALTER TABLE "stage"
  ADD CONSTRAINT "stage_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "stage_ordinal_check" CHECK (ordinal >= 1),
  ADD CONSTRAINT "stage_time_check" CHECK (starts_on <= ends_on AND starts_on <= summary_due_on),
  ADD CONSTRAINT "stage_weight_check" CHECK (weight > 0 AND weight <= 1);

-- Entries
ALTER TABLE "entry"
  ADD CONSTRAINT "entry_subject_check" CHECK (num_nonnulls(project_id, organization_id, studio_id, result_id, team_name) = 1),
  ADD CONSTRAINT "entry_team_check" CHECK (team_name <> ''),
  ADD CONSTRAINT "entry_headcount_check" CHECK (headcount >= 0),
  ADD CONSTRAINT "entry_order_check" CHECK (
    coalesce(submitted_at <= approved_at, approved_at IS NULL)
    AND coalesce(submitted_at <= closed_at, true) AND coalesce(approved_at <= closed_at, true)),
  ADD CONSTRAINT "entry_number_check" CHECK ((entry_no IS NULL) = (approved_at IS NULL)),
  ADD CONSTRAINT "entry_status_check" CHECK (
    CASE
      WHEN status = 'DRAFT' THEN submitted_at IS NULL
      WHEN status IN ('SUBMITTED', 'RETURNED', 'RECOMMENDED', 'REJECTED') THEN submitted_at IS NOT NULL AND approved_at IS NULL
      WHEN status = 'WITHDRAWN' THEN true
      ELSE approved_at IS NOT NULL
    END
    AND (status IN ('CONCLUDED', 'REJECTED', 'WITHDRAWN')) = (closed_at IS NOT NULL));
-- Once in a competition, unless the earlier attempt came to nothing.
CREATE UNIQUE INDEX "entry_subject_key" ON "entry"
  (competition_id, coalesce(project_id, organization_id, studio_id, result_id), coalesce(track_id, competition_id))
  WHERE team_name IS NULL AND status NOT IN ('REJECTED', 'WITHDRAWN');
CREATE UNIQUE INDEX "entry_team_key" ON "entry" (competition_id, applicant_id, team_name)
  WHERE team_name IS NOT NULL AND status NOT IN ('REJECTED', 'WITHDRAWN');
CREATE FUNCTION check_entry_track() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM track WHERE id = NEW.track_id AND competition_id = NEW.competition_id) THEN
    RAISE EXCEPTION 'The track of an entry is one of its competition (entry_track_check).' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "entry_track_check" BEFORE INSERT OR UPDATE OF track_id, competition_id ON "entry"
  FOR EACH ROW WHEN (NEW.track_id IS NOT NULL) EXECUTE FUNCTION check_entry_track();

-- Awards
ALTER TABLE "award_type"
  ADD CONSTRAINT "award_type_code_check" CHECK (code ~ '^[a-z]+([._][a-z0-9]+)*$'),
  ADD CONSTRAINT "award_type_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "award_type_cycle_check" CHECK (cycle_months >= 1),
  ADD CONSTRAINT "award_type_parent_check" CHECK (parent_id <> id),
  ADD CONSTRAINT "award_type_validity_check" CHECK (valid_from < valid_to),
  ADD CONSTRAINT "award_type_excl" EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE "award_grant"
  ADD CONSTRAINT "award_grant_recipient_check" CHECK (
    num_nonnulls(person_id, organization_id, project_id, studio_id, result_id) = 1
    AND (team_name IS NULL OR organization_id IS NOT NULL) AND team_name <> ''),
  ADD CONSTRAINT "award_grant_decisions_check" CHECK (decision_id <> revocation_decision_id),
  ADD CONSTRAINT "award_grant_time_check" CHECK (granted_on <= revoked_on),
  ADD CONSTRAINT "award_grant_status_check" CHECK (
    num_nonnulls(revocation_decision_id, revoked_on, revocation_reason) = CASE status WHEN 'REVOKED' THEN 3 ELSE 0 END);
-- The same award goes to the same recipient once in a decision.
CREATE UNIQUE INDEX "award_grant_once_key" ON "award_grant"
  (decision_id, award_type_id, coalesce(person_id, organization_id, project_id, studio_id, result_id), coalesce(team_name, ''));
