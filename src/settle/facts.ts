import { CAPITALISED, NUMBER, type Token, tokens } from './tokens.js';

const CAPITAL = /^\p{Lu}\p{M}*\p{Ll}/u;
/** After these a capital says nothing. */
const OPENS_SENTENCE = /(?:^|[.!?…:;\n"“”«»„‘'*|•–—-])\s*$/u;
/** Marks that group thousands: "1,250" and "1250" are one number. */
const GROUPING = /[.,'’](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** Letters on one side of a fact that say what it is about: about two words, or four of Chinese with their verb. */
const CONTEXT_LETTERS = 8;

/** Numbers and names by what stands right before and right after them. */
export type Facts = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The numbers and names of a text, in runs such as "2:1" or "4 May 2023, 19:30", each under the other letters
 * round it. A name is a word with a capital inside a sentence.
 */
export function factsOf(text: string): Facts {
  const plain = text.normalize('NFKC');
  const words: string[] = [];
  let letters = 0;
  const runs: { at: number; facts: string[] }[] = [];
  for (const token of tokens(plain)) {
    if (token.kind === NUMBER || isName(token, plain)) {
      const fact = token.kind === NUMBER ? numberIn(token.text) : token.text.toLowerCase();
      const last = runs.at(-1);
      if (last?.at === letters) last.facts.push(fact);
      else runs.push({ at: letters, facts: [fact] });
    } else {
      const word = token.text.toLowerCase();
      words.push(word);
      letters += word.length;
    }
  }
  return byContext(words.join(''), runs);
}

function numberIn(token: string): string {
  return token.replace(GROUPING, '').replace(/^[−–]/u, '-');
}

function isName({ kind, text, start }: Token, plain: string): boolean {
  return (
    kind === CAPITALISED &&
    CAPITAL.test(text) &&
    !OPENS_SENTENCE.test(plain.slice(Math.max(0, start - 3), start))
  );
}

function byContext(letters: string, runs: readonly { at: number; facts: string[] }[]): Facts {
  const contexts = new Map<string, Set<string>>();
  const note = (context: string, run: string): void => {
    const known = contexts.get(context);
    if (known) known.add(run);
    else contexts.set(context, new Set([run]));
  };
  for (const { at, facts } of runs) {
    const run = facts.join(' ');
    const before = letters.slice(Math.max(0, at - CONTEXT_LETTERS), at);
    const after = letters.slice(at, at + CONTEXT_LETTERS);
    if (before.length + after.length >= CONTEXT_LETTERS) note(`${before}<>${after}`, run);
  }
  return contexts;
}

/**
 * Whether the same words stand round other facts: then two texts tell of two things, such as the weather of two days.
 * What only one of them has, like the date and the counters of a page round an article, says nothing.
 */
export function factsDiffer(left: Facts, right: Facts): boolean {
  for (const [context, facts] of left) {
    const others = right.get(context);
    if (others && lacks(facts, others) && lacks(others, facts)) return true;
  }
  return false;
}

function lacks(these: ReadonlySet<string>, those: ReadonlySet<string>): boolean {
  for (const one of these) if (!those.has(one)) return true;
  return false;
}
