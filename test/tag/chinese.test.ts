import { describe, expect, it } from 'vitest';
import { chineseScript } from '../../src/tag/chinese.js';

describe('chineseScript', () => {
  it.each([
    ['图书馆每天晚上开放到十点', 'Hans'],
    ['圖書館每天晚上開放到十點', 'Hant'],
    ['他说这个地方很好', 'Hans'],
    ['他說這個地方很好', 'Hant'],
    ['山上有人', 'Hans'],
    ['no Han at all', 'Hans'],
  ])('%s is %s', (text, script) => {
    expect(chineseScript(text)).toBe(script);
  });
});
