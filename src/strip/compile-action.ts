import { ICON_KEYS } from './icons.js';
import { compileMatch, compileRegex, type Fault, isRegex, list, warnOfSigns } from './match.js';
import type { Action, BlockEnd, Guard, Matcher } from './rule.js';
import type { KINDS } from './kinds.js';
import type { EdgeSpec, RuleSpec } from './schema.js';

/** Measured on 481 pages: looser guards take body text from 5 to 8 % of them. */
const TAIL: Guard = { behind: 0.5, ahead: 0.15 };

/** Compiles what a rule does; undefined after a fault. */
export function compileAction(
  kind: (typeof KINDS)[number],
  spec: RuleSpec,
  usual: RepeatCounts,
  fault: Fault,
): Action | undefined {
  switch (kind) {
    case 'line':
    case 'keep': {
      const match = spec[kind] === undefined ? undefined : compileMatch(spec[kind], [kind], fault);
      return match && slowCheck({ kind, match }, [kind], fault);
    }
    case 'caption':
      return compileCaption(spec, fault);
    case 'block':
      return compileBlock(spec, fault);
    case 'prefix':
    case 'suffix':
      return spec[kind] === undefined ? undefined : compileEdge(kind, spec[kind], fault);
    case 'span':
      return compileSpan(spec, fault);
    case 'capture':
      return compileCapture(spec, fault);
    case 'icons':
      return spec.icons && { kind, how: spec.icons, match: { ...NEVER, keys: ICON_KEYS } };
    case 'classifier':
      return spec.classifier && { kind, atLeast: spec.classifier.atLeast };
    case 'duplicates':
      return spec.duplicates && { kind, of: spec.duplicates };
    case 'repeat':
      return compileRepeat(spec, usual, fault);
    case 'title':
    case 'head':
      return { kind };
  }
}

/** What pipeline.yml says of repeated lines, for rules that do not say it themselves. */
export interface RepeatCounts {
  readonly documents: number;
  readonly lines: number;
}

function compileRepeat({ repeat }: RuleSpec, usual: RepeatCounts, fault: Fault): Action | undefined {
  if (!repeat) return undefined;
  const { foot = false, share = foot ? 0 : 0.5, documents = usual.documents, lines = usual.lines } = repeat;
  if (lines > documents && repeat.documents !== undefined)
    fault(
      ['repeat'],
      `A line on ${lines} documents is asked of hosts that may have but ${documents}.`,
      `Make "documents" at least ${lines}.`,
    );
  return { kind: 'repeat', documents: Math.max(documents, lines), lines, share, foot };
}

const NEVER: Matcher = {
  test: () => false,
  maxWords: Infinity,
  beforeProse: true,
  beforeTitle: false,
  foreign: false,
  long: false,
  keys: [],
};

function slowCheck<T extends Action & { readonly match: Matcher }>(
  action: T,
  path: readonly string[],
  fault: Fault,
): T {
  if (action.match.keys.some(({ type }) => type === 'slow'))
    fault(
      path,
      'This rule is slow: it has to be tried on every line.',
      'Give its regex two or more letters that must occur, or a limited length between ^ and $.',
      true,
    );
  return action;
}

function compileCaption({ caption }: RuleSpec, fault: Fault): Action | undefined {
  if (caption === undefined) return undefined;
  const drop = typeof caption === 'object' && !Array.isArray(caption) && caption.drop === true;
  const match = compileMatch(caption, ['caption'], fault);
  return match && slowCheck({ kind: 'caption', match, drop }, ['caption'], fault);
}

function compileBlock({ block }: RuleSpec, fault: Fault): Action | undefined {
  if (!block) return undefined;
  const match = compileMatch(block.from, ['block', 'from'], fault);
  const to = compileEnd(block.to, fault);
  const guard = { behind: block.guard?.behind ?? TAIL.behind, ahead: block.guard?.ahead ?? TAIL.ahead };
  return match && to && slowCheck({ kind: 'block', match, to, guard }, ['block', 'from'], fault);
}

function compileEnd(to: NonNullable<RuleSpec['block']>['to'], fault: Fault): BlockEnd | undefined {
  if (typeof to === 'string') return { to };
  if ('lines' in to) return { to: 'lines', lines: to.lines };
  const compiled = compileRegex(to.regex, 'u', ['block', 'to', 'regex'], fault);
  return compiled && { to: 'regex', regex: compiled.regex };
}

function compileEdge(kind: 'prefix' | 'suffix', spec: EdgeSpec, fault: Fault): Action | undefined {
  const mapping = typeof spec === 'object' && !Array.isArray(spec);
  const sources = mapping ? list(spec.regex) : list(spec);
  const flags = mapping && spec.ignoreCase === true ? 'iu' : 'u';
  const path = mapping ? [kind, 'regex'] : [kind];
  if (!mapping) warnOfSigns(spec, path, fault);
  const compiled = sources.map((source, i) => {
    const at = sources.length > 1 ? [...path, i] : path;
    const regex = mapping || isRegex(source);
    const anchored = kind === 'prefix' ? source.startsWith('^') : source.endsWith('$');
    if (regex && !anchored)
      fault(
        at,
        `A ${kind} is tied to the ${kind === 'prefix' ? 'start' : 'end'} of the line.`,
        kind === 'prefix' ? 'Begin it with ^.' : 'End it with $.',
      );
    return compileRegex(regex ? source : edgeText(kind, source), regex ? flags : 'iu', at, fault);
  });
  if (compiled.some(one => !one)) return undefined;
  const good = compiled.filter(one => one !== undefined);
  const find = good.map(({ regex }) => regex);
  const test = (line: string): boolean => find.some(regex => regex.test(line));
  return slowCheck(
    { kind, find, match: { ...NEVER, test, keys: good.flatMap(({ keys }) => keys) } },
    path,
    fault,
  );
}

function edgeText(kind: 'prefix' | 'suffix', text: string): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return kind === 'prefix' ? `^${escaped}` : `${escaped}$`;
}

function compileSpan({ span }: RuleSpec, fault: Fault): Action | undefined {
  if (!span) return undefined;
  const compiled = compileRegex(span.find, 'gu', ['span', 'find'], fault);
  if (!compiled) return undefined;
  if (compiled.regex.test('')) {
    fault(
      ['span', 'find'],
      'This regular expression matches nothing at all, everywhere.',
      'Make at least one part of it required.',
    );
    return undefined;
  }
  return { kind: 'span', find: compiled.regex, replace: span.replace, literals: compiled.literals };
}

function compileCapture({ capture }: RuleSpec, fault: Fault): Action | undefined {
  if (!capture) return undefined;
  const { line, ignoreCase = false, field, leave = false } = capture;
  const compiled = compileRegex(line, ignoreCase ? 'iu' : 'u', ['capture', 'line'], fault);
  if (!compiled) return undefined;
  const { regex, keys } = compiled;
  if (!/\((?!\?)|\(\?<[^=!]/.test(line)) {
    fault(
      ['capture', 'line'],
      'This regular expression has no group, so there is nothing to capture.',
      'Put the part that is the value in ( ).',
    );
    return undefined;
  }
  const match = { ...NEVER, test: (text: string) => regex.test(text), keys };
  return slowCheck({ kind: 'capture', match, find: regex, field, leave }, ['capture', 'line'], fault);
}
