-- What Prisma has no words for.

-- A comparison with nothing is neither true nor false, and a check refuses only what is false.
ALTER TABLE "score_sheet"
  DROP CONSTRAINT "score_sheet_correction_check",
  ADD CONSTRAINT "score_sheet_correction_check" CHECK (supersedes_id <> id AND (supersedes_id IS NULL OR (reason IS NOT NULL AND reason <> '')));
