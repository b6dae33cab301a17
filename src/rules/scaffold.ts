import { Document, isMap, parseDocument } from 'yaml';
import { languageCodes } from '../strip/languages.js';
import { isRegex } from '../strip/match.js';

export interface Wanted {
  /** `en/related/more-in` */
  readonly id: string;
  readonly why: string;
  /** Texts that must go; one of several lines is a block. */
  readonly drop: readonly string[];
  readonly keep: readonly string[];
}

/** The text of a rule file with one rule more; what stands there already stays as it is, comments too. */
export function addRule(text: string | undefined, wanted: Wanted, header: string): string {
  const topic = wanted.id.slice(0, wanted.id.lastIndexOf('/'));
  const name = wanted.id.slice(topic.length + 1);
  const document = text === undefined ? fresh(topic, header) : parseDocument(text);
  if (!isMap(document.get('rules'))) document.set('rules', document.createNode({}));
  document.setIn(['rules', name], document.createNode(ruleOf(wanted)));
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: true });
}

/** A new file: what its folder says of language or host holds for all its rules. */
function fresh(topic: string, header: string): Document {
  const [first = '', second = ''] = topic.split('/');
  const scope =
    first === 'sites' && second !== ''
      ? { host: [second] }
      : first.length <= 3 && first !== 'any' && languageCodes(first)
        ? { lang: [first] }
        : {};
  const document = new Document({ ...scope, rules: {} });
  if (header !== '') document.commentBefore = ` ${header}`;
  return document;
}

function ruleOf({ why, drop, keep }: Wanted): object {
  const blocks = drop.filter(text => text.includes('\n'));
  const examples = [...drop.map(text => ({ drop: text })), ...keep.map(text => ({ keep: text }))];
  if (blocks.length === 0) return { why, line: anyOf(drop.map(generalise)), examples };
  return { why, block: { from: anyOf(drop.map(text => generalise(firstLine(text)))), to: 'end' }, examples };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function anyOf(texts: readonly string[]): string | readonly string[] {
  const all = [...new Set(texts)];
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : all;
}

/** A line with numbers is meant with any numbers. */
function generalise(line: string): string {
  if (!/\p{Nd}/u.test(line) && !isRegex(line)) return line;
  const escaped = line.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return `^${escaped.replace(/\p{Nd}+/gu, '\\d{1,9}')}$`;
}
