import { expect, it } from 'vitest';
import { addProfiles, meter } from '../../src/core/meter.js';

it('gives each work the time that no work inside it took', () => {
  let now = 0;
  const { begin, end, take } = meter(() => now);
  const work = (name: string, milliseconds: number, inside: () => void = () => undefined): void => {
    begin(name);
    now += milliseconds;
    inside();
    end(10);
  };
  work('read', 5, () => {
    work('strip', 7, () => {
      work('rule a', 1);
      work('rule a', 2);
    });
    now += 4;
  });
  const profile = {
    read: { milliseconds: 9, calls: 1, units: 10 },
    strip: { milliseconds: 7, calls: 1, units: 10 },
    'rule a': { milliseconds: 3, calls: 2, units: 20 },
  };
  expect(take()).toEqual(profile);
  expect(take()).toEqual({});
  expect(addProfiles([profile, { read: { milliseconds: 1, calls: 1, units: 1 } }]).read).toEqual({
    milliseconds: 10,
    calls: 2,
    units: 11,
  });
});
