/** A text that can be made as long as one likes: each part is repeated as often as the others. */
export interface Pumped {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** Rounds of the first text that is tried: few, since time may grow with a high power of them. */
const FIRST_ROUNDS = 16;
/** Longest text that is tried, in UTF-16 units: no line of a page is longer. */
const LONGEST = 1 << 18;
/** A search that takes less of the processor's time harms nobody, in milliseconds. */
const NOTICEABLE_MS = 50;
/** Twice the text takes twice the time where time is linear, four times where it is quadratic. */
const LINEAR = 3;
/** The fastest of so many searches counts: whatever else the machine does makes them slower. */
const SEARCHES = 3;

/** Whether searching such a text with a regular expression takes noticeable time that grows faster than the text. */
export function growsFast(regex: RegExp, pumped: Pumped): boolean {
  for (let rounds = FIRST_ROUNDS; ; rounds *= 2) {
    const text = textOf(pumped, rounds);
    if (text.length > LONGEST) return false;
    const once = fastestSearch(regex, text);
    if (once >= NOTICEABLE_MS) return fastestSearch(regex, textOf(pumped, 2 * rounds)) > LINEAR * once;
  }
}

function textOf({ pumps, suffix }: Pumped, rounds: number): string {
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(rounds)).join('') + suffix;
}

/** In milliseconds of the processor's time. */
function fastestSearch(regex: RegExp, text: string): number {
  let fastest = Infinity;
  for (let search = 0; search < SEARCHES; search++) {
    const started = process.cpuUsage();
    regex.test(text);
    const { user, system } = process.cpuUsage(started);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
}
