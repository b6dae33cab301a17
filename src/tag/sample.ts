/** Most that a detector is shown of a text, in UTF-16 code units: longer ones are no surer. */
export const SAMPLE_UNITS = 600;

/** The start of a text and a piece of its middle, cut at white space where that is near. */
export function sample(text: string, limit = SAMPLE_UNITS): string {
  if (text.length <= limit) return text;
  const head = Math.floor((limit * 2) / 3);
  const middle = Math.max(head, (text.length >> 1) - (limit - head));
  return `${text.slice(0, cutNear(text, head))} ${text.slice(cutNear(text, middle), cutNear(text, middle + limit - head))}`;
}

/** How far back to look for white space, so that no word is cut. */
const LOOK_BACK = 40;

function cutNear(text: string, at: number): number {
  for (let back = 0; back < LOOK_BACK && at - back > 0; back++)
    if (/\s/.test(text.charAt(at - back))) return at - back;
  return at;
}

/** `text` without addresses, mail addresses, paths, numbers and anything that holds digits. */
export function withoutNoise(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = 0; start < text.length;) {
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    if (isSuspicious(text, start, end) && isNoise(text.slice(start, end))) {
      kept += text.slice(from, start);
      from = end;
    }
    start = end + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function isSpace(unit: number): boolean {
  if (unit < 0x2000) return unit <= SPACE || unit === 0xa0 || unit === 0x1680;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x3000;
}

/** Whether `text` holds a digit, a sign of addresses or paths, a stop inside a word, or a long run without a space. */
function isSuspicious(text: string, start = 0, end = text.length): boolean {
  let run = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= SPACE) run = 0;
    else if (++run > MAX_WORD) return true;
    if (unit < SIGNS.length ? SIGNS[unit] === 1 : false) return true;
    if (unit === STOP && at + 1 < end && text.charCodeAt(at + 1) > STOP) return true;
  }
  return false;
}

const SPACE = 0x20;
const STOP = 0x2e;
const SIGNS = new Uint8Array(0x80);
for (const sign of '0123456789@\\_/~') SIGNS[sign.charCodeAt(0)] = 1;

const DOMAIN =
  /^[\p{P}\p{S}]*[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12}(?:[/:?#]|[\p{P}\p{S}]*$)/iu;

function isNoise(token: string): boolean {
  if (isUnspaced(token)) return false;
  if (token.length > MAX_WORD) return true;
  if (/[0-9@\\_]/.test(token)) return true;
  if (token.includes('://') || /^[\p{P}\p{S}]*(?:www\.|~?\.{0,2}\/)/iu.test(token)) return true;
  if (token.indexOf('/') !== token.lastIndexOf('/')) return true;
  return DOMAIN.test(token);
}

/** Longer than any word that people write (UTF-16 code units). */
const MAX_WORD = 60;

/** Scripts of South and East Asia write without spaces, Ethiopic with a sign, so that a sentence is one token. */
function isUnspaced(token: string): boolean {
  return /[\u0e00-\u0fff\u1000-\u109f\u1200-\u139f\u1780-\u17ff\u3040-\ud7ff\uff66-\uff9f]/.test(
    token.slice(0, MAX_WORD),
  );
}
