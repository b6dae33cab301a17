import { apply } from '../core/edits.js';
import type { Edit } from '../core/document.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { compose } from './compose.js';
import { decodeOnce } from './entity-round.js';

/** Text that was escaped more often than this is left alone: nobody can say what it was meant to be. */
export const MAX_ROUNDS = 3;

/**
 * HTML entities become the characters they stand for, layer by layer. Left alone: what would turn into a tag (text
 * about HTML keeps its escapes), parameters of addresses, names that look like variables, and numbers that
 * are no character.
 */
export const entities: EditStage = {
  id: 'entities',
  version: 1,
  run(text) {
    if (!text.includes('&')) return NOTHING;
    const edits: Edit[] = [];
    for (let at = text.indexOf('&'); at >= 0;) {
      const start = text.lastIndexOf('\n', at) + 1;
      const stop = text.indexOf('\n', at);
      const end = stop < 0 ? text.length : stop;
      for (const edit of decodeLine(text.slice(start, end)))
        edits.push({ ...edit, start: edit.start + start, end: edit.end + start });
      at = text.indexOf('&', end);
    }
    return edits.length === 0 ? NOTHING : { edits };
  },
  examples: [
    { from: 'Fish &amp; chips', to: 'Fish & chips' },
    { from: 'Fish &amp;amp; chips &amp;amp;mdash; caf&eacute;', to: 'Fish & chips — café' },
    { from: 'it&#8217;s &#x201C;fine&#x201D;, only &#128;5', to: 'it’s “fine”, only €5' },
    { from: 'a &lt; b &amp;&amp; c &gt; d', to: 'a < b && c > d' },
    { from: 'Write &lt;div class=&quot;x&quot;&gt; here', context: {} },
    { from: 'AT&T, R&D; https://example.org/?a=1&copy=2&lt=3' },
    { from: 'https://example.org/?a=1&amp;b=2', to: 'https://example.org/?a=1&b=2' },
    { from: 'nothing: &#0; &#xD800; &#x110000; &nosuch;' },
    { from: 'escaped once too often: &amp;amp;amp;amp;' },
    { from: 'r = &target; s = &sum;' },
  ],
};

/** The edits of one line, or none when its rounds don't come to an end. */
function decodeLine(line: string): readonly Edit[] {
  let edits: readonly Edit[] = [];
  let current = line;
  for (let round = 0; round <= MAX_ROUNDS; round++) {
    const more = decodeOnce(current);
    if (more.length === 0) return edits;
    edits = compose(line, edits, more);
    current = apply(current, more);
  }
  return [];
}
