import type { Gender, SkillGrade, WorkerCategory } from '../../../generated/prisma/client.ts';
import type { HeldRole } from '../../../platform/actor.ts';
import type { Call } from '../../../platform/call.ts';
import { make } from '../../../platform/making.ts';
import { InvalidError } from '../../../platform/refusals.ts';
import { today } from '../../../platform/terms.ts';
import { LABEL, textsOf } from '../../../platform/texts.ts';
import { edit } from '../../../platform/writes.ts';

/** What is absent stays; what is null is taken away. */
export interface Details {
  readonly gender?: Gender | null | undefined;
  readonly birthYear?: number | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly skillGrade?: SkillGrade | null | undefined;
  readonly professionalTitle?: string | null | undefined;
  readonly workerCategories?: readonly WorkerCategory[] | null | undefined;
  readonly isEthnicMinority?: boolean | null | undefined;
  readonly politicalStatus?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

const EARLIEST = 1900;
const PHONE = /^[+\d][\d ()-]{4,29}$/;
const TEXTS = { jobTitle: LABEL, professionalTitle: LABEL, politicalStatus: LABEL, phone: LABEL };

/** The details as they are kept. @throws {InvalidError} where something of them cannot be */
export function detailsOf(call: Call, details: Details) {
  const within = ['details'];
  const { birthYear, workerCategories } = details;
  const latest = today(call).getUTCFullYear();
  if (birthYear != null && (birthYear < EARLIEST || birthYear > latest)) {
    const message = `Expected a year from ${EARLIEST} to ${latest}.`;
    throw new InvalidError(message, `出生年份应在 ${EARLIEST} 至 ${latest} 之间。`, [...within, 'birthYear']);
  }
  const texts = textsOf(details, TEXTS, within);
  if (texts.phone && !PHONE.test(texts.phone)) {
    throw new InvalidError('Expected a telephone number.', '联系电话格式有误。', [...within, 'phone']);
  }
  const categories = workerCategories === null ? [] : workerCategories && [...new Set(workerCategories)];
  return { ...details, ...texts, workerCategories: categories };
}

interface Keeping {
  readonly personId: string;
  readonly details: ReturnType<typeof detailsOf>;
  readonly action: string;
  readonly as: HeldRole;
}

/** Keeps the details of a person, whose version guards them. */
export async function keepDetails(call: Call, { personId, details, action, as }: Keeping): Promise<void> {
  const before = await call.db.prisma.personDetail.findUnique({ where: { personId } });
  const type = 'PersonDetail' as const;
  if (before) await edit(call, { type, before, action, as, data: details });
  else await make(call, { type, action, as, data: { workerCategories: [], ...given(details), personId } });
}

/** Without what is absent, which would hide what is meant for it. */
function given(details: object): object {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
