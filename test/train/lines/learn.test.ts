import { expect, it } from 'vitest';
import { render } from './encode.js';
import { learn } from './learn.js';
import { pageOf } from './pages.js';
import { choose, decodeModel } from './program.js';

const WORDS =
  'harbour ferry winter council letter bridge market river teacher engine garden window paper summer'.split(
    ' ',
  );
/** No rule names them. */
const MENU = [
  'Tide tables',
  'Fish prices',
  'Ferry times',
  'Old maps',
  'Boat sales',
  'Town hall',
  'Our island',
  'Weather station',
];

/** A site with a menu above and below a few sentences. */
const page = (site: number) => {
  const word = (i: number): string => WORDS[(i * 5 + site * 3) % WORDS.length] ?? '';
  const sentence = (i: number): string =>
    `The ${word(i)} of the ${word(i + 1)} was ${site + i} years old, and nobody in the ${word(i + 2)} had an answer for the ${word(i + 3)} that came after it.`;
  const body = Array.from({ length: 10 + (site % 7) }, (_, i) => sentence(i));
  const menu = MENU.slice(site % 3);
  return pageOf({
    id: `${site}@all`,
    page: String(site),
    dom: `site-${site}.example`,
    url: '',
    ptype: 'article',
    src: 'made',
    level: 'all',
    text: [...menu, ...body, ...menu.toReversed()].join('\n'),
    gold: body.join('\n'),
  });
};
const pages = Array.from({ length: 60 }, (_, site) => page(site));
const model = learn(pages);

it('learns from the same pages the same bytes', () => {
  expect(render(learn(pages))).toBe(render(model));
});

it('tells the menu of a site that it has not seen from its text', () => {
  const { lines, isContent } = page(1000);
  const dropped = choose(lines, decodeModel(model), 0.7);
  const of = (kind: boolean): number[] => lines.flatMap((_, i) => (isContent[i] === kind ? [i] : []));
  expect(of(true).length).toBeGreaterThan(9);
  expect(of(true).filter(i => dropped.has(i))).toEqual([]);
  expect(of(false).filter(i => dropped.has(i)).length).toBeGreaterThan(0.8 * of(false).length);
});
