import { describe, expect, it } from 'vitest';
import { apply } from '../../src/core/edits.js';
import { memoryBins } from '../../src/settle/bins.js';
import { furniture } from '../../src/settle/furniture.js';
import { lineKeys } from '../../src/settle/lines.js';
import { countRepeats } from '../../src/settle/repeats.js';
import { loadRules } from '../../src/rules/load.js';
import { compileRules } from '../../src/strip/compile.js';
import { repeatRules } from '../../src/strip/repeat-rules.js';
import { type Page, sites } from '../support/site.js';
import { scoreSites } from '../support/site-score.js';

const RULES = repeatRules(compileRules(loadRules('').files).ruleSet, 'safe');
const LEAST = RULES.least ?? { documents: 0, lines: 0, share: 0 };

/** The lines that each page keeps, by the rules that limpia brings. */
function cleaned(pages: readonly Page[]): string[][] {
  const texts = pages.map(({ host, lines }) => ({ host, text: lines.map(line => line.text).join('\n') }));
  const rows = texts.map(({ host, text: page }) => ({ host, ...lineKeys(page, host) }));
  const { documents, holding } = countRepeats(() => rows, LEAST, memoryBins);
  return texts.map(({ host, text: page }) => {
    const counts = { host, documents: documents(host), holding };
    const { edits } = furniture(page, '', counts, RULES.rulesFor(page, { lang: 'und', site: host }));
    return apply(page, edits).split('\n');
  });
}

describe('furniture of made sites', () => {
  const pages = sites(50, 7);
  const { furniture: all, found, body, lost, early } = scoreSites(pages, cleaned(pages), LEAST.documents);

  it('is found', () => {
    expect(all).toBeGreaterThan(10_000);
    expect(found / all).toBeGreaterThanOrEqual(0.95);
  });

  it('and bodies stay, with headlines that recur, re-posts, series and stock phrases', () => {
    expect(body).toBeGreaterThan(10_000);
    expect(lost.length / body, lost.slice(0, 20).join('\n')).toBeLessThanOrEqual(0.001);
  });

  it('and hosts of few pages stay as they are', () => {
    expect(early).toBe(0);
  });
});

describe('what never goes', () => {
  const page = (n: number, extra: readonly string[]): Page => ({
    id: String(n),
    host: 'a.example',
    lines: [
      'Menu',
      `Story number ${'abcdefghijkl'.charAt(n)} of the day`,
      ...extra,
      `It was told in ${'abcdefghijkl'.charAt(n)} town.`,
    ].map(text => ({ text, isFurniture: false })),
  });
  const pages = (count: number, extra: readonly string[]): Page[] =>
    Array.from({ length: count }, (_, n) => page(n, extra));
  const long = `${'It is long prose that every page repeats, '.repeat(6)}and it stays.`;

  it.each<[string, number, readonly string[], string, boolean]>([
    ['goes where eight pages have it', 8, [], 'Menu', false],
    ['not where there are fewer', 7, [], 'Menu', true],
    ['long prose', 9, [long], long, true],
    [
      'a sentence within the body',
      9,
      ['The visitors made two changes at half time.'],
      'The visitors made two changes at half time.',
      true,
    ],
    ['a line without letters', 9, ['* * *'], '* * *', true],
  ])('%s', (_, count, extra, line, stays) => {
    for (const lines of cleaned(pages(count, extra))) expect(lines.includes(line)).toBe(stays);
  });

  it('the document’s own title', () => {
    const text = `Weather\n${long}\nHome`;
    const counts = { host: 'h', documents: 9, holding: () => 9 };
    const rules = RULES.rulesFor(text, { lang: 'und', site: 'h' });
    const { edits } = furniture(text, 'Weather', counts, rules);
    expect(edits.map(({ removed, by, note }) => [removed, by, note])).toEqual([
      ['\nHome', 'repeat/common', 'on 9 of 9 documents of h'],
    ]);
  });

  it('re-posts count once', () => {
    const repost: Page = {
      id: 'r',
      host: 'a.example',
      lines: ['Subhead', 'The same story that was told before in this town.'].map(text => ({
        text,
        isFurniture: false,
      })),
    };
    const others = pages(8, []).map(({ lines, ...rest }) => ({ ...rest, lines: lines.slice(1) }));
    for (const lines of cleaned([...others, ...Array.from({ length: 12 }, () => repost)]).slice(8))
      expect(lines).toContain('Subhead');
  });
});
