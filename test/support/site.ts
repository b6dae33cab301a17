import { random } from './random.js';

/** A page of a made site: its lines, and which of them are furniture. */
export interface Page {
  readonly id: string;
  readonly host: string;
  readonly lines: readonly { readonly text: string; readonly isFurniture: boolean }[];
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi zo kan der lin mor pel tas'.split(' ');
const COLUMNS = ['Weather', 'Letters to the editor', 'Births and deaths', 'Crossword', 'The week ahead'];
const STOCK = [
  'Sir,',
  'Yours faithfully,',
  'Service times will be announced.',
  'In lieu of flowers, please give to the hospice.',
];
const BYLINES = ['By our reporter', 'By the editor', 'From our correspondent', 'By the sports desk'];

/**
 * Sites of 3 to 500 pages with furniture round known bodies; the same for the same seed. Headlines recur, pages are posted
 * again, series have a common opening, letters and obituaries stock phrases.
 * @param known the lines of bodies to use, one after another; made ones where there are none.
 */
export function sites(count: number, seed: number, known: readonly (readonly string[])[] = []): Page[] {
  let used = 0;
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const word = (): string => Array.from({ length: 1 + below(3) }, () => pick(SYLLABLES)).join('');
  const words = (n: number): string => {
    const text = Array.from({ length: n }, word).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const paragraph = (): string =>
    Array.from({ length: 1 + below(4) }, () => `${words(6 + below(14))}.`).join(' ');

  return Array.from({ length: count }, (_, site) => {
    const host = `site-${site}.example`;
    const pages = Math.round(3 * (500 / 3) ** (site / Math.max(1, count - 1)));
    const menu = Array.from({ length: 3 + below(6) }, () => words(1 + below(2)));
    const feet = [...Array.from({ length: 2 + below(5) }, () => words(2 + below(4))), `${words(9)}.`];
    const cookie = `${words(8)}. ${words(5)}.`;
    const label = words(2);
    const related = words(2);
    const teasers = Array.from({ length: Math.max(2, Math.floor(pages / 6)) }, () => words(4 + below(5)));
    const opening = `${words(14)}.`;
    const bodies: string[][] = [];

    return Array.from({ length: pages }, (__, page): Page => {
      const kind = next();
      const ready = known[used++ % Math.max(1, known.length)];
      let body = ready ? [...ready] : Array.from({ length: 3 + below(8) }, paragraph);
      // A few pages tell again what another one told.
      if (kind < 0.04 && bodies.length > 0) body = [...pick(bodies)];
      else if (kind < 0.12) body = ['Sir,', ...body, 'Yours faithfully,', words(2)];
      else if (kind < 0.2) body = [...body, pick(STOCK), `${words(7)}.`];
      else if (kind < 0.28) body = [opening, ...body];
      else if (kind < 0.4) body.splice(1, 0, words(3));
      bodies.push(body);
      const headline = next() < 0.12 ? pick(COLUMNS) : words(4 + below(5));
      const own = (text: string) => ({ text, isFurniture: false });
      const made = (text: string) => ({ text, isFurniture: true });
      const [first = '', ...rest] = body;
      const lines = [
        ...(next() < 0.7 ? [made(cookie)] : []),
        ...menu.map(made),
        own(headline),
        ...(next() < 0.5 ? [own(pick(BYLINES))] : []),
        own(first),
        ...(next() < 0.8 ? [made(label)] : []),
        ...rest.map(own),
        made(related),
        ...Array.from({ length: 3 }, () => made(pick(teasers))),
        ...feet.map(made),
      ];
      return { id: `${host}/${page}`, host, lines };
    });
  }).flat();
}
