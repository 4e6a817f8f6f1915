import type { OrganizationStatus, OrganizationType } from '../../generated/prisma/client.ts';
import { BadInputError } from '../../platform/errors.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Workflow } from '../../platform/workflow.ts';

/** No I, O, S, V, Z: they look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

interface UsccFault {
  readonly message: string;
  readonly messageZh: string;
  /** Place of the character that is wrong, from 1; none where the length is. */
  readonly position?: number;
}

/**
 * What is wrong with a unified social credit code (GB 32100-2015), or undefined: 18 characters, of
 * which the 9th to 17th are an organization code with a check character of its own (GB 11714).
 */
export function usccFault(code: string): UsccFault | undefined {
  if (code.length !== 18) {
    return {
      message: `expected 18 characters, not ${code.length}`,
      messageZh: `应为 18 位,现有 ${code.length} 位`,
    };
  }
  const wrong = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (wrong >= 0) {
    return {
      message: `the character ${JSON.stringify([...code][wrong])} does not occur in such codes`,
      messageZh: `第 ${wrong + 1} 位的“${[...code][wrong]}”不是代码可用的字符`,
      position: wrong + 1,
    };
  }
  if (code[16] !== bodyCheck(code.slice(8, 16))) {
    return {
      message: 'the check character of the organization code, the 17th, is wrong',
      messageZh: '第 17 位(主体标识码校验码)有误',
      position: 17,
    };
  }
  if (code[17] !== check(code.slice(0, 17))) {
    return {
      message: 'the check character, the 18th, is wrong',
      messageZh: '第 18 位(校验码)有误',
      position: 18,
    };
  }
  return undefined;
}

/** The code without spaces and in capitals, as it is kept. */
export function normalizedUscc(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** The code as it is kept. @throws {BadInputError} where it is none */
export function checkUscc(text: string, name = 'uscc'): string {
  const code = normalizedUscc(text);
  const fault = usccFault(code);
  if (fault) throw new BadInputError(`${name}: ${fault.message}.`);
  return code;
}

function check(first17: string): string {
  const sum = WEIGHTS.reduce((sum, weight, i) => sum + weight * ALPHABET.indexOf(first17[i]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

function bodyCheck(body: string): string {
  const sum = BODY_WEIGHTS.reduce((sum, weight, i) => sum + weight * BODY_ALPHABET.indexOf(body[i]!), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : String(rest % 11);
}

export const ORGANIZATION_WORKFLOW = {
  CREATE: { from: [], to: 'ACTIVE', description: 'Enter it in the registry (登记)' },
  CLOSE: {
    from: ['ACTIVE'],
    to: 'CLOSED',
    description: 'Close it down (注销), with the reason',
    needsOpinion: true,
  },
  MERGE: { from: ['ACTIVE'], to: 'MERGED', description: 'Merge it into another one (合并)' },
} as const satisfies Workflow<OrganizationStatus>;

const UNIONS: readonly OrganizationType[] = [
  'UNION_FEDERATION',
  'INDUSTRIAL_UNION',
  'JOINT_UNION',
  'GRASSROOTS_UNION',
];

export function isUnion({ type }: { readonly type: OrganizationType }): boolean {
  return UNIONS.includes(type);
}

/** A section of GB/T 4754. */
export const INDUSTRY = /^[A-T]$/;

/** The text is no unified social credit code. */
export class UsccError extends Refusal {
  readonly code = 'USCC';

  constructor(readonly fault: UsccFault) {
    super(`This is no unified social credit code: ${fault.message}.`, ['value']);
  }

  get messageZh(): string {
    return `统一社会信用代码有误:${this.fault.messageZh}。`;
  }
}

/** The code stands for another organization already. */
export class IdentifierTakenError extends Refusal {
  readonly code = 'IDENTIFIER_TAKEN';
  readonly messageZh = '该代码已登记在另一单位(或本单位)名下。';

  constructor(readonly organizationId: string) {
    super('This code stands for an organization already.', ['value']);
  }
}

/** Others still lie directly below it. */
export class OrganizationInUseError extends Refusal {
  readonly code = 'ORGANIZATION_IN_USE';

  constructor(readonly below: number) {
    super(`${below} existing organizations or unions lie directly below it: move or close them first.`, [
      'id',
    ]);
  }

  get messageZh(): string {
    return `该单位之下还有 ${this.below} 个存续的单位或工会,请先调整或注销。`;
  }
}

/** It was closed or merged: records of today refer to its successors. */
export class OrganizationEndedError extends Refusal {
  readonly code = 'ORGANIZATION_ENDED';

  constructor(
    readonly successors: readonly { readonly id: string; readonly name: string }[],
    path: readonly string[],
  ) {
    const names = successors.map(({ name }) => name).join(', ');
    super(`This organization no longer exists. ${names && `Its successors: ${names}.`}`.trim(), path);
  }

  get messageZh(): string {
    const names = this.successors.map(({ name }) => name).join('、');
    return `该单位已注销或合并。${names && `现为:${names}。`}`;
  }
}
