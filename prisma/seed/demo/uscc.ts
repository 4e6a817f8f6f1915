/** Without I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** No authority has this region, so that no code is anybody's. */
const NOWHERE = '000000';

/** A made-up unified social credit code with right check characters; `kind` is its first two characters. */
export function usccOf(kind: '12' | '81' | '91', n: number): string {
  const body = String(n).padStart(8, '0');
  const rest = 11 - (BODY_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11);
  const code = `${kind}${NOWHERE}${body}${rest === 10 ? 'X' : rest % 11}`;
  let sum = 0;
  for (let at = 0, weight = 1; at < code.length; at++, weight = (weight * 3) % 31)
    sum += weight * ALPHABET.indexOf(code[at]!);
  return `${code}${ALPHABET[(31 - (sum % 31)) % 31]}`;
}
