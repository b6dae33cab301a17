import { createInterface } from 'node:readline';

/**
 * Derives src/repair/mojibake/letter-data.ts: which letter follows which, language by language with equal weight.
 *
 *     xz -dc text.tsv.xz | node .build/eval/mojibake-letters.js | npx prettier --stdin-filepath x.ts > src/repair/mojibake/letter-data.ts
 *
 * Input lines: language, source, text, separated by tabs. Only figures go into the output.
 */
async function main(): Promise<void> {
  const languages = await count();
  process.stdout.write(render(languages));
}

/** Lines of a language that count; a language with fewer than the least says too little. */
const MOST_LINES = 3000;
const LEAST_LINES = 200;
/** Letters are of a script's alphabet that are at least this share of all, or that one language uses once in so many. */
const LEAST_SHARE = 1e-5;
const ONCE_IN = 5000;
/** What a pair counts that was never seen, as a share of what follows the letter. */
const UNSEEN = 2e-4;

const SCRIPTS = 'Latin Greek Cyrillic Hebrew Arabic Thai'
  .split(' ')
  .map(name => [name, new RegExp(`[\\p{L}\\p{M}]`, 'u'), new RegExp(`\\p{scx=${name}}`, 'u')] as const);

interface Language {
  lines: number;
  readonly pairs: Map<string, number>;
}

async function count(): Promise<ReadonlyMap<string, Language>> {
  const languages = new Map<string, Language>();
  for await (const line of createInterface({ input: process.stdin })) {
    const [name = '', , text = ''] = line.split('\t');
    const language = languages.get(name) ?? { lines: 0, pairs: new Map<string, number>() };
    languages.set(name, language);
    if (++language.lines > MOST_LINES) continue;
    let before = ' ';
    for (const char of text.normalize('NFC').toLowerCase()) {
      const now = /[\p{L}\p{M}]/u.test(char) && char.length === 1 ? char : ' ';
      if (before !== ' ' || now !== ' ')
        language.pairs.set(before + now, (language.pairs.get(before + now) ?? 0) + 1);
      before = now;
    }
  }
  for (const [name, { lines }] of languages) if (lines < LEAST_LINES) languages.delete(name);
  return languages;
}

function render(languages: ReadonlyMap<string, Language>): string {
  const sums = new Map<string, number>();
  for (const { pairs } of languages.values()) {
    let total = 0;
    for (const n of pairs.values()) total += n;
    for (const [pair, n] of pairs) sums.set(pair, (sums.get(pair) ?? 0) + n / total);
  }
  const used = new Set([...languages.values()].flatMap(({ pairs }) => [...lettersOf(pairs, ONCE_IN)]));
  const tables = SCRIPTS.map(([, letter, script]) => table(sums, used, letter, script));
  const alphabets = new Set(
    [...languages].filter(([name]) => name.endsWith('_Latn')).map(([, { pairs }]) => beyondAscii(pairs)),
  );
  return `// Made by test/eval/mojibake-letters.ts from counts over sentences in ${languages.size} languages. Don't edit.

/** Letters of a script, a space for what is none, and the cost of each after each, in sevenths of a nat plus 35. */
export const LETTERS: readonly (readonly [alphabet: string, costs: string])[] = [
${tables.map(([alphabet, costs]) => `  [${JSON.stringify(alphabet)}, ${JSON.stringify(costs)}],`).join('\n')}
];

/** Letters above ASCII of languages written in Latin letters, each language's in one word. */
export const ALPHABETS =
  ${JSON.stringify([...alphabets].sort().join(' '))};
`;
}

/** Letters above ASCII that a language uses at least once in this many. */
const LETTERS_A_LETTER = 20000;

function beyondAscii(pairs: ReadonlyMap<string, number>): string {
  return lettersOf(pairs, LETTERS_A_LETTER)
    .filter(letter => /(?![\0-\x7f])\p{L}/u.test(letter))
    .sort()
    .join('');
}

/** What a language uses at least once in so many letters, and more than four times. */
function lettersOf(pairs: ReadonlyMap<string, number>, onceIn: number): string[] {
  const letters = new Map<string, number>();
  let total = 0;
  for (const [pair, n] of pairs) {
    letters.set(pair.charAt(1), (letters.get(pair.charAt(1)) ?? 0) + n);
    total += n;
  }
  return [...letters].filter(([, n]) => n > 4 && n * onceIn >= total).map(([letter]) => letter);
}

function table(
  sums: ReadonlyMap<string, number>,
  used: ReadonlySet<string>,
  letter: RegExp,
  script: RegExp,
): [string, string] {
  const letters = new Map<string, number>();
  for (const [pair, n] of sums) {
    const now = pair.charAt(1);
    if (letter.test(now) && script.test(now)) letters.set(now, (letters.get(now) ?? 0) + n);
  }
  const total = [...letters.values()].reduce((a, b) => a + b, 0);
  const alphabet = [
    ' ',
    ...[...letters]
      .filter(([char, n]) => used.has(char) || n > total * LEAST_SHARE)
      .map(([char]) => char)
      .sort(),
  ];
  let costs = '';
  for (const a of alphabet) {
    const row = alphabet.map(b => sums.get(a + b) ?? 0);
    const sum = row.reduce((x, y) => x + y, 0);
    // What was never seen is shared out by how common the second letter is.
    for (const [i, b] of alphabet.entries()) {
      const base = b === ' ' ? 0.1 : (letters.get(b) ?? 0) / total;
      const share = ((row[i] ?? 0) + sum * UNSEEN * base * 20 + 1e-7) / (sum * (1 + UNSEEN * 20) + 1e-5);
      costs += String.fromCharCode(35 + Math.min(Math.round(-Math.log(share) * 7), 90));
    }
  }
  return [alphabet.join(''), costs.replaceAll('\\', ']')];
}

await main();
