import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostOf } from '../../src/core/host.js';

/** What the URL parser says. */
function parsed(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

describe('the host of an address', () => {
  test.each([
    ['https://www.example.org/a?b#c', 'example.org'],
    ['https://www.www.example.org', 'www.example.org'],
    ['http://news.example.org:8080/', 'news.example.org'],
    ['https://EXAMPLE.org/', 'example.org'],
    ['https://user@example.org/', 'example.org'],
    ['https://www.example/', 'example'],
    ['https://www.com/', 'com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['https://xn--a.example/', ''],
    ['http://1.2/', '1.0.0.2'],
    ['http://0x7f.1', '127.0.0.1'],
    ['mailto:a@example.org', ''],
    ['example.org', ''],
    ['', ''],
  ])('%s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  const piece = fc.constantFrom(...'aZ09.-_:@/\\?#% \n\tü', 'www.', 'xn--', 'com', '.org', '0x1');
  test.each(['http://', 'https://', 'https://www.', ''])('is what the parser says of %s…', start => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const url = start + pieces.join('');
        expect(hostOf(url)).toBe(parsed(url));
      }),
      { numRuns: 2000 },
    );
  });
});
