-- AlterEnum
ALTER TYPE "ChangeOperation" ADD VALUE 'REMOVED';

-- AlterTable
ALTER TABLE "change_event" ALTER COLUMN "after" DROP NOT NULL;

-- Below: what Prisma has no words for.

-- As text: the new value can't be compared with before the migration ends.
ALTER TABLE "change_event" ADD CONSTRAINT "change_event_operation_check" CHECK (
  (operation::text = 'CREATED') = (before IS NULL) AND (operation::text = 'REMOVED') = (after IS NULL));
