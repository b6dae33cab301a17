import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/core/diagnostic.js';
import { compile, ruleFile } from './helpers.js';

const check = (text: string) => compile({ 'en/a.yml': text });
const EXAMPLES = "    examples: [{ drop: 'x' }, { keep: 'y' }]\n";

describe('a fault is told with its place and what to do', () => {
  it.each([
    ['trap: a backspace', ruleFile('line: "\\bfoo"'), 4, 11, /backspace/, /'\\bfoo'/],
    ['trap: a comment', ruleFile('line: ^foo #bar'), 4, 11, /only: \^foo/, /'\^foo #bar'/],
    ['trap: a colon', ruleFile('line: ^Leer más: .*'), 4, 11, /./, /'\^Leer más: \.\*'/],
    ['no rule’s key', ruleFile('lien: Share'), 4, 5, /no "lien"/, /mean "line"/],
    ['no key of a pattern', ruleFile('line: { start: Share }'), 4, 13, /no "start"/, /mean "starts"/],
    ['a pattern that says nothing', ruleFile('line: { maxWords: 3 }'), 4, 11, /Say what matches/, /whole line/],
    ['a wrong type', ruleFile('line: 3'), 4, 11, /not 3/, /whole line/],
    ['no kind', ruleFile('level: full'), 2, 3, /does not say what it does/, /line, block/],
    ['two kinds', ruleFile('line: a\nkeep: b'), 2, 3, /line and keep: split/, /line, block/],
    ['no such language', ruleFile('line: a\nlang: [xx]'), 5, 12, /no language "xx"/, /ISO 639/],
    ['no such position', ruleFile('line: a\nposition: top'), 5, 15, /head, body or tail/, /second line of prose/],
    ['no such kind of block end', ruleFile('block: { from: a, to: stop }'), 4, 27, /end or blank/, /lines/],
    ['a share over 1', ruleFile('line: a\nlimits: { share: 5 }'), 5, 22, /a number of at most 1, not 5/, /largest share/],
    ['no reason', `rules:\n  one:\n    line: a\n${EXAMPLES}`, 3, 5, /"why" is missing/, /why it goes/],
    ['an empty reason', `rules:\n  one:\n    why: ' '\n    line: a\n${EXAMPLES}`, 3, 10, /./, /why it goes/],
    ['no examples', 'rules:\n  one:\n    why: x\n    line: a\n', 3, 5, /"examples" is missing/, /one that does not/],
    ['no example that fires', "rules:\n  one:\n    why: x\n    line: a\n    examples: [{ keep: 'y' }]\n", 5, 15, /takes or changes/, /drop/],
    ['no example that stays', "rules:\n  one:\n    why: x\n    line: a\n    examples: [{ drop: 'y' }]\n", 5, 15, /leave alone/, /keep/],
    ['a name with a space', `rules:\n  'on e':\n    why: x\n    line: a\n${EXAMPLES}`, 2, 3, /no name for a rule/, /letters/],
    ['no regex', ruleFile("line: '^foo('"), 4, 11, /not a regular expression/, /backslash/],
    ['no regex in a list', ruleFile("line: [a, '^foo(']"), 4, 15, /not a regular expression/, /backslash/],
    ['no regex of a pattern', ruleFile("line: { regex: ['^ok$', '^foo('] }"), 4, 29, /not a regular expression/, /./],
    ['an escape for nothing', ruleFile("line: '^a\\-\\%$'"), 4, 11, /not a regular expression/, /flag u/],
    ['exponential time', ruleFile("line: '^(\\w+\\s?)*$'"), 4, 11, /far longer/, /exponential.* For instance on 'a'\.repeat\(10000\) \+ '!'$/],
    ['quadratic time', ruleFile("span: { find: '\\s+$', replace: '' }"), 4, 19, /far longer/, /quadratic.* For instance on ' '\.repeat\(10000\) \+ '!'$/],
    ['a regex for the end of a block', ruleFile("block: { from: a, to: { regex: '.*a.*b.*' } }"), 4, 36, /far longer/, /./],
    ['a prefix that is not tied', ruleFile("prefix: { regex: 'AP - ' }"), 4, 22, /tied to the start/, /\^/],
    ['a suffix that is not tied', ruleFile("suffix: { regex: 'more' }"), 4, 22, /tied to the end/, /\$/],
    ['a capture without a group', ruleFile("capture: { field: byline, line: '^By .+$' }"), 4, 37, /no group/, /\( \)/],
    ['a span that matches nothing', ruleFile("span: { find: '(?:ab)?', replace: '' }"), 4, 19, /nothing at all/, /required/],
    ['rules that are a list', 'rules:\n  - line: a\n', 2, 3, /a mapping/, /Rules by their names/],
    ['no rules', 'lang: [en]\n', 1, 1, /"rules" is missing/, /Rules by their names/],
    ['a scope of the file', 'langs: [en]\nrules: {}\n', 1, 1, /no "langs"/, /mean "lang"/],
  ] as const)('%s', (_what, text, line, column, message, hint) => {
    const { ruleSet, diagnostics } = check(text);
    const [first] = diagnostics;
    expect(ruleSet.rules).toEqual([]);
    expect(first).toMatchObject({ severity: 'error', file: 'en/a.yml', line, column });
    expect(first?.message).toMatch(message);
    expect(first?.hint).toMatch(hint);
    expect(first && formatDiagnostic(first)).toContain(text.split('\n')[line - 1]?.trim());
  }); // prettier-ignore

  it('a slow rule loads and warns', () => {
    const { ruleSet, diagnostics } = check(ruleFile("line: '^\\w+$'"));
    expect(ruleSet.rules).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ severity: 'warning', line: 4, column: 11 }]);
  });

  it.each([
    ["line: 'in \\d+ minutes'", 4, 11],
    ["line: [Share, '/^foo/i']", 4, 19],
    ["suffix: ' \\[enlarge\\]'", 4, 13],
    ["line: '(?:Hear|Listen) it'", 4, 11],
  ])('%s loads as a text, with a warning that it looks like a regex', (body, line, column) => {
    const { ruleSet, diagnostics } = check(ruleFile(body));
    expect(ruleSet.rules).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ severity: 'warning', line, column }]);
    expect(diagnostics[0]?.message).toMatch(/taken as it stands/);
  });

  it.each(['Who? Me?', '(c) 2024 [Reuters] *', 'C++ 1.0 {a}', '$5 | €5', 'Read more...'])(
    '%s is a text',
    text => {
      expect(check(ruleFile(`line: '${text}'`)).diagnostics).toEqual([]);
    },
  );

  it('one bad rule stops no other, and all faults are told', () => {
    const bad = ruleFile('lien: a');
    const { ruleSet, diagnostics } = compile({
      'a.yml': bad,
      'b.yml': ruleFile('line: Share').replace(
        'rules:\n',
        `rules:\n  two:\n    why: x\n    line: '^a('\n${EXAMPLES}`,
      ),
      'c.yml': 'rules: [',
    });
    expect(ruleSet.rules.map(({ id }) => id)).toEqual(['b/one']);
    expect(diagnostics.map(({ file }) => file)).toEqual(['a.yml', 'b.yml', 'c.yml']);
  });

  it('a keep rule needs no example that fires', () => {
    const { diagnostics } = check(
      "rules:\n  one:\n    why: x\n    keep: Share\n    examples: [{ keep: 'Share' }]\n",
    );
    expect(diagnostics).toEqual([]);
  });
});
