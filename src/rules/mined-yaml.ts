import { Document, type Scalar, type YAMLMap } from 'yaml';
import { languageOf } from '../strip/languages.js';
import type { Mined } from './mine.js';

/** Rules for mined lines as YAML for a person to read through: delete what is text, keep what is not, give reasons. */
export function minedYaml(mined: readonly Mined[]): string {
  const names = new Set<string>();
  const rules = Object.fromEntries(mined.map(one => [nameOf(one, names), ruleOf(one)]));
  const document = new Document({ rules });
  document.commentBefore =
    ' Proposed by limpia rules mine: lines that no rule takes out and that come again and again.\n' +
    ' Delete those that are text, give the others a better name and reason, then: limpia rules test; limpia rules try ID';
  const items = (document.get('rules') as YAMLMap<Scalar>).items;
  items.forEach(({ key }, i) => {
    const one = mined[i];
    if (!one) return;
    key.commentBefore = ` ${note(one)}`;
    key.spaceBefore = i > 0;
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function note({ nearCruft, nearest, nearestText, next }: Mined): string {
  return [
    `${Math.round(100 * nearCruft)} % of its places are next to a line that a rule takes out`,
    ...(nearest === '' ? [] : [`like "${nearestText}" of ${nearest}`]),
    ...(next === '' ? [] : [`nearly always followed by: ${next}`]),
  ].join('; ');
}

function ruleOf({ line, example, documents, hosts, lang }: Mined): object {
  const [only] = hosts;
  const code = languageOf(lang);
  return {
    why: `Stands on ${documents} documents${hosts.length === 0 ? '' : hosts.length === 1 ? ` of ${String(only)}` : ` of ${hosts.length} hosts`}.`,
    ...(hosts.length === 1 ? { host: hosts } : code === undefined ? {} : { lang: [code] }),
    line: line === example && !/^\^|\$$/.test(line) ? line : { regex: pattern(line) },
    examples: [{ drop: example }, { keep: `${example} ${LONGER}` }],
  };
}

/** What makes a sentence of a label: rules for whole lines leave it alone. */
const LONGER = '— so it stood there, and nobody remembered who had written it.';

function pattern(line: string): string {
  return `^${line.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('#', '\\d{1,9}')}$`;
}

function nameOf({ line }: Mined, taken: Set<string>): string {
  const words = line.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const plain = words.join('-').normalize('NFD').replace(/[^a-z-]/g, '').slice(0, 40).replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'line' : plain;
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
  taken.add(name);
  return name;
}
