/** Bytes and strings at which readers and stages turn. */
const INTERESTING = [
  ...[
    '\0',
    '\n',
    '\r\n',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    '\t',
    ' ',
    ':',
    '#',
    '- ',
    '|',
    '&amp;',
    '&#x',
    'Ã©',
    'â€™',
    '茅',
  ],
  ...[
    '\ufeff',
    '\ufffd',
    '\u200b',
    '\u00a0',
    '\u0301',
    '\u2028',
    '1e999',
    '-0',
    'null',
    '"text":"',
    '__proto__',
    '```',
    '^(',
    ')$',
    '*a',
    '&a ',
  ],
].map(text => Buffer.from(text, 'utf8'));
const RAW = [
  Buffer.of(0xff, 0xfe),
  Buffer.of(0xc0, 0x80),
  Buffer.of(0xed, 0xa0, 0x80),
  Buffer.of(0x1f, 0x8b, 8),
  Buffer.of(0x81),
];

/** Longest input, in bytes. */
export const MAX_BYTES = 4096;

/** One of the inputs, changed in one to four places. */
export function mutate(next: () => number, corpus: readonly Buffer[]): Buffer {
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[], none: T): T => from[below(from.length)] ?? none;
  const empty = Buffer.alloc(0);
  let bytes = pick(corpus, empty);
  for (let change = 1 + below(4); change > 0; change--) {
    const at = below(bytes.length + 1);
    const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
    const length = 1 + below(8);
    switch (below(7)) {
      case 0:
        bytes = Buffer.concat([head, Buffer.of(below(256)), tail.subarray(1)]);
        break;
      case 1:
        bytes = Buffer.concat([head, tail.subarray(length)]);
        break;
      case 2:
        bytes = Buffer.concat([head, pick(INTERESTING, empty), tail]);
        break;
      case 3:
        bytes = Buffer.concat([head, pick(RAW, empty), tail]);
        break;
      case 4: {
        const piece = tail.subarray(0, length * 4);
        bytes = Buffer.concat([head, ...Array.from({ length: 1 + below(30) }, () => piece), tail]);
        break;
      }
      case 5: {
        const other = pick(corpus, empty);
        const from = below(other.length + 1);
        bytes = Buffer.concat([head, other.subarray(from, from + 8 * length), tail]);
        break;
      }
      default:
        bytes = head;
    }
  }
  return Buffer.from(bytes.subarray(0, MAX_BYTES));
}
