import type { Changed, TryResult } from '../rules/try.js';
import type { Colours } from './colours.js';
import { plural } from './format.js';

/** Documents, and lines of each, that a person looks through. */
const SHOWN = 10;
const SHOWN_LINES = 6;
const WORST = 3;
const WIDTH = 110;

/** What a rule changes: documents as a diff, those that lose most, and a last line of counts. */
export function showTry(
  id: string,
  against: string,
  { documents, fires, heldBack, guarded, shadowedBy, keptFrom, changed }: TryResult,
  colours: Colours,
): string {
  const news = changed.filter(({ gone }) => gone.length > 0);
  const back = changed.filter(({ gone }) => gone.length === 0);
  const worst = [...changed].sort((a, b) => b.share - a.share).slice(0, WORST);
  return [
    ...section('new', news, colours),
    ...section('gone', back, colours),
    ...(worst.length > 0
      ? [colours.bold('worst: what these lose of what was left'), ...worst.map(percent), '']
      : []),
    `${colours.bold(id)} fires on ${fires} of ${plural(documents, 'document')}; against ${against}: ` +
      `${news.length} new, ${back.length} gone${heldBack > 0 ? `; held back by its limit on ${heldBack}` : ''}`,
    ...(guarded > 0
      ? [
          `its guard or position holds it back on ${plural(guarded, 'document')} of which it matches a line` +
            ' (a block to the end goes only where nearly all prose lies before it: see its "to" and "guard")',
        ]
      : []),
    ...Object.entries(shadowedBy).map(
      ([by, times]) => `${by} comes first and takes the same lines on ${plural(times, 'document')}`,
    ),
    ...keptFrom
      .slice(0, SHOWN)
      .map(
        ({ line, by, documents: of }) =>
          `${by} keeps this line from it on ${plural(of, 'document')}: ${cut(line)}`,
      ),
    '',
  ].join('\n');
}

function section(name: string, changed: readonly Changed[], colours: Colours): string[] {
  if (changed.length === 0) return [];
  const more = changed.length > SHOWN ? [`  … and ${changed.length - SHOWN} more (--json has all)`] : [];
  return [
    colours.bold(`${name}: ${plural(changed.length, 'document')}`),
    ...changed
      .slice(0, SHOWN)
      .flatMap(one => [
        `  ${colours.dim(one.place)}`,
        ...lines('-', one.gone, colours.red),
        ...lines('+', one.come, colours.green),
      ]),
    ...more,
    '',
  ];
}

function lines(sign: string, texts: readonly string[], colour: (text: string) => string): string[] {
  const more = texts.length > SHOWN_LINES ? [`    ${sign} … ${texts.length - SHOWN_LINES} more lines`] : [];
  return [...texts.slice(0, SHOWN_LINES).map(text => colour(`    ${sign} ${cut(text)}`)), ...more];
}

function cut(text: string): string {
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH)}…`;
}

function percent({ place, share }: Changed): string {
  return `  ${(100 * share).toFixed(1).padStart(5)} %  ${place}`;
}
