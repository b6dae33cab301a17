import { agreement, bytesAt } from './agreement.js';
import { SETTLED } from './candidate.js';
import { FOREIGN_LETTER, UNASSIGNED } from './class-data.js';
import { classTable } from './classes.js';
import { mayBeMisread } from './deeper.js';
import { doubtOf } from './doubt.js';
import { costBetween, kindAt, kindBefore, loadModel } from './model.js';
import { PAGES } from './pages.js';
import { leastRare, lowest, rarityOf } from './rarity.js';
import { MIXED_UNITS } from './shape.js';

export const ALL_PAGES = (1 << PAGES.length) - 1;

/**
 * Runs from ASCII to ASCII that are UTF-8 to the last byte in the pages that all runs before them were misread in, and
 * more than sure: nothing else can be made of them. Most of a text that is misread all over; what is known of each stands
 * at its place in each list.
 */
export interface SureRuns {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  gains: Float64Array;
  doubts: Uint8Array;
  /** The pages, as bits. */
  groups: Int32Array;
  /** What they become, one after the other, and where each ends. */
  insertEnds: Int32Array;
  inserts: Uint16Array;
}

const runs = roomFor(1 << 10, 1 << 12);

function roomFor(most: number, inserts: number): SureRuns {
  const integers = (): Int32Array => new Int32Array(most);
  return {
    count: 0,
    starts: integers(),
    ends: integers(),
    gains: new Float64Array(most),
    doubts: new Uint8Array(most),
    groups: integers(),
    insertEnds: integers(),
    inserts: new Uint16Array(inserts),
  };
}

/** None so far. Written over by those of the next text. */
export function sureRuns(): SureRuns {
  runs.count = 0;
  return runs;
}

/** Makes room for twice as many. */
function grow(to: SureRuns): void {
  const more = roomFor(2 * to.starts.length, to.inserts.length);
  more.starts.set(to.starts);
  more.ends.set(to.ends);
  more.gains.set(to.gains);
  more.doubts.set(to.doubts);
  more.groups.set(to.groups);
  more.insertEnds.set(to.insertEnds);
  Object.assign(to, more, { count: to.count, inserts: to.inserts });
}

const single = { units: new Uint16Array(1), length: 1 };

/**
 * Notes the run that starts at `start` if it is sure, and gives its end; 0 when it is not, or is nothing that is met
 * often: characters beyond the BMP, a double-byte page, a second layer.
 */
export function sureAt(to: SureRuns, units: Uint16Array, start: number, usual: number): number {
  if (usual === 0 || usual === ALL_PAGES || (units[start] ?? 0) < 0xa0) return 0;
  if (start > 0 && (units[start - 1] ?? 0) >= 0x80) return 0;
  const index = lowest(usual);
  if (PAGES[index]?.double) return 0;
  const bytes = bytesAt(index);
  const agree = agreement(index);
  const model = loadModel();
  const { kinds, chars } = model;
  const classes = classTable();
  const from = to.count === 0 ? 0 : (to.insertEnds[to.count - 1] ?? 0);
  let { inserts } = to;
  let written = from;
  let gain = 0;
  let before = kindBefore(model, units, start);
  let beforeNew = before;
  let point = 0;
  let missing = 0;
  let least = 0;
  let script = 0;
  let isMixed = false;
  let end = start;
  for (; end < units.length; end++) {
    const unit = units[end] ?? 0;
    if (unit < 0x80) break;
    const byte = bytes[unit] ?? 0;
    if ((usual & ~(agree[unit] ?? 0)) !== 0 || byte < 0x80 || byte > 0xff) return 0;
    const kind = kinds[unit] ?? 0;
    gain += (chars[unit] ?? 0) + costBetween(model, before, kind);
    before = kind;
    if (missing === 0) {
      if (byte < 0xc2 || byte > 0xef) return 0;
      missing = byte < 0xe0 ? 1 : 2;
      least = missing === 1 ? 0x80 : 0x800;
      point = byte & (0x3f >> missing);
      continue;
    }
    if (byte > 0xbf) return 0;
    point = (point << 6) | (byte & 0x3f);
    if (--missing > 0) continue;
    const is = classes[point] ?? 0;
    if (point < least || (point & 0xf800) === 0xd800 || (is & UNASSIGNED) !== 0) return 0;
    const kindNew = kinds[point] ?? 0;
    if ((is & FOREIGN_LETTER) !== 0) {
      isMixed ||= script !== 0 && script !== kindNew;
      script = kindNew;
    }
    gain -= (chars[point] ?? 0) + costBetween(model, beforeNew, kindNew);
    beforeNew = kindNew;
    if (written === inserts.length) {
      inserts = new Uint16Array(2 * written);
      inserts.set(to.inserts);
      to.inserts = inserts;
    }
    inserts[written++] = point;
  }
  const length = written - from;
  if (missing > 0 || (isMixed && length <= MIXED_UNITS)) return 0;
  const after = kindAt(model, units, end);
  gain += costBetween(model, before, after) - costBetween(model, beforeNew, after);
  single.units[0] = inserts[from] ?? 0;
  const doubt = length === 1 ? doubtOf(units, start, end, single, model) : 0;
  if (gain - rarityOf(leastRare(index, usual)) - doubt < SETTLED) return 0;
  if (length > 1 && mayBeMisread(inserts, from, written)) return 0;
  if (to.count === to.starts.length) grow(to);
  const at = to.count++;
  to.starts[at] = start;
  to.ends[at] = end;
  to.gains[at] = gain;
  to.doubts[at] = doubt;
  to.groups[at] = usual;
  to.insertEnds[at] = written;
  return end;
}
