import { CUES } from './cues.js';

/** What a line tells by itself. */
export interface LineFacts {
  readonly row: readonly number[];
  /** Binary logarithm of its length in UTF-16 units. */
  readonly units: number;
  readonly endsSentence: number;
  readonly endsColon: number;
  readonly capitalised: number;
  readonly cues: number;
  /** About how many words, and how it begins and ends. */
  readonly shape: string;
}

/** Longer lines tell no more than their beginning and their end (UTF-16 units each). */
const LOOKED_AT = 1000;
const MANY_CUES = 3;

const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»」』)\]]*$/u;
const DATE =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|févr|avr|juil|août|déc|okt|dez|gen|mag|giu|lug|set|ott|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[\p{L}]{0,7}\b|[年月日]/iu;

export function lineFacts(whole: string): LineFacts {
  const line = whole.length <= 2 * LOOKED_AT ? whole : whole.slice(0, LOOKED_AT) + whole.slice(-LOOKED_AT);
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = count(line, /\p{L}/gu);
  const capitalised = words.filter(word => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length);
  const units = Math.log2(1 + whole.length);
  const endsSentence = Number(SENTENCE_END.test(line));
  const endsColon = Number(/[:：]$/u.test(line));
  const found = CUES.map(([, find]) => Math.min(MANY_CUES, count(line, find)));
  const share = (find: RegExp): number => count(line, find) / line.length;
  return {
    row: [
      units, Math.min(400, words.length), words.join('').length / Math.max(1, words.length),
      Math.min(20, count(line, /[.!?…。！？।؟۔]["'”’»」』)\]]*(?:\s|$)|[。！？]/gu)), endsSentence, endsColon, Number(/(?:\.\.\.|…|»|›|→|>)$/u.test(line)),
      share(/[,;،，、]/gu), share(/\p{Nd}/gu), count(line, /\p{Lu}/gu) / Math.max(1, letters), capitalised,
      Number(/^\p{Ll}/u.test(line)), Number(/^\p{Nd}/u.test(line)), Number(/^[^\p{L}\p{N}]/u.test(line)),
      Number(/https?:|www\.|@|\.com\b/u.test(line)), Math.min(9, count(line, /[|•·›»/▸→←✕×]/gu)), Number(DATE.test(line)), Number(/\b\d{1,2}[:h.]\d{2}\b/u.test(line)),
      Number(/[$€£¥₽₹]|\b(?:USD|EUR)\b/u.test(line)), Math.min(9, count(line, /\p{Ll}\p{Lu}/gu)), Number(/["“”«»„「『]/u.test(line)), letters / line.length,
      ...found,
    ], // prettier-ignore
    units,
    endsSentence,
    endsColon,
    capitalised,
    cues: found.reduce((sum, one) => sum + one, 0),
    shape: `${Math.round(2 * Math.log2(1 + words.length))}${endsSentence}${capitalised > 0.6 ? 'C' : 'c'}${/^[^\p{L}]/u.test(line) ? '-' : ''}`,
  };
}

function count(text: string, find: RegExp): number {
  return text.match(find)?.length ?? 0;
}
