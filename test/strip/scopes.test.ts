import { describe, expect, it } from 'vitest';
import { BODY, compile, P1, ruleFile, strip } from './helpers.js';

const DROP = ruleFile('line: Share');
const TEXT = `Share\n${P1}`;
const WITH = { lang: 'eng', host: 'news.example.com' };

describe('scopes', () => {
  it.each([
    ['a language', 'lang: [en]', { lang: 'eng' }, true],
    ['a language of three letters', 'lang: [eng]', { lang: 'eng' }, true],
    ['a variety of a language', 'lang: [cmn]', { lang: 'zho' }, true],
    ['another language', 'lang: [en]', { lang: 'spa' }, false],
    ['one of several', 'lang: [en, es]', { lang: 'spa' }, true],
    ['no language', 'lang: [en]', { lang: 'und' }, false],
    ['a host', 'host: [news.example.com]', WITH, true],
    ['its subdomain', 'host: [example.com]', WITH, true],
    ['www and case do not matter', 'host: [WWW.Example.com]', WITH, true],
    ['another host', 'host: [ample.com]', WITH, false],
    ['no host', 'host: [example.com]', {}, false],
    ['a host and a language', 'lang: [es]\nhost: [example.com]', WITH, false],
    ['level full at safe', 'level: full', {}, false],
    ['level full at full', 'level: full', { level: 'full' }, true],
    ['level safe at full', 'level: safe', { level: 'full' }, true],
  ] as const)('%s, of a rule and of a file', (_what, scope, context, fires) => {
    const wanted = fires ? P1 : TEXT;
    expect(strip(ruleFile(`line: Share\n${scope}`), TEXT, context).text).toBe(wanted);
    expect(strip(ruleFile('line: Share', `${scope}\n`), TEXT, context).text).toBe(wanted);
  });

  it('a rule narrows what its file says', () => {
    const rule = ruleFile('line: Share\nlang: [es]', 'lang: [en]\n');
    expect(strip(rule, TEXT, { lang: 'spa' }).text).toBe(P1);
    expect(strip(rule, TEXT, { lang: 'eng' }).text).toBe(TEXT);
  });

  it.each([
    ['head', `${BODY}\nShare`],
    ['body', `Share\n${BODY}\nShare`],
    ['tail', `Share\n${BODY}`],
  ])('position: %s', (position, left) => {
    const [first, second, ...rest] = BODY.split('\n');
    const text = ['Share', first, second, 'Share', ...rest, 'Share'].join('\n');
    const wanted = position === 'head' ? [first, second, 'Share', ...rest, 'Share'] : undefined;
    const result = strip(ruleFile(`line: Share\nposition: ${position}`), text).text;
    const expected = {
      head: wanted?.join('\n'),
      body: left,
      tail: ['Share', first, second, 'Share', ...rest].join('\n'),
    };
    expect(result).toBe(expected[position as 'head']);
  });
});

describe('what is left alone', () => {
  it('lines of the accept list, whole', () => {
    const options = { accept: ['Share'] };
    expect(strip(DROP, 'Share\nSHARE\nText', { options }).text).toBe('Share\nText');
  });

  it.each([
    ['a line', 'line: Share', 'Share\nText'],
    ['a block’s line', 'block: { from: Related, to: end }', `${BODY}\nRelated\nShare`],
    ['an edge', "prefix: 'Sha'", 'Share\nText'],
    ['a span', "span: { find: 'Sha', replace: Cha }", 'Share\nText'],
    ['a capture', "capture: { field: byline, line: '^(Share)$' }", `Share\n${P1}`],
    ['the head', 'head: {}', `Share\nOne two three four\n${P1}`],
  ])('a keep rule wins over %s', (_what, rule, text) => {
    const keep = { 'z.yml': ruleFile('keep: Share') };
    expect(strip({ 'a.yml': ruleFile(rule) }, text).text).not.toContain('\nShare\n');
    expect(strip({ 'a.yml': ruleFile(rule), ...keep }, text).text).toContain('Share');
  });

  it('a keep rule has scopes as well', () => {
    const rules = { 'a.yml': DROP, 'b.yml': ruleFile('keep: Share\nlang: [es]') };
    expect(strip(rules, TEXT, { lang: 'eng' }).text).toBe(P1);
    expect(strip(rules, TEXT, { lang: 'spa' }).text).toBe(TEXT);
  });

  it.each([
    ['the rule', ['en/share/one']],
    ['its file', ['en/share']],
    ['its folder', ['en']],
  ])('off: %s', (_what, off) => {
    expect(strip({ 'en/share.yml': DROP }, TEXT, { options: { off } }).text).toBe(TEXT);
  });

  it('off: a rule that there is none of is a warning with a suggestion', () => {
    const { diagnostics } = compile({ 'en/share.yml': DROP }, { off: ['en/share/on'] });
    expect(diagnostics).toMatchObject([{ severity: 'warning', hint: 'Did you mean "en/share/one"?' }]);
  });
});

describe('limits', () => {
  const limits = { share: 0.5, perDocument: 3 };

  it('a rule that would take too much is skipped, and says so', () => {
    const result = strip(DROP, 'Share\nText', { options: { limits } });
    expect(result.text).toBe('Share\nText');
    expect(result.skipped).toEqual([
      { by: 'a/one', note: 'would take 56 % of the document, more than 50 %' },
    ]);
  });

  it('a rule that would fire too often is skipped, and says so', () => {
    const text = `${'Share\n'.repeat(4)}${BODY}`;
    const result = strip(DROP, text, { options: { limits } });
    expect(result.text).toBe(text);
    expect(result.skipped).toEqual([{ by: 'a/one', note: 'would fire 4 times, more than 3' }]);
  });

  it('of a rule win over those of the run', () => {
    const rule = ruleFile('line: Share\nlimits: { share: 1, per-document: 9 }');
    expect(strip(rule, `${'Share\n'.repeat(4)}Text`, { options: { limits } })).toMatchObject({
      text: 'Text',
    });
  });

  it('hold back one rule, not the others', () => {
    const rules = { 'a.yml': DROP, 'b.yml': ruleFile('line: Print') };
    const text = `${'Share\n'.repeat(4)}Print\n${BODY}`;
    expect(strip(rules, text, { options: { limits } }).text).toBe(text.replace('Print\n', ''));
  });

  it('count what a span takes away', () => {
    const rule = ruleFile("span: { find: 'word ', replace: '' }");
    const result = strip(rule, `${'word '.repeat(3)}end of the line`, { options: { limits } });
    expect(result).toMatchObject({ text: 'end of the line' });
    expect(strip(rule, 'word word it', { options: { limits } }).skipped).toMatchObject([{ by: 'a/one' }]);
  });
});

describe('order', () => {
  it('of two rules that want the same line the earlier wins', () => {
    const rules = { 'b.yml': ruleFile('line: Share'), 'a.yml': ruleFile('line: { starts: Sha }') };
    expect(strip(rules, TEXT).edits.map(({ by }) => by)).toEqual(['a/one']);
  });

  it('of two spans that overlap the earlier wins', () => {
    const rules = {
      'a.yml': ruleFile("span: { find: 'abc', replace: X }"),
      'b.yml': ruleFile("span: { find: 'cde', replace: Y }"),
    };
    expect(strip(rules, 'abcde cde').text).toBe('Xde Y');
  });

  it('a user’s rule takes the place of the shipped one of its id', () => {
    const { ruleSet } = compile({ 'a.yml': DROP });
    expect(ruleSet.rules).toHaveLength(1);
  });
});
