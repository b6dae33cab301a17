/** Turns the sizes of groups that lie side by side into where each begins. */
export function toBegins(sizes: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] ?? 0;
    sizes[i] = sum;
    sum += size;
  }
}
