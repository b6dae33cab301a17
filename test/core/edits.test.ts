import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/core/document.js';
import {
  apply,
  applyLayers,
  EditError,
  invert,
  mapOffset,
  replace,
  undoLayers,
} from '../../src/core/edits.js';

/** A text and edits that fit it. */
const edited = fc
  .tuple(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.string({ maxLength: 5 })), { maxLength: 6 }),
  )
  .map(([text, wishes]) => {
    const edits: Edit[] = [];
    let from = 0;
    for (const [a, b, insert] of wishes.sort((x, y) => x[0] - y[0])) {
      const start = Math.max(from, Math.min(a, text.length));
      const end = Math.max(start, Math.min(b, text.length));
      if (start < from || (start === end && insert === '')) continue;
      edits.push(replace(text, start, end, insert, 'test'));
      from = end + 1;
      if (from > text.length) break;
    }
    return { text, edits };
  });

describe('edits', () => {
  it('are undone by their inverse', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        expect(apply(apply(text, edits), invert(edits))).toBe(text);
      }),
    );
  });

  it('are undone in layers, last first', () => {
    const layers = [
      { stage: 'a', edits: [replace('one two', 0, 3, 'three', 'a')] },
      { stage: 'b', edits: [replace('three two', 5, 9, '', 'b')] },
    ];
    expect(applyLayers('one two', layers)).toBe('three');
    expect(undoLayers('three', layers)).toBe('one two');
  });

  it('move the offsets of what they leave alone', () => {
    fc.assert(
      fc.property(edited, fc.nat(60), ({ text, edits }, wish) => {
        const offset = Math.min(wish, text.length);
        fc.pre(
          edits.every(({ start, end }) => offset < start || (offset >= end && offset > start)) &&
            offset < text.length,
        );
        expect(apply(text, edits)[mapOffset(edits, offset)]).toBe(text[offset]);
      }),
    );
  });

  it.each([
    ['overlap', [replace('abcdef', 0, 3, '', 'x'), replace('abcdef', 2, 4, '', 'x')]],
    ['are out of order', [replace('abcdef', 4, 5, '', 'x'), replace('abcdef', 0, 1, '', 'x')]],
    ['leave the text', [{ start: 5, end: 9, removed: 'f???', insert: '', by: 'x' }]],
    ['remove something else', [{ start: 0, end: 1, removed: 'z', insert: '', by: 'x' }]],
  ])('are refused when they %s', (_, edits) => {
    expect(() => apply('abcdef', edits)).toThrow(EditError);
  });
});
