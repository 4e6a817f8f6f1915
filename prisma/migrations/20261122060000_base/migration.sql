-- CreateEnum
CREATE TYPE "Topic" AS ENUM ('LABOR_COMPETITION', 'KEY_PROJECT', 'SKILLS_COMPETITION', 'INNOVATION_STUDIO', 'INNOVATION_GROUP', 'MENTOR_PAIR', 'INNOVATION_PARTICIPATION', 'INNOVATION_RESULT', 'AWARD', 'MODEL_WORKER', 'TRAINING', 'EDUCATION', 'UNION_ORGANIZING', 'FLEXIBLE_WORKERS', 'MEMBER_SERVICE', 'SERVICE_STATION', 'HARDSHIP_RELIEF', 'MUTUAL_AID', 'STUDENT_AID', 'LEGAL_AID', 'LABOR_PROTECTION', 'EMPLOYMENT', 'POVERTY_ALLEVIATION', 'WOMEN', 'YOUTH_VOLUNTEERING', 'CULTURE_READING', 'HEALTH', 'CHARITY', 'CADRES', 'POLICY', 'PLATFORM', 'PROGRAM', 'PUBLICITY', 'OTHER');

-- CreateEnum
CREATE TYPE "ObservationKind" AS ENUM ('STOCK', 'FLOW', 'CUMULATIVE', 'EVENT', 'BASELINE', 'TARGET', 'RULE');

-- CreateEnum
CREATE TYPE "Bound" AS ENUM ('EXACT', 'AT_LEAST', 'AT_MOST', 'APPROX', 'RANGE', 'INCOMPLETE', 'UNCERTAIN');

-- CreateEnum
CREATE TYPE "Relevance" AS ENUM ('CORE', 'UNION', 'CONTEXT');

-- CreateEnum
CREATE TYPE "ObservationStatus" AS ENUM ('ACTIVE', 'DISPUTED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "InitiativeKind" AS ENUM ('PLATFORM', 'SYSTEM', 'COMMITTEE', 'MECHANISM', 'COMPETITION', 'PROGRAM', 'POLICY', 'AWARD', 'STUDIO', 'STATION', 'SCHOOL');

-- CreateEnum
CREATE TYPE "OrganizationType" AS ENUM ('UNION_FEDERATION', 'INDUSTRIAL_UNION', 'JOINT_UNION', 'GRASSROOTS_UNION', 'ENTERPRISE', 'PUBLIC_INSTITUTION', 'GOVERNMENT_DEPARTMENT', 'SOCIAL_ORGANIZATION', 'OTHER');

-- CreateEnum
CREATE TYPE "OwnershipType" AS ENUM ('STATE', 'COLLECTIVE', 'PRIVATE', 'FOREIGN', 'HMT', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "OrganizationStatus" AS ENUM ('ACTIVE', 'CLOSED', 'MERGED');

-- CreateEnum
CREATE TYPE "IdentifierScheme" AS ENUM ('USCC', 'UNION_LEGAL_CERT', 'PARTNER');

-- CreateEnum
CREATE TYPE "RegionLevel" AS ENUM ('COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'FUNCTIONAL_ZONE');

-- CreateTable
CREATE TABLE "source_document" (
    "id" UUID NOT NULL,
    "file_name" TEXT COLLATE "C" NOT NULL,
    "publisher" TEXT COLLATE "C",
    "title" TEXT COLLATE "C",
    "published_on" TEXT COLLATE "C" NOT NULL,
    "date_inferred" BOOLEAN NOT NULL,
    "date_note" TEXT COLLATE "C",
    "url" TEXT COLLATE "C",
    "language" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C" NOT NULL,
    "topic" "Topic" NOT NULL,
    "unit" TEXT COLLATE "C" NOT NULL,
    "kind" "ObservationKind" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "value_max" DECIMAL(20,4),
    "value_text" TEXT COLLATE "C",
    "unit" TEXT COLLATE "C" NOT NULL,
    "qualifier" TEXT COLLATE "C",
    "bound" "Bound" NOT NULL,
    "kind" "ObservationKind" NOT NULL,
    "precision" DECIMAL(20,4) NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "is_period_inferred" BOOLEAN NOT NULL,
    "scope" TEXT COLLATE "C",
    "line" INTEGER NOT NULL,
    "line_end" INTEGER NOT NULL,
    "quote" TEXT COLLATE "C" NOT NULL,
    "relevance" "Relevance" NOT NULL,
    "note" TEXT COLLATE "C",
    "status" "ObservationStatus" NOT NULL DEFAULT 'ACTIVE',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "indicator_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "scope_organization_id" UUID,
    "source_id" UUID NOT NULL,
    "supersedes_id" UUID,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "kind" "InitiativeKind" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT COLLATE "C" NOT NULL,
    "line" INTEGER NOT NULL,
    "quote" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "short_name" TEXT COLLATE "C",
    "type" "OrganizationType" NOT NULL,
    "ownership" "OwnershipType",
    "industry_code" TEXT COLLATE "C",
    "status" "OrganizationStatus" NOT NULL DEFAULT 'ACTIVE',
    "valid_from" DATE,
    "valid_to" DATE,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "parent_id" UUID,
    "employer_id" UUID,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_succession" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,

    CONSTRAINT "organization_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_identifier" (
    "id" UUID NOT NULL,
    "scheme" "IdentifierScheme" NOT NULL,
    "partner" TEXT COLLATE "C",
    "value" TEXT COLLATE "C" NOT NULL,
    "is_preferred" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "organization_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "employer_id" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT COLLATE "C",
    "level" "RegionLevel" NOT NULL,
    "path" TEXT COLLATE "C" NOT NULL,
    "is_in_gb2260" BOOLEAN NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "note" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "parent_id" UUID,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_succession" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,

    CONSTRAINT "region_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_ancestry" (
    "descendant_id" UUID NOT NULL,
    "ancestor_id" UUID NOT NULL,

    CONSTRAINT "region_ancestry_pkey" PRIMARY KEY ("ancestor_id","descendant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_document_file_name_key" ON "source_document"("file_name");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_key" ON "indicator"("code");

-- CreateIndex
CREATE INDEX "indicator_topic_code_id_idx" ON "indicator"("topic", "code", "id");

-- CreateIndex
CREATE INDEX "indicator_name_id_idx" ON "indicator"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_code_key" ON "observation"("code");

-- CreateIndex
CREATE INDEX "observation_indicator_id_region_id_code_id_idx" ON "observation"("indicator_id", "region_id", "code", "id");

-- CreateIndex
CREATE INDEX "observation_indicator_id_code_id_idx" ON "observation"("indicator_id", "code", "id");

-- CreateIndex
CREATE INDEX "observation_region_id_code_id_idx" ON "observation"("region_id", "code", "id");

-- CreateIndex
CREATE INDEX "observation_scope_organization_id_code_id_idx" ON "observation"("scope_organization_id", "code", "id");

-- CreateIndex
CREATE INDEX "observation_source_id_code_id_idx" ON "observation"("source_id", "code", "id");

-- CreateIndex
CREATE INDEX "observation_supersedes_id_code_id_idx" ON "observation"("supersedes_id", "code", "id");

-- CreateIndex
CREATE INDEX "observation_period_to_id_idx" ON "observation"("period_to", "id");

-- CreateIndex
CREATE INDEX "observation_value_id_idx" ON "observation"("value", "id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_code_key" ON "initiative"("code");

-- CreateIndex
CREATE INDEX "initiative_kind_code_id_idx" ON "initiative"("kind", "code", "id");

-- CreateIndex
CREATE INDEX "initiative_name_id_idx" ON "initiative"("name", "id");

-- CreateIndex
CREATE INDEX "initiative_region_id_code_id_idx" ON "initiative"("region_id", "code", "id");

-- CreateIndex
CREATE INDEX "initiative_source_id_code_id_idx" ON "initiative"("source_id", "code", "id");

-- CreateIndex
CREATE INDEX "organization_name_id_idx" ON "organization"("name", "id");

-- CreateIndex
CREATE INDEX "organization_type_name_id_idx" ON "organization"("type", "name", "id");

-- CreateIndex
CREATE INDEX "organization_region_id_name_id_idx" ON "organization"("region_id", "name", "id");

-- CreateIndex
CREATE INDEX "organization_parent_id_name_id_idx" ON "organization"("parent_id", "name", "id");

-- CreateIndex
CREATE INDEX "organization_employer_id_name_id_idx" ON "organization"("employer_id", "name", "id");

-- CreateIndex
CREATE INDEX "organization_succession_successor_id_predecessor_id_idx" ON "organization_succession"("successor_id", "predecessor_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_succession_predecessor_id_successor_id_key" ON "organization_succession"("predecessor_id", "successor_id");

-- CreateIndex
CREATE INDEX "organization_identifier_organization_id_scheme_id_idx" ON "organization_identifier"("organization_id", "scheme", "id");

-- CreateIndex
CREATE INDEX "organization_identifier_scheme_value_id_idx" ON "organization_identifier"("scheme", "value", "id");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE INDEX "person_employer_id_name_id_idx" ON "person"("employer_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "region_path_key" ON "region"("path");

-- CreateIndex
CREATE INDEX "region_name_id_idx" ON "region"("name", "id");

-- CreateIndex
CREATE INDEX "region_level_code_id_idx" ON "region"("level", "code", "id");

-- CreateIndex
CREATE INDEX "region_parent_id_code_id_idx" ON "region"("parent_id", "code", "id");

-- CreateIndex
CREATE INDEX "region_succession_successor_id_predecessor_id_idx" ON "region_succession"("successor_id", "predecessor_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_succession_predecessor_id_successor_id_key" ON "region_succession"("predecessor_id", "successor_id");

-- CreateIndex
CREATE INDEX "region_ancestry_descendant_id_ancestor_id_idx" ON "region_ancestry"("descendant_id", "ancestor_id");

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_scope_organization_id_fkey" FOREIGN KEY ("scope_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_succession" ADD CONSTRAINT "organization_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_succession" ADD CONSTRAINT "organization_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_identifier" ADD CONSTRAINT "organization_identifier_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_succession" ADD CONSTRAINT "region_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_succession" ADD CONSTRAINT "region_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_ancestry" ADD CONSTRAINT "region_ancestry_descendant_id_fkey" FOREIGN KEY ("descendant_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_ancestry" ADD CONSTRAINT "region_ancestry_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models have no words for. Prisma's diff overlooks all of it.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Search: the characters of a text and the pairs of neighbors, so that two Chinese characters find an index.
CREATE FUNCTION grams(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM (
    SELECT substr($1, i, n) AS gram
    FROM generate_series(1, length($1)) i, (VALUES (1), (2)) sizes (n)
    WHERE i + n - 1 <= length($1)
  ) each_gram
$$;

CREATE INDEX "region_text_idx" ON "region" USING gin (grams(lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(code, ''))));
CREATE INDEX "organization_text_idx" ON "organization" USING gin (grams(lower(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(short_name, ''))));
CREATE INDEX "person_text_idx" ON "person" USING gin (grams(lower(name || ' ' || coalesce(name_en, ''))));
CREATE INDEX "source_document_text_idx" ON "source_document" USING gin (grams(lower(file_name || ' ' || coalesce(publisher, '') || ' ' || coalesce(title, ''))));
CREATE INDEX "indicator_text_idx" ON "indicator" USING gin (grams(lower(code || ' ' || name || ' ' || name_en)));
CREATE INDEX "observation_text_idx" ON "observation" USING gin (grams(lower(quote || ' ' || coalesce(scope, '') || ' ' || coalesce(note, ''))));
CREATE INDEX "initiative_text_idx" ON "initiative" USING gin (grams(lower(name || ' ' || name_en || ' ' || summary || ' ' || quote)));

-- Regions
ALTER TABLE "region"
  ADD CONSTRAINT "region_code_check" CHECK (code ~ '^[1-9][0-9]{5}$'),
  ADD CONSTRAINT "region_gb2260_check" CHECK (NOT is_in_gb2260 OR code IS NOT NULL),
  ADD CONSTRAINT "region_parent_check" CHECK ((level = 'COUNTRY') = (parent_id IS NULL) AND parent_id <> id),
  ADD CONSTRAINT "region_path_check" CHECK (path ~ '^([0-9a-f-]+/)+$'),
  ADD CONSTRAINT "region_validity_check" CHECK (valid_from < valid_to),
  ADD CONSTRAINT "region_name_excl" EXCLUDE USING gist (parent_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE "region_succession" ADD CONSTRAINT "region_succession_check" CHECK (predecessor_id <> successor_id);

CREATE FUNCTION refresh_region_ancestry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM region_ancestry;
  INSERT INTO region_ancestry (ancestor_id, descendant_id)
  WITH RECURSIVE counted (ancestor_id, descendant_id) AS (
    SELECT id, id FROM region
    UNION
    SELECT further.id, counted.descendant_id
    FROM counted
    CROSS JOIN LATERAL (
      SELECT parent_id FROM region WHERE id = counted.ancestor_id AND parent_id IS NOT NULL
      UNION ALL
      SELECT successor_id FROM region_succession WHERE predecessor_id = counted.ancestor_id
    ) further (id)
  )
  SELECT ancestor_id, descendant_id FROM counted;
  RETURN NULL;
END
$$;
CREATE TRIGGER "region_ancestry_refresh" AFTER INSERT OR DELETE OR UPDATE OF parent_id ON "region"
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_region_ancestry();
CREATE TRIGGER "region_ancestry_refresh" AFTER INSERT OR DELETE OR UPDATE ON "region_succession"
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_region_ancestry();

-- Organizations
ALTER TABLE "organization"
  ADD CONSTRAINT "organization_name_check" CHECK (name <> ''),
  ADD CONSTRAINT "organization_industry_check" CHECK (industry_code ~ '^[A-T]$'),
  ADD CONSTRAINT "organization_validity_check" CHECK (valid_from < valid_to),
  ADD CONSTRAINT "organization_status_check" CHECK (status <> 'ACTIVE' OR valid_to IS NULL),
  ADD CONSTRAINT "organization_parent_check" CHECK (parent_id <> id),
  ADD CONSTRAINT "organization_employer_check" CHECK (
    employer_id IS NULL
    OR employer_id <> id AND type IN ('UNION_FEDERATION', 'INDUSTRIAL_UNION', 'JOINT_UNION', 'GRASSROOTS_UNION'));
ALTER TABLE "organization_succession"
  ADD CONSTRAINT "organization_succession_check" CHECK (predecessor_id <> successor_id);
ALTER TABLE "organization_identifier"
  ADD CONSTRAINT "organization_identifier_partner_check" CHECK ((scheme = 'PARTNER') = (partner IS NOT NULL)),
  ADD CONSTRAINT "organization_identifier_value_check" CHECK (value ~ '^\S+$'),
  ADD CONSTRAINT "organization_identifier_uscc_check" CHECK (scheme <> 'USCC' OR value ~ '^[0-9A-HJ-NPQRTUWXY]{18}$');
CREATE UNIQUE INDEX "organization_identifier_value_key" ON "organization_identifier" (scheme, coalesce(partner, ''), value);
CREATE UNIQUE INDEX "organization_identifier_preferred_key" ON "organization_identifier" (organization_id, scheme, coalesce(partner, ''))
  WHERE is_preferred;

-- People
ALTER TABLE "person" ADD CONSTRAINT "person_name_check" CHECK (name <> '');

-- Figures
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_sha256_check" CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE "indicator"
  ADD CONSTRAINT "indicator_code_check" CHECK (code ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$');
ALTER TABLE "observation"
  ADD CONSTRAINT "observation_range_check" CHECK (
    CASE bound WHEN 'RANGE' THEN value_max IS NOT NULL AND value_max > value ELSE value_max IS NULL END),
  ADD CONSTRAINT "observation_precision_check" CHECK (precision > 0),
  ADD CONSTRAINT "observation_period_check" CHECK (period_from <= period_to),
  ADD CONSTRAINT "observation_line_check" CHECK (line >= 1 AND line_end >= line),
  ADD CONSTRAINT "observation_quote_check" CHECK (quote <> ''),
  ADD CONSTRAINT "observation_supersedes_check" CHECK (supersedes_id <> id);
CREATE UNIQUE INDEX "observation_supersedes_key" ON "observation" ((supersedes_id::text)) WHERE supersedes_id IS NOT NULL;

-- A published figure is never changed: only its standing and its bookkeeping may be.
CREATE FUNCTION keep_observation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  loose text[] := ARRAY['status', 'version', 'updated_at'];
BEGIN
  IF to_jsonb(OLD) - loose <> to_jsonb(NEW) - loose THEN
    RAISE EXCEPTION 'A published figure is never changed: supersede it.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "observation_keep" BEFORE UPDATE ON "observation" FOR EACH ROW EXECUTE FUNCTION keep_observation();
