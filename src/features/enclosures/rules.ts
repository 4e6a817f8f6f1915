import { DomainError } from '../../platform/errors.ts';

/** Bytes of a file at most. */
export const LARGEST_FILE = 10_000_000;
/** Files of one person that are enclosed with nothing: more cannot be sent in before some are enclosed or swept. */
export const MOST_LOOSE = 100;
/** Milliseconds that a file may wait to be enclosed. */
export const PATIENCE = 24 * 60 * 60_000;
const LONGEST_NAME = 200;

/** What tells of the kind of a file. */
export interface Sample {
  readonly head: Buffer;
  /** Of an archive, where its table of contents stands. */
  readonly tail: Buffer;
  readonly isText: boolean;
}

/** Bytes that are looked at from the beginning, and from the end. */
export const SAMPLE = { head: 16, tail: 256 * 1024 } as const;

interface Kind {
  readonly extensions: readonly string[];
  readonly isOne: (sample: Sample) => boolean;
}

const begins =
  (...bytes: number[]) =>
  ({ head }: Sample) =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));
const isZip = begins(0x50, 0x4b, 0x03, 0x04);
/** An archive that has this in it, and nothing that runs. */
const zipOf = (part: string) => (sample: Sample) =>
  isZip(sample) && sample.tail.includes(part) && !sample.tail.includes('vbaProject.bin');
const isText = (sample: Sample) => sample.isText;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The media types that are taken: what people read, with nothing in it that runs, and no archives that hide what they hold. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'application/pdf': { extensions: ['pdf'], isOne: begins(...Buffer.from('%PDF-')) },
  'application/ofd': { extensions: ['ofd'], isOne: zipOf('OFD.xml') },
  [`${OFFICE}.wordprocessingml.document`]: { extensions: ['docx'], isOne: zipOf('word/document.xml') },
  [`${OFFICE}.spreadsheetml.sheet`]: { extensions: ['xlsx'], isOne: zipOf('xl/workbook.xml') },
  [`${OFFICE}.presentationml.presentation`]: { extensions: ['pptx'], isOne: zipOf('ppt/presentation.xml') },
  'image/png': { extensions: ['png'], isOne: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], isOne: begins(0xff, 0xd8, 0xff) },
  'text/plain': { extensions: ['txt'], isOne: isText },
  'text/csv': { extensions: ['csv'], isOne: isText },
};

/** Control characters, what separates folders, and what makes text run backwards so that an ending looks like another. */
const UNSAFE = /[\p{Cc}/\\\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Whether this can be the name of a file. */
export function isFileName(name: string): boolean {
  const isPlain = name.isWellFormed() && !UNSAFE.test(name) && name.trim() === name;
  return isPlain && /^[^.].*\.[^.]+$/u.test(name) && [...name].length <= LONGEST_NAME;
}

/** Whether a file of this media type may have this name. */
export function fits(mediaType: string, fileName: string): boolean {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(KINDS, mediaType) && KINDS[mediaType]!.extensions.includes(extension);
}

/** Somebody has sent in too much that is enclosed with nothing. */
export class TooManyFilesError extends DomainError {
  readonly code = 'TOO_MANY_FILES';

  constructor() {
    super(
      `You have sent in ${MOST_LOOSE} files that are enclosed with nothing: enclose them, or wait a day.`,
    );
  }
}
