-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'PROVINCIAL_OFFICER', 'MUNICIPAL_OFFICER', 'COUNTY_OFFICER', 'INDUSTRIAL_OFFICER', 'UNIT_OFFICER', 'COMMITTEE_OFFICE', 'COMMITTEE_MEMBER', 'ASSESSOR', 'SUPERVISOR', 'PARTNER', 'PUBLIC');

-- CreateEnum
CREATE TYPE "ApiScope" AS ENUM ('READ_COMPETITIONS', 'READ_ENTRIES', 'READ_STUDIO_TITLES', 'READ_RESULTS');

-- CreateEnum
CREATE TYPE "ChangeOperation" AS ENUM ('CREATED', 'UPDATED');

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C",
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "organization_id" UUID,
    "region_id" UUID,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "prefix" TEXT COLLATE "C" NOT NULL,
    "secret_hash" TEXT COLLATE "C" NOT NULL,
    "scopes" "ApiScope"[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revocation_reason" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "client_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "entity_type" TEXT COLLATE "C" NOT NULL,
    "entity_id" UUID NOT NULL,
    "operation" "ChangeOperation" NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT COLLATE "C",
    "before" JSONB,
    "after" JSONB NOT NULL,
    "actor_user_id" UUID,
    "actor_client_id" UUID,
    "actor_role" "Role",

    CONSTRAINT "change_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_event" (
    "id" UUID NOT NULL,
    "subject_type" TEXT COLLATE "C" NOT NULL,
    "subject_id" UUID NOT NULL,
    "action" TEXT COLLATE "C" NOT NULL,
    "from_state" TEXT COLLATE "C",
    "to_state" TEXT COLLATE "C" NOT NULL,
    "opinion" TEXT COLLATE "C",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT COLLATE "C",
    "actor_user_id" UUID,
    "actor_client_id" UUID,
    "actor_role" "Role",
    "actor_organization_id" UUID,

    CONSTRAINT "workflow_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" UUID NOT NULL,
    "caller" TEXT COLLATE "C" NOT NULL,
    "mutation" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "input_hash" TEXT COLLATE "C" NOT NULL,
    "outcome" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_subject_key" ON "user_account"("subject");

-- CreateIndex
CREATE INDEX "role_assignment_starts_at_id_idx" ON "role_assignment"("starts_at", "id");

-- CreateIndex
CREATE INDEX "role_assignment_ends_at_id_idx" ON "role_assignment"("ends_at", "id");

-- CreateIndex
CREATE INDEX "role_assignment_role_starts_at_id_idx" ON "role_assignment"("role", "starts_at", "id");

-- CreateIndex
CREATE INDEX "role_assignment_user_id_starts_at_id_idx" ON "role_assignment"("user_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "role_assignment_organization_id_starts_at_id_idx" ON "role_assignment"("organization_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "role_assignment_region_id_starts_at_id_idx" ON "role_assignment"("region_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "api_client_name_id_idx" ON "api_client"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_client_organization_id_name_key" ON "api_client"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key"("prefix");

-- CreateIndex
CREATE INDEX "api_key_created_at_id_idx" ON "api_key"("created_at", "id");

-- CreateIndex
CREATE INDEX "api_key_expires_at_id_idx" ON "api_key"("expires_at", "id");

-- CreateIndex
CREATE INDEX "api_key_last_used_at_id_idx" ON "api_key"("last_used_at", "id");

-- CreateIndex
CREATE INDEX "api_key_client_id_created_at_id_idx" ON "api_key"("client_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "api_key_region_id_created_at_id_idx" ON "api_key"("region_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "change_event_seq_key" ON "change_event"("seq");

-- CreateIndex
CREATE INDEX "change_event_entity_type_entity_id_seq_idx" ON "change_event"("entity_type", "entity_id", "seq");

-- CreateIndex
CREATE INDEX "change_event_actor_user_id_idx" ON "change_event"("actor_user_id");

-- CreateIndex
CREATE INDEX "change_event_actor_client_id_idx" ON "change_event"("actor_client_id");

-- CreateIndex
CREATE INDEX "workflow_event_subject_type_subject_id_at_id_idx" ON "workflow_event"("subject_type", "subject_id", "at", "id");

-- CreateIndex
CREATE INDEX "workflow_event_actor_user_id_idx" ON "workflow_event"("actor_user_id");

-- CreateIndex
CREATE INDEX "workflow_event_actor_client_id_idx" ON "workflow_event"("actor_client_id");

-- CreateIndex
CREATE INDEX "workflow_event_actor_organization_id_idx" ON "workflow_event"("actor_organization_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_caller_mutation_key_key" ON "idempotency_key"("caller", "mutation", "key");

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "api_client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_event" ADD CONSTRAINT "change_event_actor_user_id_fkey" FOREIGN KEY ("actor_user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_event" ADD CONSTRAINT "change_event_actor_client_id_fkey" FOREIGN KEY ("actor_client_id") REFERENCES "api_client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_actor_user_id_fkey" FOREIGN KEY ("actor_user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_actor_client_id_fkey" FOREIGN KEY ("actor_client_id") REFERENCES "api_client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_actor_organization_id_fkey" FOREIGN KEY ("actor_organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below: what Prisma has no words for.

-- Who acts. Everybody is PUBLIC and keys are PARTNER: neither is assigned.
ALTER TABLE "user_account"
  ADD CONSTRAINT "user_account_subject_check" CHECK (subject <> ''),
  ADD CONSTRAINT "user_account_name_check" CHECK (name <> '');
ALTER TABLE "role_assignment"
  ADD CONSTRAINT "role_assignment_time_check" CHECK (starts_at <= ends_at),
  ADD CONSTRAINT "role_assignment_reach_check" CHECK (
    CASE
      WHEN role IN ('PUBLIC', 'PARTNER') THEN false
      WHEN role = 'ADMIN' THEN num_nonnulls(organization_id, region_id) = 0
      WHEN role IN ('UNIT_OFFICER', 'INDUSTRIAL_OFFICER', 'ASSESSOR') THEN organization_id IS NOT NULL AND region_id IS NULL
      ELSE region_id IS NOT NULL
    END),
  -- Nobody holds the same role twice at a time.
  ADD CONSTRAINT "role_assignment_excl" EXCLUDE USING gist (
    user_id WITH =, role WITH =,
    coalesce(organization_id, '00000000-0000-0000-0000-000000000000') WITH =,
    coalesce(region_id, '00000000-0000-0000-0000-000000000000') WITH =,
    tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_name_check" CHECK (name <> '');
ALTER TABLE "api_key"
  ALTER COLUMN scopes SET NOT NULL,
  ADD CONSTRAINT "api_key_prefix_check" CHECK (prefix ~ '^[0-9A-Za-z]{8}$'),
  ADD CONSTRAINT "api_key_hash_check" CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "api_key_time_check" CHECK (created_at < expires_at),
  ADD CONSTRAINT "api_key_revoked_check" CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL));

-- The order of the sequence is the order of commits: who writes a change holds the lock until the transaction ends.
-- Fires before the first row, and so before its number is drawn.
CREATE FUNCTION wait_for_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4790517);
  RETURN NULL;
END
$$;
CREATE TRIGGER "change_event_order" BEFORE INSERT ON "change_event"
  FOR EACH STATEMENT EXECUTE FUNCTION wait_for_changes();

-- What was done stays as it is.
CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % can only be added to (append_only).', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "change_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "change_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
CREATE TRIGGER "workflow_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "workflow_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();

ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_key_check" CHECK (length(key) BETWEEN 1 AND 255);
