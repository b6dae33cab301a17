import { distance } from 'fastest-levenshtein';

/** How many letters may differ for a name to be a likely slip of another. */
const SLIP = 3;

/** More names than this are no help. */
const FEW = 30;

/** "Did you mean …?" or, failing that, what there is. */
export function suggest(name: string, known: readonly string[]): string {
  const near = [...known].sort((a, b) => distance(name, a) - distance(name, b))[0];
  if (near !== undefined && distance(name, near) <= Math.min(SLIP, name.length / 2)) return didYouMean(near);
  return known.length === 0 || known.length > FEW ? '' : `There is: ${known.join(', ')}.`;
}

/** The hint that names what was meant. */
export function didYouMean(name: string): string {
  return `Did you mean "${name}"?`;
}
