import { createInterface } from 'node:readline';
import iconv from 'iconv-lite';
import { DOUBLE, repertoire, SINGLE, vietnamese } from './charset-pages.js';

/**
 * Derives src/decode/model-data.ts: how much each character costs in each language that legacy charsets are used for.
 *
 *     xz -dc text.tsv.xz | node .build/eval/charset-model.js | npx prettier --stdin-filepath x.ts > src/decode/model-data.ts
 *
 * Input lines: class (language_Script), source, text, separated by tabs. Every other line of a class is counted; those
 * left out are for test/eval/charset.ts. Only figures go into the output.
 */
async function main(): Promise<void> {
  const languages = await count();
  const fit = [...languages].filter(([, { lines, chars }]) => lines >= MIN_LINES && isInSomePage(chars));
  process.stdout.write(render(fit.map(([name, { chars }]) => [name, chars])));
}

/** Fewer lines tell little about a language's letters. */
const MIN_LINES = 1000;
/** A page that prints this share of a language's letters beyond ASCII has been used for it. */
const MIN_SHARE = 0.97;
/** A language with fewer letters beyond ASCII, such as English, has been written in any page. */
const NEXT_TO_NONE = 0.001;
/** Characters rarer than one in so many are as good as never seen. */
const RAREST = 60_000;
const RAREST_HAN = 300_000;

type Chars = Map<string, number>;

async function count(): Promise<Map<string, { lines: number; chars: Chars }>> {
  const languages = new Map<string, { lines: number; chars: Chars }>();
  const seen = new Map<string, number>();
  for await (const line of createInterface({ input: process.stdin })) {
    const [name = '', , text = ''] = line.split('\t');
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    if (n % 2 === 1) continue;
    for (const variety of varieties(name, text)) {
      const language = languages.get(variety) ?? { lines: 0, chars: new Map<string, number>() };
      languages.set(variety, language);
      language.lines++;
      for (const char of `${name === 'vie_Latn' ? vietnamese(text) : text.normalize('NFC')}\n`)
        if (char.length === 1) language.chars.set(char, (language.chars.get(char) ?? 0) + 1);
    }
  }
  return languages;
}

/** Chinese is told apart by the characters that only one of the two standards has. */
function varieties(name: string, text: string): string[] {
  if (name !== 'zho_Hani') return [name];
  const simplified = iconv.encode(text, 'gbk').every((byte, i, all) => byte < 0x80 || isGb2312(all, i));
  const traditional = !iconv.encode(text, 'big5').includes(0x3f);
  return [...(simplified || !traditional ? ['zho_Hans'] : []), ...(traditional ? ['zho_Hant'] : [])];
}

function isGb2312(bytes: Buffer, at: number): boolean {
  return (bytes[at] ?? 0) >= 0xa1;
}

function isInSomePage(chars: Chars): boolean {
  const beyond = [...chars].filter(([char]) => char > '\x7f' && /\p{L}|\p{M}/u.test(char));
  const total = beyond.reduce((sum, [, n]) => sum + n, 0);
  const all = [...chars.values()].reduce((a, b) => a + b, 0);
  if (total < all * NEXT_TO_NONE) return true;
  const share = (prints: (char: string) => boolean): number =>
    beyond.reduce((sum, [char, n]) => sum + (prints(char) ? n : 0), 0) / total;
  const isFarEastern =
    share(char => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(char)) > 0.5;
  if (isFarEastern)
    return DOUBLE.some(([, page]) => share(char => !iconv.encode(char, page).includes(0x3f)) >= MIN_SHARE);
  return SINGLE.some(page => {
    const all = repertoire(page);
    return share(char => all.has(char) || [...vietnamese(char)].every(part => all.has(part))) >= MIN_SHARE;
  });
}

/** Characters by their cost in half nats. */
function buckets(name: string, chars: Chars): string {
  const total = [...chars.values()].reduce((a, b) => a + b, 0);
  const least = total / (/Han|Kana|Hang/.test(name) ? RAREST_HAN : RAREST);
  const list: string[] = [];
  for (const [char, n] of [...chars].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (n < Math.max(2, least) || char < ' ' || /[\x7f-\x9f\ufffd\p{Co}\p{Cn}\p{Cf}]/u.test(char)) continue;
    const cost = Math.round(-Math.log(n / total) * 2);
    list[cost] = (list[cost] ?? '') + char;
  }
  return Array.from({ length: list.length }, (_, cost) => list[cost] ?? '').join('\t');
}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\xa0\xad\u0300-\u036f\u0590-\u08ff\u2000-\u206f\p{M}\p{Cf}]/gu,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function render(languages: readonly (readonly [string, Chars])[]): string {
  return `// Made by test/eval/charset-model.ts from counts over sentences in ${languages.length} languages. Don't edit.

/** By language, whose name stands before: the characters that cost 0, ½, 1, … nats, separated by tabs. */
export const LANGUAGES: readonly string[] = [
${languages.map(([name, chars]) => `  // ${name}\n  ${quote(buckets(name, chars))},`).join('\n')}
];
`;
}

await main();
