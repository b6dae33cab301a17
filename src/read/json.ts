import { cut, MARK, type Mark, type Scanner } from './cut.js';
import type { Format } from './format.js';
import { parseRecord } from './record.js';

/**
 * A JSON file: each element of its list is a record, wherever in the file that list is, or the one object it holds;
 * objects that follow each other are taken as JSON Lines are. A scanner finds where elements begin and end and keeps
 * their bytes, which no JSON parser hands out; JSON.parse then judges each.
 */
export const json: Format = {
  name: 'json',
  extensions: ['.json'],
  lines: false,
  whole: false,
  markup: 'plain',
  split: options => cut(options, elementScanner(options.pick ?? [])),
  parser: options => text => parseRecord(text, options),
};

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Longest key that can be on the way to the records, in symbols. */
const MAX_KEY = 1024;

type Frame = 'list' | 'object';
type Role = 'record' | 'skip';

/** Finds the elements of the list that `pick` leads to; where there is no list, the value itself. */
export function elementScanner(pick: readonly string[]): Scanner {
  let state: 'value' | 'key' | 'in-key' | 'colon' | 'body' | 'after' = 'value';
  /** Lists and objects that are open on the way to the records; the list of records is the last. */
  let frames: Frame[] = [];
  let key: number[] = [];
  let onWay = pick.length > 0;
  let role: Role = 'record';
  let depth = 0;
  let inString = false;
  let escaped = false;
  let scalar = false;
  let mayClose = false;
  let seen = false;

  function value(symbol: number): Mark {
    const frame = frames.at(-1);
    if (symbol === CLOSE_LIST && frame === 'list' && mayClose) return close();
    if (symbol === COMMA || symbol === COLON || symbol === CLOSE_LIST || symbol === CLOSE_OBJECT)
      return MARK.broken;
    const level = frames.length;
    const wanted = frame !== 'object' || onWay;
    if (frame !== 'list' && wanted && level < pick.length && symbol === OPEN_OBJECT)
      return open('object', 'key');
    if (frame !== 'list' && wanted && level === pick.length && symbol === OPEN_LIST)
      return open('list', 'value');
    // Words and numbers by themselves are no JSON file that anybody meant.
    if (frame === undefined && symbol !== OPEN_OBJECT && symbol !== OPEN_LIST) return MARK.broken;
    role = frame === 'list' || (wanted && level === pick.length) ? 'record' : 'skip';
    if (role === 'record') seen = true;
    state = 'body';
    inString = symbol === QUOTE;
    depth = symbol === OPEN_LIST || symbol === OPEN_OBJECT ? 1 : 0;
    scalar = !inString && depth === 0;
    return role === 'record' ? MARK.starts : MARK.none;
  }

  function open(frame: Frame, then: 'key' | 'value'): Mark {
    if (frame === 'list') seen = true;
    frames.push(frame);
    state = then;
    mayClose = true;
    return MARK.none;
  }

  function close(): Mark {
    frames.pop();
    state = 'after';
    return MARK.none;
  }

  function body(symbol: number): Mark {
    if (inString) {
      if (escaped) escaped = false;
      else if (symbol === BACKSLASH) escaped = true;
      else if (symbol === QUOTE) {
        inString = false;
        if (depth === 0) return leave(MARK.endsAfter);
      }
      return MARK.none;
    }
    if (symbol === QUOTE) inString = true;
    else if (symbol === OPEN_LIST || symbol === OPEN_OBJECT) depth++;
    else if (symbol === CLOSE_LIST || symbol === CLOSE_OBJECT) {
      if (scalar) return leaveScalar(symbol);
      if (--depth === 0) return leave(MARK.endsAfter);
    } else if (scalar && (symbol === COMMA || isSpace(symbol))) return leaveScalar(symbol);
    return MARK.none;
  }

  function leave(mark: Mark): Mark {
    state = 'after';
    return role === 'record' ? mark : MARK.none;
  }

  /** A number or word ends where something else begins, which has a meaning of its own. */
  function leaveScalar(symbol: number): Mark {
    const mark = leave(MARK.endsBefore);
    return after(symbol) === MARK.broken ? MARK.broken : mark;
  }

  function after(symbol: number): Mark {
    if (isSpace(symbol)) return MARK.none;
    const frame = frames.at(-1);
    if (frame === undefined) return pick.length === 0 ? value(symbol) : MARK.broken;
    if (symbol === COMMA) {
      state = frame === 'list' ? 'value' : 'key';
      mayClose = false;
      return MARK.none;
    }
    return symbol === (frame === 'list' ? CLOSE_LIST : CLOSE_OBJECT) ? close() : MARK.broken;
  }

  function inKey(symbol: number): Mark {
    if (escaped) escaped = false;
    else if (symbol === BACKSLASH) escaped = true;
    else if (symbol === QUOTE) {
      onWay = keyOf(key) === pick[frames.length - 1];
      state = 'colon';
      return MARK.none;
    }
    if (key.length < MAX_KEY) key.push(symbol);
    return MARK.none;
  }

  function atKey(symbol: number): Mark {
    if (symbol === CLOSE_OBJECT && mayClose) return close();
    if (symbol !== QUOTE) return MARK.broken;
    key = [];
    state = 'in-key';
    return MARK.none;
  }

  return {
    begin: () => undefined,
    next: symbol => {
      if (state === 'body') return body(symbol);
      if (state === 'in-key') return inKey(symbol);
      if (isSpace(symbol)) return MARK.none;
      if (state === 'value') return value(symbol);
      if (state === 'after') return after(symbol);
      if (state === 'key') return atKey(symbol);
      if (symbol !== COLON) return MARK.broken;
      state = 'value';
      return MARK.none;
    },
    end: () => (frames.length > 0 || (state === 'body' && !scalar) || !seen ? 'cut' : 'whole'),
    reset: () => {
      state = 'value';
      frames = [];
    },
    broken: { reason: 'invalid-json', error: 'What follows is no JSON.' },
    get cut(): Scanner['cut'] {
      return frames.length > 0 || state === 'body'
        ? { reason: 'truncated', error: 'The JSON ends before its last bracket.' }
        : pick.length > 0
          ? {
              whole: true,
              reason: 'no-pick',
              error: `There is no ${pick.join('.')} in the file; input.json.pick in pipeline.yml.`,
            }
          : { whole: true, reason: 'empty', error: 'The file holds no JSON.' };
    },
  };
}

function isSpace(symbol: number): boolean {
  return symbol === 0x20 || symbol === 0x0a || symbol === 0x0d || symbol === 0x09;
}

/** Keys on the way are compared as UTF-8, with escapes resolved. */
function keyOf(symbols: readonly number[]): string {
  const raw = Buffer.from(symbols).toString('utf8');
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
