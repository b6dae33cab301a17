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
const NOTICEABLE_MS = 20;
/** Twice the text takes twice the time where time is linear, eight times where it is cubic. */
const STEEP = 6;
/** Four times the text takes four times the time where time is linear, sixteen times where it is quadratic. */
const LINEAR = 8;
/** The fastest of so many searches counts: what else the machine does, and V8 before it has compiled the regex, make them slower. */
const SEARCHES = 3;

/** Whether searching such a text with a regular expression takes noticeable time that grows faster than the text. */
export function growsFast(regex: RegExp, pumped: Pumped): boolean {
  let half = '';
  for (let rounds = FIRST_ROUNDS; ; rounds *= 2) {
    const text = textOf(pumped, rounds);
    if (text.length > LONGEST) return false;
    if (searchTime(regex, text) >= NOTICEABLE_MS) {
      // A high power of the rounds is not waited for.
      const [before, now] = fastest(regex, [half, text]);
      if (now > STEEP * before) return true;
      const [least, most] = fastest(regex, [half, textOf(pumped, 2 * rounds)]);
      return most > LINEAR * least;
    }
    half = text;
  }
}

function textOf({ pumps, suffix }: Pumped, rounds: number): string {
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(rounds)).join('') + suffix;
}

/** The least time for each of two texts, which are searched in turn. */
function fastest(regex: RegExp, [a, b]: readonly [string, string]): [number, number] {
  let [least, most] = [Infinity, Infinity];
  for (let search = 0; search < SEARCHES; search++) {
    least = Math.min(least, searchTime(regex, a));
    most = Math.min(most, searchTime(regex, b));
  }
  return [least, most];
}

/** In milliseconds of the processor's time. */
function searchTime(regex: RegExp, text: string): number {
  const started = process.cpuUsage();
  regex.test(text);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
