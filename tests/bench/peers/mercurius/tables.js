/** Columns of each type under their names in the schema, and keys of what it leads to. */
export const COLUMNS = {
  Region: 'id, code, name, level, parent_id as "parentId"',
  Organization: 'id, name, type, region_id as "regionId"',
  Person: 'id, name',
  Studio: `id, name, name_en as "nameEn", kind, level, field, founded_on as "foundedOn", site_area as "siteArea",
    annual_funding as "annualFunding", status, is_demo as "isDemo", version, updated_at as "updatedAt",
    region_id as "regionId", lead_id as "leadId"`,
  StudioTitle: `id, level, grade, batch_year as "batchYear", status, valid_from as "validFrom",
    next_review_on as "nextReviewOn"`,
  Competition: 'id, title, kind, level, year, status, started_at as "startedAt"',
  Entry: `id, entry_no as "entryNo", team_name as "teamName", headcount, status, approved_at as "approvedAt",
    project_id as "projectId"`,
  Project: `id, name, level, approval_code as "approvalCode", industry_code as "industryCode",
    planned_investment as "plannedInvestment", planned_start as "plannedStart", planned_end as "plannedEnd", status,
    region_id as "regionId", owner_id as "ownerId"`,
  ProjectParticipant: 'id, role, headcount, organization_id as "organizationId"',
  AwardType: 'id, code, name, level',
  InnovationResult: 'id, title',
  AwardGrant: `id, granted_on as "grantedOn", certificate_no as "certificateNo", team_name as "teamName", citation,
    status, is_demo as "isDemo", version, award_type_id as "awardTypeId", person_id as "personId",
    organization_id as "organizationId", project_id as "projectId", studio_id as "studioId", result_id as "resultId"`,
  Standing: 'id, status, published_at as "publishedAt", competition_id as "competitionId"',
  StandingRow: `id, ordinal, rank, total, to_next as "toNext", previous_rank as "previousRank", is_tied as "isTied",
    entry_id as "entryId", region_id as "regionId"`,
};

export const TABLES = {
  Region: 'region',
  Organization: 'organization',
  Person: 'person',
  Studio: 'studio',
  StudioTitle: 'studio_title',
  Competition: 'competition',
  Entry: 'entry',
  Project: 'project',
  ProjectParticipant: 'project_participant',
  AwardType: 'award_type',
  InnovationResult: 'innovation_result',
  AwardGrant: 'award_grant',
  Standing: 'standing',
  StandingRow: 'standing_row',
};

/** Entries that were approved, whatever became of them but that they were withdrawn. */
export const APPROVED = `status in ('APPROVED', 'ACTIVE', 'VETOED', 'CONCLUDED')`;

/** What the public may see of a type. */
export const VISIBLE = {
  Competition: 'published_at is not null',
  Entry: `${APPROVED} and exists (
    select 1 from competition c where c.id = competition_id and c.published_at is not null)`,
  StudioTitle: `status in ('NOTICE', 'NAMED', 'RECTIFYING', 'REVOKED', 'LAPSED')`,
  InnovationResult: `status in ('RECOGNIZED', 'PROMOTED') and not is_confidential`,
  Standing: `published_at is not null and exists (
    select 1 from competition c where c.id = competition_id and c.published_at is not null)`,
  StandingRow: `exists (select 1 from standing s join competition c on c.id = s.competition_id
    where s.id = standing_id and s.published_at is not null and c.published_at is not null)`,
};
