/** Sides of a character: in GB 2312 alone it is simplified, in Big5 alone traditional. */
const SIMPLIFIED = 1;
const TRADITIONAL = 2;

let sides: Uint8Array | undefined;

/**
 * Which of the two national character sets of the 1980s holds a character: GB 2312 (6,763 Han characters, all in
 * simplified forms) or Big5 (13,053, all in traditional forms). Node's own decoders know both, so no table is shipped.
 */
function sidesOf(): Uint8Array {
  if (sides !== undefined) return sides;
  const built = new Uint8Array(0x10000);
  mark(built, new TextDecoder('gbk').decode(pairs(0xb0, 0xf7, [[0xa1, 0xfe]])), SIMPLIFIED);
  const trails: readonly (readonly [number, number])[] = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ];
  mark(built, new TextDecoder('big5').decode(pairs(0xa4, 0xf9, trails)), TRADITIONAL);
  sides = built;
  return built;
}

function pairs(
  firstLead: number,
  lastLead: number,
  trails: readonly (readonly [number, number])[],
): Uint8Array {
  const bytes: number[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++) bytes.push(lead, trail);
  return Uint8Array.from(bytes);
}

function mark(table: Uint8Array, characters: string, side: number): void {
  for (let at = 0; at < characters.length; at++) {
    const unit = characters.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) table[unit] = (table[unit] ?? 0) | side;
  }
}

/** Hans or Hant by the characters that only one of the two writes; Hani where there are none, or as many of each. */
export function chineseScript(text: string): 'Hans' | 'Hant' | 'Hani' {
  const table = sidesOf();
  let balance = 0;
  for (let at = 0; at < text.length; at++) {
    const side = table[text.charCodeAt(at)];
    if (side === SIMPLIFIED) balance++;
    else if (side === TRADITIONAL) balance--;
  }
  return balance > 0 ? 'Hans' : balance < 0 ? 'Hant' : 'Hani';
}
