/** Remembers what `make` made, up to a size in all; what was asked for least recently is forgotten first. */
export function leastRecent<T>(
  make: (key: number) => T,
  sizeOf: (value: T) => number,
  most: number,
): (key: number) => T {
  const known = new Map<number, T>();
  let size = 0;
  return key => {
    const found = known.get(key);
    if (found !== undefined) {
      known.delete(key);
      known.set(key, found);
      return found;
    }
    const value = make(key);
    known.set(key, value);
    size += sizeOf(value);
    for (const [oldest, old] of known) {
      if (size <= most || oldest === key) break;
      known.delete(oldest);
      size -= sizeOf(old);
    }
    return value;
  };
}
