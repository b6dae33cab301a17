/** One member of a JSON object as it stands in the text: `"key": value`, without surrounding white space. */
export interface Member {
  readonly key: string;
  readonly raw: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The members of the JSON object in `json`, which JSON.parse has accepted, byte for byte: numbers keep their
 * digits, repeated keys all appear, and nothing is read as a prototype.
 */
export function members(json: string): Member[] {
  const found: Member[] = [];
  let i = json.indexOf('{') + 1;
  for (;;) {
    i = skipSpace(json, i);
    if (json[i] !== '"') return found;
    const start = i;
    const keyEnd = skipString(json, i);
    const key: unknown = JSON.parse(json.slice(start, keyEnd));
    i = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = skipValue(json, i);
    found.push({ key: String(key), raw: json.slice(start, end) });
    i = skipSpace(json, end);
    if (json[i] !== ',') return found;
    i++;
  }
}

function skipSpace(json: string, i: number): number {
  for (; ; i++) {
    const c = json.charCodeAt(i);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return i;
  }
}

function skipString(json: string, start: number): number {
  for (let i = start + 1; ; i++) {
    const end = json.indexOf('"', i);
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
    i = end;
  }
}

function skipValue(json: string, start: number): number {
  const first = json.charCodeAt(start);
  if (first === QUOTE) return skipString(json, start);
  let depth = 0;
  for (let i = start; i < json.length; i++) {
    const c = json.charCodeAt(i);
    if (c === QUOTE) i = skipString(json, i) - 1;
    else if (c === 0x7b || c === 0x5b) depth++;
    else if (c === 0x7d || c === 0x5d) {
      if (depth === 0) return trimEnd(json, i);
      if (--depth === 0) return i + 1;
    } else if (c === 0x2c && depth === 0) return trimEnd(json, i);
  }
  return json.length;
}

function trimEnd(json: string, end: number): number {
  while (end > 0 && json.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}
