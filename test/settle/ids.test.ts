import { expect, it } from 'vitest';
import { recordId } from '../../src/core/hash.js';
import { distinctIds, type OwnId } from '../../src/settle/ids.js';

const settle = (...shards: OwnId[][]): unknown =>
  distinctIds(shards.map(ids => () => ids)).map(list =>
    list.map(({ path, offset, id }) => [path, offset, id]),
  );

it('leaves distinct ids alone', () => {
  expect(settle([['a', 'f', 0]], [['b', 'f', 9]])).toEqual([[], []]);
});

it('gives the later record its offset as suffix, across shards', () => {
  expect(
    settle(
      [
        ['a', 'f', 0],
        ['b', 'f', 5],
      ],
      [
        ['a', 'g', 7],
        ['a', 'g', 30],
      ],
    ),
  ).toEqual([
    [],
    [
      ['g', 7, 'a-7'],
      ['g', 30, 'a-30'],
    ],
  ]);
});

it('takes another id where the suffixed one is taken', () => {
  expect(
    settle([
      ['a', 'f', 0],
      ['a', 'f', 5],
      ['a', 'g', 5],
      ['a-9', 'g', 6],
      ['a', 'h', 9],
    ]),
  ).toEqual([
    [
      ['f', 5, 'a-5'],
      ['g', 5, recordId('g', 5)],
      ['h', 9, recordId('h', 9)],
    ],
  ]);
});
