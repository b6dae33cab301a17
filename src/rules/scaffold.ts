import { Document, isMap, isPair, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import { languageOf, languagesOf } from '../core/languages.js';
import { asSentence, isLong, linePattern, startOf } from './line-pattern.js';

export interface Wanted {
  /** `en/related/more-in` */
  readonly id: string;
  readonly why: string;
  /** Texts that must go; one of several lines is a block. */
  readonly drop: readonly string[];
  /** When there are none, a sentence that begins like the first text stands for them. */
  readonly keep: readonly string[];
  /** Where a block ends. */
  readonly to: 'end' | 'blank' | { readonly lines: number };
}

/** The text of a rule file with one rule more; what stands there already stays as it is, comments too. */
export function addRule(text: string | undefined, wanted: Wanted, header: string): string {
  const topic = wanted.id.slice(0, wanted.id.lastIndexOf('/'));
  const name = wanted.id.slice(topic.length + 1);
  const fresh = new Document({
    ...(text === undefined ? scopeOf(topic) : {}),
    rules: { [name]: ruleOf(wanted) },
  });
  if (header !== '' && text === undefined && fresh.contents) fresh.contents.commentBefore = ` ${header}`;
  const written = inHouseStyle(fresh);
  if (text === undefined) return written;
  const indent = appendable(text);
  if (indent !== undefined) {
    const rule = written.slice(written.indexOf('\n') + 1).replace(/^ {2}(?=.)/gm, ' '.repeat(indent));
    return `${text.trimEnd()}\n${rule}`;
  }
  const document = parseDocument(text);
  if (!isMap(document.get('rules'))) document.set('rules', document.createNode({}));
  document.setIn(['rules', name], document.createNode(ruleOf(wanted)));
  return document.toString({ lineWidth: 0 });
}

/** By how much the rules of a file are indented, where another can be written below the last; else undefined. */
function appendable(text: string): number | undefined {
  const { contents } = parseDocument(text);
  const last = isMap(contents) ? contents.items.at(-1) : undefined;
  if (!last || String(last.key) !== 'rules' || !isMap(last.value) || last.value.flow === true)
    return undefined;
  const [first] = last.value.items;
  const start = first && isScalar(first.key) ? first.key.range[0] : undefined;
  return start === undefined ? undefined : start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** A new document as YAML as people write it: scopes and patterns on one line, texts in single quotes. */
export function inHouseStyle(document: Document): string {
  visit(document, {
    Pair(_key, { key, value }, above) {
      const name = String(key);
      if (isSeq(value) && SCOPES.has(name)) value.flow = true;
      // At this depth, since a rule may be called "line".
      if (isMap(value) && PATTERNS.has(name) && above.length === IN_A_RULE) value.flow = true;
    },
    Scalar(key, node, above) {
      const pair = above.findLast(isPair);
      const isText = key !== 'key' && typeof node.value === 'string' && !node.value.includes('\n');
      if (isText && pair && TEXTS.has(String(pair.key))) node.type = Scalar.QUOTE_SINGLE;
    },
  });
  const text = document.toString({ lineWidth: 0 });
  return text.replace(/^( *(?:lang|host): )\[ (.*) \]$/gm, '$1[$2]');
}

const SCOPES = new Set(['lang', 'host']);
const PATTERNS = new Set(['line', 'block']);
const TEXTS = new Set(['line', 'from', 'starts', 'drop', 'keep']);
/** Document, mapping, `rules`, mapping, the rule, mapping. */
const IN_A_RULE = 6;

/** What the folder of a file says of language or host. */
function scopeOf(topic: string): object {
  const [first = '', second = ''] = topic.split('/');
  if (first === 'sites' && second !== '') return { host: [second] };
  const isLanguage = first.length === 2 ? languagesOf(first).length > 0 : languageOf(first) !== undefined;
  return isLanguage ? { lang: [first] } : {};
}

function ruleOf({ why, drop, keep, to }: Wanted): object {
  const stays = keep.length > 0 ? keep : drop.slice(0, 1).map(text => asSentence(firstLine(text)));
  const examples = [...drop.map(text => ({ drop: text })), ...stays.map(text => ({ keep: text }))];
  const match = matchOf(drop.map(firstLine));
  return drop.some(text => text.includes('\n'))
    ? { why, block: { from: match, to }, examples }
    : { why, line: match, examples };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

/** A line with numbers is meant with any numbers. */
function matchOf(lines: readonly string[]): unknown {
  const unique = [...new Set(lines)];
  if (unique.some(isLong)) return { starts: oneOrAll(unique.map(startOf)), long: true };
  return oneOrAll([...new Set(unique.map(line => linePattern(line, { anyNumber: true })))]);
}

function oneOrAll(texts: readonly string[]): string | readonly string[] {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}
