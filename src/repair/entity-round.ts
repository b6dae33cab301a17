import he from 'he';
import type { Edit } from '../core/document.js';
import { isName, isVariableName, standsWithoutSemicolon } from './entity-names.js';

/** An entity, with its number or name; or an angle bracket, which may be one end of a tag. Bounded, so linear. */
const TOKEN = /&(?:#(?:[xX][0-9A-Fa-f]{1,8}|[0-9]{1,8});|([A-Za-z][A-Za-z0-9]{1,23})(;?))|[<>]/g;

/** What follows the bracket that opens a tag, comment or declaration. An address or e-mail address does not match. */
const TAG_START = /^(?:!--|[/!?]?[A-Za-z][A-Za-z0-9:-]{0,40}(?=[\s>]|\/?\s?(?:>|&gt;)|$))/;

/** Four or more levels: three rounds would not reach the end. */
const TOO_DEEP =
  /&(?:amp;|#0{0,4}38;|#[xX]0{0,4}26;){3}(?:(?:amp;|#0{0,4}38;|#[xX]0{0,4}26;)+|#?[A-Za-z0-9]{2,24};)/g;

interface Token {
  readonly at: number;
  readonly end: number;
  /** What it decodes to; the token itself for a bare bracket. */
  readonly value: string;
  readonly name: string;
}

/** One round of decoding over a text; lines are independent of each other. */
export function decodeOnce(text: string): Edit[] {
  if (!text.includes('&')) return [];
  const tokens = tokensOf(text);
  const edits: Edit[] = [];
  const inTag = protectedByTags(text, tokens);
  const deep = [...text.matchAll(TOO_DEEP)].map(
    match => [match.index, match.index + match[0].length] as const,
  );
  let next = 0;
  tokens.forEach((token, i) => {
    while ((deep[next]?.[1] ?? Infinity) <= token.at) next++;
    const frozen = (deep[next]?.[0] ?? Infinity) <= token.at;
    if (frozen || inTag[i] || token.end - token.at === 1 || !isMeant(text, token)) return;
    edits.push({
      start: token.at,
      end: token.end,
      removed: text.slice(token.at, token.end),
      insert: token.value,
      by: 'entities',
    });
  });
  return edits;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, name = ''] = match;
    const at = match.index;
    const end = at + whole.length;
    if (whole.length === 1) {
      tokens.push({ at, end, value: whole, name: '' });
      continue;
    }
    if (name !== '' && !isName(name)) continue;
    if (name !== '' && !whole.endsWith(';') && (!standsWithoutSemicolon(name) || text[end] === '=')) continue;
    const value = he.decode(name === '' || whole.endsWith(';') ? whole : `${whole};`);
    if (value !== whole && isCharacter(value)) tokens.push({ at, end, value, name });
  }
  return tokens;
}

/** Not NUL, a surrogate, beyond Unicode or a noncharacter: those are left as they are written. */
function isCharacter(value: string): boolean {
  const code = value.codePointAt(0) ?? 0;
  return code !== 0 && code !== 0xfffd && (code & 0xfffe) !== 0xfffe && !(code >= 0xfdd0 && code <= 0xfdef);
}

/** Which tokens are part of something that would read as a tag if it were decoded. */
function protectedByTags(text: string, tokens: readonly Token[]): readonly boolean[] {
  const inTag = new Array<boolean>(tokens.length).fill(false);
  let open = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.value === '<') open = TAG_START.test(text.slice(token.end, token.end + 48)) ? i : -1;
    if (token.value !== '>' || open < 0) continue;
    const from = tokens[open]?.end ?? 0;
    if (!text.slice(from, token.at).includes('\n')) inTag.fill(true, open, i + 1);
    open = -1;
  }
  return inTag;
}

/** Names that may well close an address in running text, as a quote or a space after it. */
const AFTER_ADDRESS = new Set(['quot', 'apos', 'nbsp', 'lt', 'gt', 'rdquo', 'rsquo', 'raquo']);

/** Whether the writer meant the character, and not a parameter of an address or a variable of a program. */
function isMeant(text: string, { at, end, name }: Token): boolean {
  if (name === '' || name === 'amp') return true;
  if (isVariableName(name) && /[=(,*]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  if (!inAddress(text, at)) return true;
  return AFTER_ADDRESS.has(name) && text[end - 1] === ';' && text[end] !== '=';
}

/** How far to look back for the start of an address, in UTF-16 units: bounds the work for each entity. */
const ADDRESS_UNITS = 200;

function inAddress(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < ADDRESS_UNITS && text.charCodeAt(from - 1) > 32) from--;
  return /:\/\/|www\.|\?[^=]{0,40}=/.test(text.slice(from, at));
}
