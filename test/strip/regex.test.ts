import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/strip/fold.js';
import { longestMatch, requiredLiterals } from '../../src/strip/regex/literals.js';
import { parseRegex } from '../../src/strip/regex/parse.js';
import { superLinear } from '../../src/strip/regex/safety.js';

describe('superLinear', () => {
  it.each([
    String.raw`\s+$`, String.raw`(a+)+$`, String.raw`^(\w+\s?)*$`, String.raw`^(a|ab|b)*c$`, String.raw`^(a|a)*$`, String.raw`^(a?)*$`, String.raw`^(?:.*,)*x$`,
    String.raw`.*foo.*bar`, String.raw`^.*foo.*$`, String.raw`^\s*\w*\s*$x?\s*`, String.raw`(\w)\1+`, String.raw`[a-z]+@[a-z]+`, String.raw`^(\d+|\w+)*:$`, String.raw`(?:x{1,500}){1,500}y`, String.raw`^(?:[a-z]+-?){1,3}!$`, String.raw`^(?:a+){2}$`,
    String.raw`(?=\d+[^\d])(?<=of)`, String.raw`(?<=\d+)x`, String.raw`(?<=x\d*)\d`, String.raw`(?:x|\s+)y`, String.raw`(?:\s+y){0,2}z`, String.raw`(?<=x?)\d+y`, String.raw`(?<!\s)\d+y`,
  ])('refuses %s', source => {
    expect(superLinear(parseRegex(source), 'u')?.why).toMatch(/can|cannot/);
  }); // prettier-ignore

  it.each([
    String.raw`^Share$`, String.raw`^\d{1,2}:\d{2}$`, String.raw`^More in [A-Z]\w+$`, String.raw`^By .{1,80}$`, String.raw`\s{1,20}$`, String.raw`^(?:ab|cd)*$`, String.raw`^\w+(?: \w+){0,9}$`,
    String.raw`(?<=\p{Ll})’(?=\p{Ll})`, String.raw`^(?:a|b|c)+$`, String.raw`^[^:]*:\s*$`, String.raw`^\p{Lu}[\p{L}-]*(?:, \p{Lu}[\p{L}-]*){0,9}$`,
    String.raw`(?<=[a-z])(?=\d+[^\d])`, String.raw`(?<!\d)\d+x`, String.raw`(?<=x\d{2})[a-f]+!`, String.raw`a(?:b\s+|c)d`, String.raw`^(?=.*foo)x`,
  ])('takes %s', source => {
    expect(superLinear(parseRegex(source), 'u')).toBeUndefined();
  }); // prettier-ignore
});

describe('requiredLiterals', () => {
  it.each([
    ['^Share this$', ['Share this']],
    ['^(?:Share|Print) it$', ['Share it', 'Print it']],
    [String.raw`^\d+ comments?$`, [' comment', ' comments']],
    [String.raw`^colou?r \w+$`, ['color ', 'colour ']],
    [String.raw`^\w+$`, undefined],
    ['^a.b$', undefined],
    ['(?:ab)?', undefined],
    [String.raw`^(?:foo|\w+)$`, undefined],
    [String.raw`\u0041\x42c`, ['ABc']],
    [String.raw`^\(AP\) [–—] `, ['(AP) – ', '(AP) — ']],
    [String.raw`^(?<name>foo)bar`, ['foobar']],
    ['(?=foo)bar', ['bar']],
  ])('%s', (source, expected) => {
    expect(requiredLiterals(parseRegex(source))).toEqual(expected);
  });

  it('every match holds one of them, and is no longer than longestMatch says', () => {
    const atom = fc.oneof(
      fc.constantFrom('a', 'b', 'ñ', '你', '[ab]', '.', String.raw`\d`, 'é', String.raw`\.`),
      fc.constantFrom('(?:ab|c)', '(?:a|bc|ñ)', '(b)'),
    );
    const part = fc.tuple(atom, fc.constantFrom('', '?', '+', '{2}', '{0,2}', '*')).map(([a, q]) => a + q);
    const regexes = fc.array(part, { minLength: 1, maxLength: 6 }).map(parts => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ñ', '你', 'é', '1', '.'), maxLength: 12 });
    fc.assert(
      fc.property(regexes, text, (source, line) => {
        const node = parseRegex(source);
        const found = new RegExp(source, 'u').exec(line);
        if (!found) return;
        const literals = requiredLiterals(node);
        if (literals) expect(literals.some(one => found[0].includes(one))).toBe(true);
        expect(found[0].length).toBeLessThanOrEqual(longestMatch(node));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fold', () => {
  it('is at least as coarse as a regex that ignores case', () => {
    for (let unit = 0x20; unit < 0x2fff; unit++) {
      const char = String.fromCharCode(unit);
      for (const other of [char.toLowerCase(), char.toUpperCase()])
        if (
          /^.$/u.test(other) &&
          /^[^\\^$.*+?()[\]{}|/-]$/u.test(char) &&
          new RegExp(`^${char}$`, 'iu').test(other)
        )
          expect(fold(other)).toBe(fold(char));
    }
  });
});
