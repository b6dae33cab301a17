/** Shorter lines are headings, labels and teasers about as often as sentences (UTF-16 units). */
const MIN_UNITS = 80;
/** CJK text says as much in a third of the units. */
const MIN_CJK = 30;
const MIN_SPACES = 8;

const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»」』)\]]*(?:\s|$)|[。！？]/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Whether `[start, end)` reads like running text: long, of many words, with the end of a sentence in it. */
export function isProse(text: string, start: number, end: number): boolean {
  const units = end - start;
  if (units < MIN_CJK) return false;
  const line = text.slice(start, Math.min(end, start + 2000));
  if (CJK.test(line)) return /[。！？].*[。！？]|.{60}/u.test(line) && SENTENCE_END.test(line);
  if (units < MIN_UNITS || !SENTENCE_END.test(line)) return false;
  let spaces = 0;
  for (let i = 0; i < line.length && spaces < MIN_SPACES; i++) if (line.charCodeAt(i) === 32) spaces++;
  return spaces >= MIN_SPACES;
}

export function countWords(line: string): number {
  return line.split(/\s+/).filter(Boolean).length;
}
