import { Document, isMap, isScalar } from 'yaml';
import { languageOf } from '../core/languages.js';
import { asSentence, linePattern } from './line-pattern.js';
import type { Mined } from './mine.js';
import { inHouseStyle } from './scaffold.js';

/** Rules for mined lines as YAML for a person to read through: delete what is text, keep what is not, give reasons. */
export function minedYaml(mined: readonly Mined[], header: string): string {
  const names = new Set<string>();
  const rules = Object.fromEntries(mined.map(one => [nameOf(one, names), ruleOf(one)]));
  const document = new Document({ rules });
  document.commentBefore = [
    ...(header === '' ? [] : [` ${header}`]),
    ' Proposed by limpia rules mine: lines that come again and again and that neither a rule nor repeat takes out.',
    ' Delete those that are text, give the others a better name and reason, then: limpia rules test; limpia rules try ID',
  ].join('\n');
  const all = document.get('rules');
  for (const [i, { key }] of (isMap(all) ? all.items : []).entries()) {
    const one = mined[i];
    if (!one || !isScalar(key)) continue;
    key.commentBefore = ` ${note(one)}`;
    key.spaceBefore = i > 0;
  }
  return inHouseStyle(document);
}

function note({ nearCruft, nearest, nearestText }: Mined): string {
  const share = `${Math.round(100 * nearCruft)} % of its places are next to a line that a rule takes out`;
  return nearest === '' ? share : `${share}; like "${nearestText}" of ${nearest}`;
}

function ruleOf({ lines, documents, hosts, lang }: Mined): object {
  const [only] = hosts;
  const code = languageOf(lang);
  const of =
    hosts.length === 0 ? '' : hosts.length === 1 ? ` of ${String(only)}` : ` of ${hosts.length} hosts`;
  const [first] = lines;
  const from = linePattern(first.example, { anyNumber: first.varies });
  const example = lines.map(line => line.example).join('\n');
  return {
    why: `Stands on ${documents} documents${of}.`,
    ...(hosts.length === 1 ? { host: hosts } : code === undefined ? {} : { lang: [code] }),
    ...(lines.length === 1 ? { line: from } : { block: { from, to: { lines: lines.length } } }),
    examples: [{ drop: example }, { keep: asSentence(first.example) }],
  };
}

/** Names are for people: a few words are enough. */
const NAME_UNITS = 40;

function nameOf({ lines: [{ example }] }: Mined, taken: Set<string>): string {
  const words = example.toLowerCase().match(/\p{L}+/gu) ?? [];
  const plain = words.join('-').normalize('NFD').replace(/[^a-z-]/g, ''); // prettier-ignore
  const base = plain.slice(0, NAME_UNITS).replace(/^-+|-+$/g, '') || 'line';
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
  taken.add(name);
  return name;
}
