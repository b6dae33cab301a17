/** A regular expression as a tree: enough of it to find literals in it and to foresee how long it may run. */
export type RegexNode =
  | CharNode
  | { readonly type: 'seq'; readonly parts: readonly RegexNode[] }
  | { readonly type: 'alt'; readonly options: readonly RegexNode[] }
  | RepeatNode
  | { readonly type: 'assert'; readonly at: 'start' | 'end' | 'edge' }
  | LookNode
  | { readonly type: 'reference' };

/** Matches one code point. */
export interface CharNode {
  readonly type: 'char';
  readonly source: string;
  /** What it matches, where that is a short list. */
  readonly chars: readonly string[] | undefined;
}

export interface RepeatNode {
  readonly type: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  readonly max: number;
}

/** Matches no code point, but wants some before or behind the place, or wants them not. */
export interface LookNode {
  readonly type: 'look';
  readonly body: RegexNode;
  readonly isBehind: boolean;
  readonly isNegative: boolean;
}

/** Parses a source that `new RegExp(source, 'u')` accepts. */
export function parseRegex(source: string): RegexNode {
  const units = Array.from(source);
  const state = { units, at: 0 };
  return parseOptions(state);
}

interface State {
  readonly units: readonly string[];
  at: number;
}

function rest(state: State): string {
  return state.units.slice(state.at, state.at + 24).join('');
}

function parseOptions(state: State): RegexNode {
  const options = [parseSequence(state)];
  while (state.units[state.at] === '|') {
    state.at++;
    options.push(parseSequence(state));
  }
  const [only] = options;
  return options.length === 1 && only ? only : { type: 'alt', options };
}

function parseSequence(state: State): RegexNode {
  const parts: RegexNode[] = [];
  for (;;) {
    const unit = state.units[state.at];
    if (unit === undefined || unit === '|' || unit === ')') break;
    parts.push(parseQuantifier(state, parseAtom(state, unit)));
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : { type: 'seq', parts };
}

function parseQuantifier(state: State, body: RegexNode): RegexNode {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(rest(state));
  if (!found) return body;
  const [all, sign, from = '0', comma, to = ''] = found;
  state.at += all.length;
  if (sign === '*') return { type: 'repeat', body, min: 0, max: Infinity };
  if (sign === '+') return { type: 'repeat', body, min: 1, max: Infinity };
  if (sign === '?') return { type: 'repeat', body, min: 0, max: 1 };
  const max = comma === '' ? Number(from) : to === '' ? Infinity : Number(to);
  return { type: 'repeat', body, min: Number(from), max };
}

function parseAtom(state: State, unit: string): RegexNode {
  switch (unit) {
    case '^':
    case '$':
      state.at++;
      return { type: 'assert', at: unit === '^' ? 'start' : 'end' };
    case '(':
      return parseGroup(state);
    case '[':
      return parseClass(state);
    case '\\':
      return parseEscape(state);
    case '.':
      state.at++;
      return { type: 'char', source: '.', chars: undefined };
    default:
      state.at++;
      return literal(unit);
  }
}

function parseGroup(state: State): RegexNode {
  const head = /^\((?:\?(?::|(<?[=!])|<[^>]*>))?/.exec(rest(state));
  // A group's name may be longer than what `rest` shows.
  state.at += head?.[0].length ?? 1;
  if (head?.[0] === '(' && state.units[state.at] === '?') {
    while (state.units[state.at] !== '>') state.at++;
    state.at++;
  }
  const body = parseOptions(state);
  state.at++;
  const sign = head?.[1];
  if (sign === undefined) return body;
  return { type: 'look', body, isBehind: sign.startsWith('<'), isNegative: sign.endsWith('!') };
}

function parseClass(state: State): CharNode {
  const start = state.at++;
  while (state.units[state.at] !== ']') state.at += state.units[state.at] === '\\' ? 2 : 1;
  state.at++;
  const source = state.units.slice(start, state.at).join('');
  const plain = /^\[((?:[^\\^\]-]|\\[^\w])+)\]$/u.exec(source)?.[1];
  const chars = plain === undefined ? undefined : Array.from(plain.replace(/\\([^\w])/gu, '$1'));
  return { type: 'char', source, chars };
}

function parseEscape(state: State): RegexNode {
  const found = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|k<[^>]*>|\d+|[^])/u;
  const source = found.exec(state.units.slice(state.at, state.at + 60).join(''))?.[0] ?? '\\';
  state.at += Array.from(source).length;
  const sign = source[1] ?? '';
  if (/^[bB]$/.test(sign)) return { type: 'assert', at: 'edge' };
  if (/^[1-9k]$/.test(sign)) return { type: 'reference' };
  if (sign === 'u' || sign === 'x') {
    const code = parseInt(source.replace(/[^0-9a-fA-F]/g, ''), 16);
    return { ...literal(String.fromCodePoint(code)), source };
  }
  return /^\w$/.test(sign) ? { type: 'char', source, chars: undefined } : { ...literal(sign), source };
}

function literal(char: string): CharNode {
  return { type: 'char', source: /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char, chars: [char] };
}
