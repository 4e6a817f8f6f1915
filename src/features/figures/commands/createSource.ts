import type { Call } from '../../../platform/call.ts';
import { violates } from '../../../platform/databaseErrors.ts';
import { make } from '../../../platform/making.ts';
import type { Row } from '../../../platform/models.ts';
import { ForbiddenError, InvalidError } from '../../../platform/refusals.ts';
import { LABEL, LONG_TEXT, NAME, type TextKind, textsOf } from '../../../platform/texts.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import { FIGURE_KEEPERS, sourceKeeperOf } from '../policy.ts';
import { periodProblems } from '../rules.ts';

export interface NewSource {
  readonly fileName: string;
  readonly publisher?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly publishedOn: string;
  readonly dateInferred: boolean;
  readonly dateNote?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly language: string;
  readonly sha256: string;
}

const ADDRESS: TextKind = { most: 2000 };
const TEXTS = {
  fileName: NAME,
  publisher: LABEL,
  title: LABEL,
  publishedOn: NAME,
  dateNote: LONG_TEXT,
  url: ADDRESS,
  language: NAME,
  sha256: NAME,
};

/** Enters a document, so that figures can be read from it. */
export function createSource(call: Call, input: NewSource): Promise<Row<'SourceDocument'>> {
  return inTransaction(call, async (tx) => {
    const as = sourceKeeperOf(tx.actor);
    if (!as) throw new ForbiddenError(['ADMIN', ...FIGURE_KEEPERS]);
    const texts = textsOf(input, TEXTS);
    const sha256 = texts.sha256.toLowerCase();
    const [problem] = periodProblems(texts.publishedOn);
    if (problem) throw new InvalidError(problem, '发布时间不是有效的 EDTF 表示。', ['publishedOn']);
    if (!/^[0-9a-f]{64}$/.test(sha256))
      refuse('sha256', 'the SHA-256 of the text, in hexadecimal', 'SHA-256(64 位十六进制)');
    if (!isLanguage(texts.language)) refuse('language', 'a language, as zh-CN', '语言标记,例如 zh-CN');
    if (texts.url && !isAddress(texts.url)) refuse('url', 'an address of the web', '网址');
    return make(tx, {
      type: 'SourceDocument',
      action: 'sourceDocumentCreate',
      as,
      data: { ...texts, sha256, dateInferred: input.dateInferred },
    }).catch((error: unknown) => {
      if (!violates(error, 'source_document_file_name_key')) throw error;
      throw new InvalidError('There is a document of this name.', '已有同名文献。', ['fileName']);
    });
  });
}

function refuse(field: string, expected: string, expectedZh: string): never {
  throw new InvalidError(`Expected ${expected}.`, `应为${expectedZh}。`, [field]);
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
