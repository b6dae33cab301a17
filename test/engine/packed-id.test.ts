import { expect, it } from 'vitest';
import { recordId } from '../../src/core/hash.js';
import { packedId, unpackedId } from '../../src/engine/packed-id.js';

it.each([recordId('a.txt', 0), recordId('b/c.jsonl', 123_456), 'doc-1', 'l1-', `l1-${'F'.repeat(32)}`, ''])(
  'gives back %j',
  id => {
    expect(unpackedId(packedId(id))).toBe(id);
  },
);

it('takes half of the letters for an id that limpia gave', () => {
  expect(packedId(recordId('a.txt', 0))).toHaveLength(17);
});
