import { random } from '../support/random.js';

const WORDS =
  'ferry harbour before fog lifted nobody quay remembered colder spring council answers plans autumn bridge traffic weeks neighbours river boat market cheese bread flowers honey'.split(
    ' ',
  );

export function story(seed: number): string {
  const next = random(seed);
  const word = (): string => WORDS[Math.floor(next() * WORDS.length)] ?? '';
  return Array.from({ length: 4 }, () => `${Array.from({ length: 45 }, word).join(' ')}.`).join('\n\n');
}

/** A record of JSON Lines. */
export function record(id: string, text: string, host: string): string {
  return `${JSON.stringify({ id, text, url: `https://${host}/${id}` })}\n`;
}

/** Pages of three hosts with a menu each; every fifth story stands on all of them. */
export function pages(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const host = `site${n % 3}.example`;
    const text = story(n % 5 === 0 ? n - (n % 15) : n);
    const more = n % 15 === 5 && n < 40 ? ' More' : '';
    return record(`p${n}`, `Menu of ${host.slice(0, 5)}\n\n${text}${more}\n\nAbout this site`, host);
  }).join('');
}

/** A paragraph that several pages of `quoting` hold. */
export function notice(n: number): string {
  return story(1000 + n).split('\n\n')[0] ?? '';
}

/** Pages with stories of their own; two in three hold one of four notices as well, some in other case and spaces. */
export function quoting(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const plain = notice(n % 4);
    const told = n % 5 === 0 ? plain.toUpperCase().replaceAll(' ', '  ') : plain;
    const [first = '', ...rest] = story(n).split('\n\n');
    const text = [first, ...(n % 3 === 0 ? [] : [told]), ...rest].join('\n\n');
    return record(`q${n}`, `Short heading\n\n${text}`, `quoting${n % 40}.example`);
  }).join('');
}
