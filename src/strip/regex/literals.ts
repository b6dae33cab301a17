import type { RegexNode } from './parse.js';

/** More alternatives than this are not worth their place in the index. */
const MAX_STRINGS = 96;
/** One letter occurs on every line. */
const MIN_UNITS = 2;

/** Strings of which every match holds at least one; undefined when there are none worth looking for. */
export function requiredLiterals(node: RegexNode): readonly string[] | undefined {
  const best = required(node);
  return best && Math.min(...best.map(({ length }) => length)) >= MIN_UNITS ? best : undefined;
}

/** Strings with one of which every match begins, at the start of the text; undefined when there are none. */
export function startLiterals(node: RegexNode): readonly string[] | undefined {
  if (node.type === 'alt') return union(node.options.map(startLiterals));
  const [first, ...parts] = node.type === 'seq' ? node.parts : [];
  if (first?.type !== 'assert' || first.at !== 'start') return undefined;
  let run: Strings = [''];
  for (const part of parts) {
    const strings = finite(part);
    const longer: Strings = strings && cross(run, strings);
    if (!longer) break;
    run = longer;
  }
  return run.some(one => one === '') ? undefined : run;
}

type Strings = readonly string[] | undefined;

function required(node: RegexNode): Strings {
  const all = finite(node);
  if (all) return all;
  switch (node.type) {
    case 'seq':
      return ofSequence(node.parts);
    case 'alt':
      return union(node.options.map(required));
    case 'repeat':
      return node.min > 0 ? required(node.body) : undefined;
    default:
      return undefined;
  }
}

function ofSequence(parts: readonly RegexNode[]): Strings {
  let best: Strings;
  let run: readonly string[] = [''];
  for (const part of parts) {
    const strings = finite(part);
    const longer = strings && cross(run, strings);
    if (longer) {
      run = longer;
      continue;
    }
    best = better(better(best, run), strings ?? required(part));
    run = strings ?? [''];
  }
  return better(best, run);
}

function better(a: Strings, b: Strings): Strings {
  if (!a || !b) return a ?? b;
  return worth(b) > worth(a) ? b : a;
}

/** The shortest string decides how often the index answers in vain, the number of strings how large it is. */
function worth(strings: readonly string[]): number {
  return Math.min(8, ...strings.map(({ length }) => length)) - strings.length / MAX_STRINGS;
}

/** Everything that the node matches, if that is a short list. Assertions match ''. */
function finite(node: RegexNode): Strings {
  switch (node.type) {
    case 'char':
      return node.chars;
    case 'assert':
    case 'look':
      return [''];
    case 'seq':
      return node.parts.map(finite).reduce((run, one) => run && one && cross(run, one), ['']);
    case 'alt':
      return union(node.options.map(finite));
    case 'repeat': {
      const body = finite(node.body);
      if (!body || node.max > 3) return undefined;
      let power: Strings = [''];
      let strings: Strings = node.min === 0 ? [''] : [];
      for (let n = 1; n <= node.max; n++) {
        power = power && cross(power, body);
        if (n >= node.min) strings = union([strings, power]);
      }
      return strings;
    }
    default:
      return undefined;
  }
}

function union(lists: readonly Strings[]): Strings {
  const all = new Set<string>();
  for (const list of lists) {
    if (!list) return undefined;
    for (const one of list) all.add(one);
  }
  return all.size > 0 && all.size <= MAX_STRINGS ? [...all] : undefined;
}

function cross(a: readonly string[], b: readonly string[]): Strings {
  if (a.length * b.length > MAX_STRINGS) return undefined;
  return a.flatMap(one => b.map(two => one + two));
}

/** The longest match in UTF-16 units, Infinity where there is no limit. */
export function longestMatch(node: RegexNode): number {
  switch (node.type) {
    case 'char':
      return node.chars ? Math.max(...node.chars.map(({ length }) => length)) : 2;
    case 'seq':
      return node.parts.reduce((total, part) => total + longestMatch(part), 0);
    case 'alt':
      return Math.max(...node.options.map(longestMatch));
    case 'repeat':
      return node.max === 0 ? 0 : longestMatch(node.body) * node.max;
    case 'reference':
      return Infinity;
    default:
      return 0;
  }
}

/** Whether every match begins at the start of the text, or ends at its end. */
export function isAnchored(node: RegexNode, at: 'start' | 'end'): boolean {
  if (node.type === 'assert') return node.at === at;
  if (node.type === 'alt') return node.options.every(option => isAnchored(option, at));
  if (node.type !== 'seq') return false;
  const edge = node.parts.at(at === 'start' ? 0 : -1);
  return edge !== undefined && isAnchored(edge, at);
}
