import Table from 'cli-table3';
import { type Counts, sum, type Tally } from '../core/counts.js';
import type { RunResult } from '../engine/run.js';
import { type Colours, NO_COLOURS } from './colours.js';
import { BARE, tableText } from './table.js';
import { formatBytes, formatSeconds, plural } from './format.js';

const REPAIR_STAGES = ['entities', 'mojibake', 'unicode', 'whitespace'];
const TOP = 8;

/** What a run did, for a person. */
export function summary(
  result: RunResult,
  seconds: number,
  output: string,
  colours: Colours = NO_COLOURS,
): string {
  const row = (name: string, value: string): [string, string][] =>
    value === '' ? [] : [[colours.bold(name), value]];
  const { counts, done, reused, bytes, ignored } = result;
  const table = new Table(BARE);
  table.push(
    ...row('records', String(counts.records)),
    ...row('kept', `${counts.kept}${counts.changed > 0 ? `, ${counts.changed} of them changed` : ''}`),
    ...row('duplicates', counts.duplicates > 0 ? String(counts.duplicates) : ''),
    ...row('dropped', total(counts.dropped)),
    ...row('rejected', total(counts.rejected)),
    ...row('repairs', list(onlyRepairs(counts))),
    ...row('rules', list(onlyRules(counts))),
    ...row('repeated', list(onlyRepeats(counts))),
    ...row('held back', list(counts.skipped, 'document')),
    ...row('suspects', counts.suspects > 0 ? `${counts.suspects} left alone, in ${output}/audit/edits` : ''),
    ...row('languages', list(counts.languages, 'document')),
  );
  const lines = [tableText(table), ''];
  const rate =
    done > 0
      ? `, ${formatBytes(bytes)} in ${formatSeconds(seconds)} (${formatBytes(bytes / Math.max(seconds, 0.001))}/s)`
      : '';
  lines.push(
    done === 0
      ? 'Nothing was new: every part is as it was.'
      : `${plural(done, 'shard')} done, ${reused} as before${rate}.`,
  );
  if (ignored.length > 0)
    lines.push(
      colours.yellow(
        `${plural(ignored.length, 'file')} of other kinds not read, ${String(ignored[0])} first.`,
      ),
    );
  const rejected = sum(counts.rejected);
  if (rejected > 0)
    lines.push(
      colours.yellow(`${plural(rejected, 'record')} could not be read: see ${output}/audit/rejected.`),
    );
  if (counts.undecoded > 0)
    lines.push(
      colours.yellow(
        `${plural(counts.undecoded, 'byte sequence')} could not be decoded: \ufffd in the text, "undecoded" in ${output}/audit.`,
      ),
    );
  return `${lines.join('\n')}\n`;
}

function total(tally: Tally): string {
  const all = sum(tally);
  return all === 0 ? '0' : `${all} (${list(tally, 'record')})`;
}

/** The largest entries of a tally: `eng 12, spa 3`. */
function list(tally: Tally, what = 'edit'): string {
  const entries = Object.entries(tally).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = entries.slice(0, TOP).map(([name, n]) => `${name} ${n}`);
  const rest = entries.slice(TOP);
  if (rest.length > 0)
    shown.push(
      `${rest.length} more with ${plural(
        rest.reduce((all, [, n]) => all + n, 0),
        what,
      )}`,
    );
  return shown.join(', ');
}

function onlyRepairs({ edits }: Counts): Tally {
  return Object.fromEntries(Object.entries(edits).filter(([by]) => isRepair(by)));
}

function onlyRules({ edits }: Counts): Tally {
  return Object.fromEntries(Object.entries(edits).filter(([by]) => !isRepair(by) && !isRepeat(by)));
}

/** Lines that repeat on their hosts. */
function onlyRepeats({ edits }: Counts): Tally {
  return Object.fromEntries(Object.entries(edits).filter(([by]) => isRepeat(by)));
}

function isRepeat(by: string): boolean {
  return by.startsWith('repeat/');
}

function isRepair(by: string): boolean {
  return REPAIR_STAGES.some(stage => by === stage || by.startsWith(`${stage}/`));
}
