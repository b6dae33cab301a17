import { describe, expect, it } from 'vitest';
import { growsFast } from '../../src/rules/growth.js';

const spaces = { pumps: [{ prefix: '', pump: ' ' }], suffix: 'x' };

describe('growsFast', () => {
  it('sees that time grows with the square of the text', () => {
    expect(growsFast(/\s+$/u, spaces)).toBe(true);
  });

  it('sees that time grows with a high power of the text, without waiting for it', () => {
    expect(growsFast(/^\s*\s*\s*\s*\s*\s*$/u, spaces)).toBe(true);
  });

  it('takes what grows with the text, however long', () => {
    expect(growsFast(/^.{0,90}(?:\s*|news).{0,100}$/u, { ...spaces, suffix: '\n' })).toBe(false);
    expect(growsFast(/^\s*$/u, spaces)).toBe(false);
  });
});
