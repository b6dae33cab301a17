/** Words that are asked for at once: very many small arrays would cost more than what they hold. */
const CHUNK_WORDS = 1 << 18;

/** What keeps copies of the first words of arrays, for as long as anything holds one of them. */
export function keptWords(): (words: Uint32Array, count: number) => Uint32Array {
  let chunk = new Uint32Array();
  let end = 0;
  return (words, count) => {
    if (end + count > chunk.length) {
      chunk = new Uint32Array(Math.max(CHUNK_WORDS, count));
      end = 0;
    }
    const start = end;
    end += count;
    for (let i = 0; i < count; i++) chunk[start + i] = words[i] ?? 0;
    return chunk.subarray(start, end);
  };
}
