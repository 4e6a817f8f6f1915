/** The values of each statement, in the order of its placeholders, from the variables of our operation. */
type Variables = Readonly<Record<string, unknown>>;

export const VALUES: Readonly<Record<string, (variables: Variables) => unknown[]>> = {
  list: () => [],
  competitions: ({ after }) => cursorOf(after),
  studios: ({ after }) => cursorOf(after),
  node: ({ id }) => [
    Buffer.from(id as string, 'base64')
      .toString()
      .split(':')[1],
  ],
  facets: ({ code }) => [code],
  deep: ({ after }) => cursorOf(after),
  search: ({ region, level, text }) => {
    const [one, other = one] = level as string[];
    return [region, one, other, ...word(text)];
  },
  dashboard: ({ code }) => [code],
  standing: ({ id }) => [idOf(id)],
  stateOfPlay: ({ id }) => [idOf(id)],
  first: () => [],
  page: ({ after }) => cursorOf(after),
  one: ({ id }) => [idOf(id)],
  rare: ({ text }) => word(text),
  common: ({ text }) => word(text),
  total: () => [],
  commonTotal: ({ text }) => word(text),
};

function cursorOf(text: unknown): unknown[] {
  return JSON.parse(Buffer.from(text as string, 'base64url').toString()).slice(2);
}

function idOf(text: unknown): unknown {
  return Buffer.from(text as string, 'base64')
    .toString()
    .split(':')[1];
}

/** What finds a word, and what decides whether it is there. */
function word(text: unknown): unknown[] {
  return [gramsOf(text as string), `%${text}%`];
}

/** As src/platform/search.ts makes them; the questions' words have no capitals and no signs of LIKE. */
function gramsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}
