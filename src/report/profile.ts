import Table from 'cli-table3';
import type { Profile, Usage } from '../core/meter.js';
import { RULE } from '../strip/hits.js';
import { BARE, tableText } from './table.js';

/** Rules that took less than the others are not worth a line. */
const MAX_RULES = 20;

/** Where the time of a run went: by stage, then by rule. Seconds are those of all workers together. */
export function showProfile(profile: Profile): string {
  const all = Object.entries(profile).sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
  const total = all.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
  const rules = all.filter(([name]) => name.startsWith(RULE));
  const stages = all.filter(([name]) => !name.startsWith(RULE));
  const ofRules = rules.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
  return (
    `\n${table('stage', stages, total)}\n` +
    `\n${seconds(ofRules)} s of these by single rules, the slowest first:\n\n` +
    `${table(
      'rule',
      rules.slice(0, MAX_RULES).map(([name, usage]) => [name.slice(RULE.length), usage]),
      total,
    )}\n`
  );
}

function table(what: string, usages: readonly (readonly [string, Usage])[], total: number): string {
  const rows = new Table({
    ...BARE,
    head: [what, 'seconds', 'share', 'calls', 'M units', 'M units/s'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const [name, { milliseconds, calls, units }] of usages)
    rows.push([
      name,
      seconds(milliseconds),
      `${((100 * milliseconds) / total).toFixed(1)} %`,
      String(calls),
      (units / 1e6).toFixed(1),
      milliseconds === 0 ? '' : (units / 1e3 / milliseconds).toFixed(1),
    ]);
  return tableText(rows);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
