import { USUAL } from '../../core/code-units.js';
import type { Edit } from '../../core/document.js';

/** UTF-16 units that grow as needed and are written over and over. */
export interface Scratch {
  units: Uint16Array;
  length: number;
}

export function scratch(): Scratch {
  return { units: new Uint16Array(256), length: 0 };
}

/** Makes room for `length` units; what was written is lost. */
export function reserve(to: Scratch, length: number): Uint16Array {
  if (to.units.length < length) to.units = new Uint16Array(2 * length);
  return to.units;
}

/** UTF-16 units up to which a text is put together fastest one by one. */
const SHORT = 12;

export function textOf({ units, length }: Scratch): string {
  if (length > SHORT) return toText(units.subarray(0, length));
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(units[i] ?? 0);
  return text;
}

export function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

export function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

/** The code point that starts at `at`. */
export function pointAt(units: Uint16Array, at: number, end: number): number {
  const unit = units[at] ?? 0;
  if (!isHigh(unit) || at + 1 >= end) return unit;
  const low = units[at + 1] ?? 0;
  return isLow(low) ? 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff) : unit;
}

export function setText(to: Scratch, text: string): void {
  const units = reserve(to, text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  to.length = text.length;
}

/** The text of units. */
export function toText(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, 2 * units.length).toString('utf16le');
}

const spliced = [new Uint16Array(USUAL), new Uint16Array(USUAL)] as const;
let turn: 0 | 1 = 0;

/** The units after edits, which are sorted and do not overlap. Written over by the call after the next one. */
export function splice(units: Uint16Array, edits: readonly Edit[]): Uint16Array {
  let length = units.length;
  for (const { removed, insert } of edits) length += insert.length - removed.length;
  turn = turn === 0 ? 1 : 0;
  const out = length <= USUAL ? spliced[turn].subarray(0, length) : new Uint16Array(length);
  let from = 0;
  let to = 0;
  for (const { start, end, insert } of edits) {
    while (from < start) out[to++] = units[from++] ?? 0;
    for (let i = 0; i < insert.length; i++) out[to++] = insert.charCodeAt(i);
    from = end;
  }
  while (from < units.length) out[to++] = units[from++] ?? 0;
  return out;
}
