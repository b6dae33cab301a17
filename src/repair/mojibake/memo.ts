/** Strings above which nothing is kept: they are rare, and would fill the memory. */
const LONGEST = 100;

/**
 * What was found out about strings, up to twice `most` of them: when as many are new, those that were not asked for since
 * the last time are forgotten. Whatever is kept, the answers are the same.
 */
export function memo<T>(most: number): (key: string, find: () => T) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (key, find) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? find();
    if (key.length > LONGEST) return value;
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    // A part of a text would keep all of it.
    young.set(Buffer.from(key, 'utf16le').toString('utf16le'), value);
    return value;
  };
}
