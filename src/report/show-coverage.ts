import Table from 'cli-table3';
import type { RuleCoverage } from '../rules/coverage.js';
import type { Colours } from './colours.js';
import { plural } from './format.js';
import { BARE, tableText } from './table.js';

const TOP = 15;
const NAMED = 40;

export interface Slow {
  readonly rule: string;
  readonly seconds: number;
}

/** The rules that do most, and those that never do anything or are held back. */
export function showCoverage(
  documents: number,
  rules: readonly RuleCoverage[],
  slow: readonly Slow[],
  colours: Colours,
): string {
  const fires = rules.filter(({ state }) => state === 'fires').sort((a, b) => b.documents - a.documents);
  const table = new Table({
    ...BARE,
    head: ['rule', 'documents', 'hosts', 'characters', 'held back'].map(colours.bold),
    colAligns: ['left', 'right', 'right', 'right', 'right'],
  });
  table.push(
    ...fires.slice(0, TOP).map(one => [one.rule, one.documents, one.hosts, one.units, one.heldBack || '']),
  );
  const more = fires.length > TOP ? [`… and ${fires.length - TOP} more that fire (--json has all)`] : [];
  const idle = IDLE.map(([state, title]) => named(title, rules.filter(one => one.state === state), colours)); // prettier-ignore
  const times = slow.map(({ rule, seconds }) => `${rule} ${(1000 * seconds).toFixed(0)} ms`);
  return [
    `${plural(rules.length, 'rule')} on ${plural(documents, 'document')}`,
    ...(fires.length > 0 ? ['', tableText(table), ...more] : []),
    '',
    ...idle.filter(line => line !== ''),
    ...(times.length > 0 ? [`${colours.bold('slowest, alone')}: ${times.join(', ')}`] : []),
    '',
  ].join('\n');
}

const IDLE: readonly (readonly [state: RuleCoverage['state'], title: string])[] = [
  ['never', 'never fire'],
  ['shadowed', 'shadowed: an earlier rule always takes the same lines'],
  ['full', 'for level full only'],
  ['guarded', 'guarded: they match, but a guard or limit never lets them'],
];

/** The user's own rules by name; limpia's too where there are no others. */
function named(title: string, rules: readonly RuleCoverage[], colours: Colours): string {
  if (rules.length === 0) return '';
  const own = rules.filter(({ shipped }) => !shipped);
  const shown = (own.length > 0 ? own : rules).slice(0, NAMED).map(({ rule }) => rule);
  const rest = rules.length - shown.length;
  const more = rest === 0 ? '' : own.length > 0 ? `, and ${rest} of limpia's` : `, and ${rest} more`;
  return `${colours.bold(`${title} (${rules.length})`)}: ${shown.join(', ')}${more}`;
}
