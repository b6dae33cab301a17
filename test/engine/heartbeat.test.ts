import { expect, it } from 'vitest';
import { beats, newHeartbeat, pulse } from '../../src/engine/heartbeat.js';

it('tells another thread which document is open, also beyond 4 GiB', () => {
  const shared = newHeartbeat();
  const { begin, end } = beats(shared);
  expect(pulse(shared)).toMatchObject({ begun: 0, busy: false });
  begin(3, 10_000_000_123);
  expect(pulse(shared)).toEqual({ begun: 1, busy: true, item: 3, offset: 10_000_000_123 });
  end();
  expect(pulse(shared).busy).toBe(false);
});
