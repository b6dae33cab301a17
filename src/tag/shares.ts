/** Shares are given in hundredths. */
const UNITS = 100;

/**
 * Share of each language, largest first, in hundredths that sum to exactly 1 (largest remainder; ties by code).
 * Languages under half a hundredth are left out.
 */
export function sharesOf(letters: ReadonlyMap<string, number>): (readonly [lang: string, share: number])[] {
  const total = [...letters.values()].reduce((sum, n) => sum + n, 0);
  if (total === 0) return [];
  const parts = [...letters].map(([lang, n]) => {
    const exact = (n * UNITS) / total;
    return { lang, n, units: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let missing = UNITS - parts.reduce((sum, { units }) => sum + units, 0);
  parts.sort((a, b) => b.rest - a.rest || (a.lang < b.lang ? -1 : 1));
  for (const part of parts) {
    if (missing === 0) break;
    part.units++;
    missing--;
  }
  return parts
    .filter(({ units }) => units > 0)
    .sort((a, b) => b.units - a.units || b.n - a.n || (a.lang < b.lang ? -1 : 1))
    .map(({ lang, units }) => [lang, units / UNITS] as const);
}
