import { createInterface } from 'node:readline';

/**
 * Derives src/repair/mojibake/model-data.ts: how much each character, and each pair of kinds of characters, costs.
 *
 *     xz -dc text.tsv.xz | node .build/eval/mojibake-model.js | npx prettier --stdin-filepath x.ts > src/repair/mojibake/model-data.ts
 *
 * Input lines: language, source, text, separated by tabs. Only counts go into the output.
 */
async function main(): Promise<void> {
  const counts = await count();
  process.stdout.write(render(counts));
}

/** More lines of a language than this count for its characters only if it is written in Han or Hangul. */
const LINES_PER_LANGUAGE = 4000;
/** A pair of kinds that was never seen counts this much, a character this much. */
const UNSEEN_PAIR = 0.05;
const UNSEEN_CHAR = 0.2;

const KINDS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['end', /[\n\r]/],
  ['space', / /],
  ['nbsp', /[\u00a0\u2000-\u200a\u202f\u3000]/],
  ['lower', /[a-z]/],
  ['upper', /[A-Z]/],
  ['digit', /[0-9]/],
  ['stop', /[.,;:!?]/],
  ['apostrophe', /'/],
  ['quote', /"/],
  ['hyphen', /-/],
  ['open', /[([{<]/],
  ['close', /[)\]}>]/],
  ['ascii', /[\x21-\x7e\t]/],
  ['latin1-lower', /[ß-öø-ÿ]/],
  ['latin1-upper', /[À-ÖØ-Þ]/],
  ['latina-lower', /[\u0100-\u017f](?<=\p{Ll})/u],
  ['latina-upper', /[\u0100-\u017f](?<=\p{Lu})/u],
  ['latin-lower', /(?=\p{Ll})\p{Script=Latin}/u],
  ['latin-upper', /(?=\p{Lu})\p{Script=Latin}/u],
  ['greek-lower', /[\u0386-\u03ce](?<=\p{Ll})/u],
  ['greek-upper', /[\u0386-\u03ce](?<=\p{Lu})/u],
  ['cyr-lower', /[а-я]/],
  ['cyr-upper', /[А-Я]/],
  ['cyr1-lower', /[\u0450-\u045f\u0491]/],
  ['cyr1-upper', /[\u0400-\u040f\u0490]/],
  ['hw-kana', /[\uff61-\uff9f]/],
  ['double-quotes', /[“”„«»]/],
  ['single-quotes', /[‘’]/],
  ['low-quotes', /[‚‹›‟‛]/],
  ['dash', /[–—]/],
  ['ellipsis', /[…•]/],
  ['inverted', /[¡¿]/],
  ['marks', /[©®™]/],
  ['degree', /[°ºª²³¹]/],
  ['money', /\p{Sc}/u],
  ['fraction', /[¼½¾±×÷¬µ]/],
  ['section', /[§¶†‡‰·¦]/],
  ['accent', /[´¨¯¸ˆ˜˝˛ˇ˘˙˚]/],
  ['soft', /[\u00ad\u200b-\u200f\ufeff\u202a-\u202e\u2060-\u206f]/],
  ['c1', /[\x7f-\x9f]/],
  ['c0', /[\0-\x1f]/],
  ['lost', /\ufffd/],
  ['box', /[\u2500-\u25ff]/],
  ['arrow', /[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff]/],
  ['math', /\p{Sm}/u],
  ['selector', /[\ufe00-\ufe0f\u20e3]/],
  ['cjk-stop', /[\u3001-\u303f\uff01-\uff60\uffe0-\uffee\ufe30-\ufe4f]/],
  ['private', /\p{Co}/u],
  ['surrogate', /[\ud800-\udfff]/],
  ['unassigned', /\p{Cn}/u],
  ['han', /[\u4e00-\u9fff]/],
  ['han-rare', /\p{Script=Han}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ...'Hiragana Katakana Armenian Hebrew Arabic Syriac Thaana Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Ethiopic Cherokee Canadian_Aboriginal Khmer Mongolian Tifinagh Ol_Chiki Meetei_Mayek Javanese Greek Cyrillic Latin Bopomofo Yi Vai'
    .split(' ')
    .map(script => [script.toLowerCase(), new RegExp(`\\p{Script=${script}}`, 'u')] as const),
  ['combining', /\p{M}/u],
  ['modifier', /\p{Lm}/u],
  ['symbol', /[\p{S}\p{P}\p{N}\p{Z}]/u],
  ['other', /[^]/],
];

/** A few lines are broken at their source: what no text should hold stays as dear as if never seen. */
const NEVER = new Set(
  ['c1', 'c0', 'lost', 'private', 'unassigned'].map(name => KINDS.findIndex(([known]) => known === name)),
);
const EMOJI = KINDS.length;
const ASTRAL = KINDS.length + 1;
const SIZE = KINDS.length + 2;

const KIND_OF = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  KINDS.findIndex(([, pattern]) => pattern.test(String.fromCharCode(code))),
);

interface Counts {
  readonly languages: number;
  readonly pairs: Float64Array;
  readonly chars: Float64Array;
}

async function count(): Promise<Counts> {
  const pairs = new Float64Array(SIZE * SIZE);
  const chars = new Float64Array(0x10000);
  const seen = new Map<string, number>();
  for await (const line of createInterface({ input: process.stdin })) {
    const [lang = '', , text = ''] = line.split('\t');
    const n = seen.get(lang) ?? 0;
    seen.set(lang, n + 1);
    if (n >= LINES_PER_LANGUAGE && !/_(?:Han|Jpan|Kore|Hang)/.test(lang)) continue;
    const weight = n >= LINES_PER_LANGUAGE ? 0 : 1;
    let before = 0;
    for (const char of `${text.normalize('NFC')}\n`) {
      const now = kindOf(char);
      if (!NEVER.has(now)) {
        if (char.length === 1) add(chars, char.charCodeAt(0), 1);
        add(pairs, before * SIZE + now, weight);
      }
      before = now;
    }
  }
  return { languages: seen.size, pairs, chars };
}

function add(counts: Float64Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

function kindOf(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  if (point > 0xffff) return point >= 0x1f000 && point < 0x1fb00 ? EMOJI : ASTRAL;
  return KIND_OF[point] ?? 0;
}

/** Quarters of a nat, plus 35, as one character each. */
function pairCosts(pairs: Float64Array): string {
  let table = '';
  for (let a = 0; a < SIZE; a++) {
    const row = pairs.subarray(a * SIZE, (a + 1) * SIZE).map(n => n + UNSEEN_PAIR);
    const sum = row.reduce((x, y) => x + y);
    for (const n of row) table += String.fromCharCode(35 + Math.min(Math.round(-Math.log(n / sum) * 4), 90));
  }
  return table.replaceAll('\\', ']');
}

/** Half nats within its kind, for each character seen; and by kind, for those that were not. */
function charCosts(chars: Float64Array): { buckets: [number, string][]; unseen: number[] } {
  const totals = new Float64Array(SIZE);
  for (let code = 0; code < 0x10000; code++)
    add(totals, KIND_OF[code] ?? 0, (chars[code] ?? 0) + UNSEEN_CHAR);
  const buckets = new Map<number, string>();
  for (let code = 0x20; code < 0x10000; code++) {
    const n = chars[code] ?? 0;
    if (n < 1 || (code >= 0xd800 && code < 0xe000)) continue;
    const cost = Math.round(-Math.log((n + UNSEEN_CHAR) / (totals[KIND_OF[code] ?? 0] ?? 1)) * 2);
    buckets.set(cost, (buckets.get(cost) ?? '') + String.fromCharCode(code));
  }
  const unseen = Array.from(totals, total =>
    Math.round(Math.max(0, Math.log(Math.max(total, 1) / UNSEEN_CHAR)) * 2),
  );
  return { buckets: [...buckets].sort((a, b) => a[0] - b[0]), unseen };
}

const INVISIBLE =
  /[\x7f-\xa0\xad\u0300-\u036f\u0590-\u08ff\u200b-\u200f\u2028-\u206f\ufe00-\ufe0f\ufb1d-\ufdff\ufe70-\ufeff\p{M}\p{Cf}]/gu;

function quote(text: string): string {
  return JSON.stringify(text).replace(
    INVISIBLE,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function render({ languages, pairs, chars }: Counts): string {
  const { buckets, unseen } = charCosts(chars);
  const ranges: string[] = [];
  KIND_OF.forEach((kind, code) => {
    if (code === 0 || kind !== KIND_OF[code - 1]) ranges.push(`${code.toString(36)}:${kind.toString(36)}`);
  });
  return `// Made by test/eval/mojibake-model.ts from counts over sentences in ${languages} languages. Don't edit.

/** Kinds of characters; emoji and other astral characters come after the last range's kinds. */
export const KINDS = ${SIZE};
export const EMOJI = ${EMOJI};
export const ASTRAL = ${ASTRAL};
/** Where a new kind begins: code point and kind, in base 36. */
export const KIND_RANGES =
  '${ranges.join(' ')}';
/** Cost of kind b after kind a in quarters of a nat, plus 35, as one character each. */
export const PAIR_COSTS =
  ${quote(pairCosts(pairs))};
/** Cost in half nats of a character never seen, by kind. */
export const UNSEEN_COSTS: readonly number[] = [${unseen.join(', ')}];
/** Cost in half nats within its kind, and the characters that cost it. */
export const CHAR_COSTS: readonly (readonly [cost: number, chars: string])[] = [
${buckets.map(([cost, text]) => `  [${cost}, ${quote(text)}],`).join('\n')}
];
`;
}

await main();
