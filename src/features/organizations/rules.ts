import { BadInputError } from '../../platform/errors.ts';

/** No I, O, S, V, Z: they look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * What is wrong with a unified social credit code (GB 32100-2015), or undefined: 18 characters, of
 * which the 9th to 17th are an organization code with a check character of its own (GB 11714).
 */
export function usccProblem(code: string): string | undefined {
  if (code.length !== 18) return `expected 18 characters, not ${code.length}`;
  const wrong = [...code].find((character) => !ALPHABET.includes(character));
  if (wrong) return `the character ${JSON.stringify(wrong)} does not occur in such codes`;
  if (code[16] !== bodyCheck(code.slice(8, 16)))
    return 'the check character of the organization code, the 17th, is wrong';
  if (code[17] !== check(code.slice(0, 17))) return 'the check character, the 18th, is wrong';
  return undefined;
}

/** The code without spaces and in capitals, as it is kept. */
export function checkUscc(text: string, name = 'uscc'): string {
  const code = text.replace(/\s/g, '').toUpperCase();
  const problem = usccProblem(code);
  if (problem) throw new BadInputError(`${name}: ${problem}.`);
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
