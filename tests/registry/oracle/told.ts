/** What did not happen in the demonstration year: corrections, parts of criteria, awards from a standing. */
export const NOT_TOLD = words(`
  AwardGrant.standingRow Criterion.assessorOrganization Criterion.parent Criterion.parts
  Organization.assessedCriteria ScoreSheet.corrections ScoreSheet.supersedes Standing.corrections
  Standing.supersedes StandingRow.awardGrants`);

/** Where the sample holds rows that are hidden or revoked. */
export const LEAVING_OUT = words(`
  AwardGrant.result AwardType.awardGrants Committee.competitions Competition.children
  Competition.entries Competition.parent Criterion.items Decision.awardGrants Entry.result
  Entry.scoreSheets InnovationGroup.results InnovationResult.entries Organization.adoptions
  Organization.applications Organization.awardGrants Organization.entries
  Organization.hostedCompetitions Organization.results Person.awardGrants Person.results Project.entries
  Region.awardGrants Region.competitions Region.entries Region.results ScoringScheme.sheets
  Stage.scoreSheets Studio.entries Studio.results Studio.titles Track.entries`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
