// Derives src/repair/mojibake/model-data.ts: how much each character, and each pair of kinds of characters, costs.
// usage: xz -dc text.tsv.xz | node scripts/mojibake-model.mjs > src/repair/mojibake/model-data.ts
// Input lines: language, source, text, separated by tabs. Only counts go into the output.
import { createInterface } from 'node:readline';

const LINES_PER_LANGUAGE = 4000;
/** Costs are kept in eighths of a nat. */
const STEP = 8;

const KINDS = [
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
    .map(script => [script.toLowerCase(), new RegExp(`\\p{Script=${script}}`, 'u')]),
  ['combining', /\p{M}/u],
  ['modifier', /\p{Lm}/u],
  ['symbol', /[\p{S}\p{P}\p{N}\p{Z}]/u],
  ['other', /[^]/],
];

const kind = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const char = String.fromCharCode(code);
  kind[code] = KINDS.findIndex(([, pattern]) => pattern.test(char));
}
const EMOJI = KINDS.length;
const ASTRAL = KINDS.length + 1;
const count = KINDS.length + 2;

const NEVER = new Set(['c1', 'c0', 'lost', 'private', 'unassigned']);
const pairs = new Float64Array(count * count);
const chars = new Float64Array(0x10000);
const seen = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const [lang = '', , text = ''] = line.split('\t');
  const n = seen.get(lang) ?? 0;
  seen.set(lang, n + 1);
  if (n >= LINES_PER_LANGUAGE && !/_(?:Han|Jpan|Kore|Hang)/.test(lang)) continue;
  const weight = n >= LINES_PER_LANGUAGE ? 0 : 1;
  let before = 0;
  for (const char of `${text.normalize('NFC')}\n`) {
    const point = char.codePointAt(0);
    let now = point > 0xffff ? (point >= 0x1f000 && point < 0x1fb00 ? EMOJI : ASTRAL) : kind[point];
    // A few lines are broken at their source: what no text should hold stays as dear as if never seen.
    if (now <= ASTRAL && NEVER.has(KINDS[now]?.[0])) { before = now; continue; }
    if (point <= 0xffff) chars[point] += 1;
    pairs[before * count + now] += weight;
    before = now;
  }
}

let table = '';
for (let a = 0; a < count; a++) {
  let sum = 0;
  for (let b = 0; b < count; b++) sum += pairs[a * count + b] + 0.05;
  for (let b = 0; b < count; b++) {
    const cost = -Math.log((pairs[a * count + b] + 0.05) / sum);
    table += String.fromCharCode(35 + Math.min(Math.round(cost * 4), 90)).replace('\\', ']');
  }
}

const totals = new Float64Array(count);
const sizes = new Float64Array(count);
for (let code = 0; code < 0x10000; code++) {
  totals[kind[code]] += chars[code] + 0.2;
  sizes[kind[code]]++;
}
const buckets = new Map();
for (let code = 0x20; code < 0x10000; code++) {
  if (chars[code] < 1 || (code >= 0xd800 && code < 0xe000)) continue;
  const cost = Math.round(-Math.log((chars[code] + 0.2) / totals[kind[code]]) * 2);
  buckets.set(cost, (buckets.get(cost) ?? '') + String.fromCharCode(code));
}
const unseen = Array.from(totals, total => Math.round(Math.max(0, -Math.log(0.2 / Math.max(total, 1))) * 2));
const ranges = [];
for (let code = 0; code < 0x10000; code++) if (code === 0 || kind[code] !== kind[code - 1]) ranges.push(`${code.toString(36)}:${kind[code].toString(36)}`);

const escape = text => JSON.stringify(text).replace(/[\x7f-\xa0\xad\u0300-\u036f\u0590-\u08ff\u200b-\u200f\u2028-\u206f\ufe00-\ufe0f\ufb1d-\ufdff\ufe70-\ufeff\p{M}\p{Cf}]/gu, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
console.log(`// Made by scripts/mojibake-model.mjs from counts over sentences in ${seen.size} languages. Don't edit.

/** Kinds of characters; emoji and other astral characters come after the last range's kinds. */
export const KINDS = ${count};
export const EMOJI = ${EMOJI};
export const ASTRAL = ${ASTRAL};
/** Where a new kind begins: code point and kind, in base 36. */
export const KIND_RANGES =
  '${ranges.join(' ')}';
/** Cost of kind b after kind a in quarters of a nat, plus 35, as one character each. */
export const PAIR_COSTS =
  ${escape(table)};
/** Cost in half nats of a character never seen, by kind. */
export const UNSEEN_COSTS: readonly number[] = [${unseen.join(', ')}];
/** Cost in half nats within its kind, and the characters that cost it. */
export const CHAR_COSTS: readonly (readonly [cost: number, chars: string])[] = [
${[...buckets].sort((a, b) => a[0] - b[0]).map(([cost, text]) => `  [${cost}, ${escape(text)}],`).join('\n')}
];`);
process.stderr.write(KINDS.map(([name], i) => `${i}:${name}`).join(' ') + '\n');
