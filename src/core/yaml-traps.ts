import { type Document, isScalar, Scalar, visit, type YAMLError } from 'yaml';

export interface Trap {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
  readonly severity: 'error' | 'warning';
}

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;
/** What people write in a regular expression and hardly ever in an unquoted word. */
const LOOKS_LIKE_REGEX = /^\^|\$$|\\[a-zA-Z.]|\.[*+]|\[\^?[\w-]+\]|\(\?/;

/** Values that parse as YAML but not as what their author wrote. */
export function findTraps(document: Document, text: string): Trap[] {
  const traps: Trap[] = [];
  visit(document, {
    Scalar(_key, node) {
      const trap = isScalar(node) ? (backspace(node, text) ?? cutAtComment(node, text)) : undefined;
      if (trap) traps.push(trap);
    },
  });
  return traps;
}

function backspace(node: Scalar, text: string): Trap | undefined {
  if (node.type !== Scalar.QUOTE_DOUBLE || typeof node.value !== 'string' || !node.range) return undefined;
  if (!CONTROL.test(node.value)) return undefined;
  const [start, end] = node.range;
  const written = text.slice(start + 1, end - 1);
  const escape = /\\(?:[abefv0]|x[01][0-9a-fA-F])/.exec(written)?.[0] ?? 'an escape';
  return {
    offset: start,
    severity: 'error',
    message: `In double quotes ${escape} is a control character${escape === '\\b' ? ' (backspace)' : ''}, not part of a pattern.`,
    hint: `In single quotes a backslash stays a backslash: '${written.replaceAll("'", "''")}'`,
  };
}

function cutAtComment(node: Scalar, text: string): Trap | undefined {
  if (node.type !== Scalar.PLAIN || typeof node.value !== 'string' || !node.range) return undefined;
  const [start, end] = node.range;
  const comment = /^[ \t]+#([^\n]*)/.exec(text.slice(end, end + 500));
  if (!comment) return undefined;
  const glued = /^[^\s#]/.test(comment[1] ?? '');
  const regex = LOOKS_LIKE_REGEX.test(node.value);
  if (!glued && !regex) return undefined;
  const whole = `${node.value} #${comment[1] ?? ''}`.trimEnd();
  return {
    offset: start,
    severity: regex && glued ? 'error' : 'warning',
    message: `Everything from " #" on is a comment, so this value is only: ${node.value}`,
    hint: `If it belongs to the value, put it in single quotes: '${whole.replaceAll("'", "''")}'. If it is a comment, quote the value before it.`,
  };
}

/** What to do about a syntax error: nearly always a text that needs quotes. */
export function syntaxHint({ code, pos }: YAMLError, text: string): string {
  const start = text.lastIndexOf('\n', pos[0] - 1) + 1;
  const stop = text.indexOf('\n', pos[0]);
  const line = text.slice(start, stop < 0 ? text.length : stop).trimEnd();
  if (code === 'BAD_DQ_ESCAPE')
    return 'Double quotes have escapes of their own; in single quotes a backslash stays a backslash.';
  if (code === 'DUPLICATE_KEY') return 'Two entries of one mapping have the same name: rename one.';
  if (code === 'TAB_AS_INDENT') return 'YAML is indented with spaces.';
  const next = text.slice(stop < 0 ? text.length : stop + 1).split('\n', 1)[0] ?? '';
  if (SIMPLE_ENTRY.test(line) && SIMPLE_ENTRY.test(next) && indentOf(next) > indentOf(line))
    return 'The next line is indented further than this one: entries of one mapping begin in the same column.';
  const value = /^[\s-]*(?:[\w-]+:\s+)?([^'"\s].*: .*)$/.exec(line)?.[1];
  if (value !== undefined && !/^[[{]/.test(value))
    return `": " inside a text starts a mapping; put the text in single quotes: '${value.replaceAll("'", "''")}'`;
  return "Put texts and patterns in single quotes, with '' for an apostrophe in them.";
}

/** `name: value`, where the value is no mapping itself. */
const SIMPLE_ENTRY = /^ *[\w-]+: *[^\s:][^:]*$/;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
