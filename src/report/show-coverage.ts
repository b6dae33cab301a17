import Table from 'cli-table3';
import type { RuleCoverage } from '../rules/coverage.js';
import type { Colours } from './colours.js';
import { plural } from './format.js';

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
    head: ['rule', 'documents', 'hosts', 'characters', 'held back'].map(colours.bold),
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
  });
  table.push(
    ...fires.slice(0, TOP).map(one => [one.rule, one.documents, one.hosts, one.units, one.heldBack || '']),
  );
  const more = fires.length > TOP ? [`… and ${fires.length - TOP} more that fire (--json has all)`] : [];
  return [
    `${plural(rules.length, 'rule')} on ${plural(documents, 'document')}`,
    '',
    table.toString().split('\n').map(line => line.trimEnd()).join('\n'),
    ...more,
    '',
    ...named('never fire', rules.filter(({ state }) => state === 'never'), colours),
    ...named('shadowed: an earlier rule always takes the same lines', rules.filter(({ state }) => state === 'shadowed'), colours),
    ...named('guarded: they match, but a guard or limit never lets them', rules.filter(({ state }) => state === 'guarded'), colours),
    ...(slow.length > 0 ? [`${colours.bold('slowest, alone')}: ${slow.map(({ rule, seconds }) => `${rule} ${(1000 * seconds).toFixed(0)} ms`).join(', ')}`] : []),
    '',
  ].join('\n'); // prettier-ignore
}

const BARE = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map(name => [name, '']),
);

function named(title: string, rules: readonly RuleCoverage[], colours: Colours): string[] {
  if (rules.length === 0) return [];
  const more = rules.length > NAMED ? `, and ${rules.length - NAMED} more` : '';
  return [`${colours.bold(`${title} (${rules.length})`)}: ${rules.slice(0, NAMED).map(({ rule }) => rule).join(', ')}${more}`]; // prettier-ignore
}
