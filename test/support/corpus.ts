import { random } from './random.js';

/** Sentences by language, some of them damaged. */
const SENTENCES: readonly (readonly string[])[] = [
  [
    'The ferry left the harbour before the fog had lifted.',
    'Nobody on the quay remembered a colder spring than this one.',
    'The council will answer &amp; publish the plans in autumn.',
    'Two\u00a0hundred people  signed the letter within a week.',
  ],
  [
    'La panader铆a abri贸 a las seis y cerr贸 despu茅s del mediod铆a.',
    'El puente viejo se cerró al tráfico durante tres semanas.',
    'Los vecinos cruzaron el río en barca hasta el mes de mayo.',
  ],
  [
    'Le marchÃ© se tient sur la place depuis le moyen Ã¢ge.',
    'Les habitants y achètent des légumes, du fromage et des fleurs.',
  ],
  [
    'Die Bahnhofsuhr geht seit Jahren f&uuml;nf Minuten vor.',
    'Der Küster hat sie für die Schüler so gestellt.',
  ],
  ['Поезд приходит на станцию рано утром и стоит десять минут.', 'Проводники разносят горячий чай.'],
  ['图书馆每天晚上开放到十点,周末更早开门。', '孩子们最喜欢靠窗的座位。'],
];
const FURNITURE = ['Advertisement', 'Share on Facebook', 'No Script', 'Subscribe to our newsletter'];

/** Documents of several paragraphs with damage of every kind, the same for the same seed. */
export function documents(count: number, seed = 1): string[] {
  const next = random(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  return Array.from({ length: count }, () => {
    const language = SENTENCES[Math.floor(next() * SENTENCES.length)] ?? [];
    const paragraphs = Array.from({ length: 2 + Math.floor(next() * 5) }, () =>
      next() < 0.15
        ? pick(FURNITURE)
        : Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(language)).join(' '),
    );
    return paragraphs.join(next() < 0.5 ? '\n\n' : '\r\n');
  });
}

/** JSON Lines with ids of their own (some repeated), other fields, and a broken line now and then. */
export function jsonLines(count: number, seed = 1): string {
  const next = random(seed + 1000);
  return documents(count, seed)
    .map((text, i) => {
      if (next() < 0.01) return `{"id":"broken-${i}","text":"cut of`;
      const id = next() < 0.05 ? 'again' : `doc-${i}`;
      return JSON.stringify({ id, text, url: `https://www.example.com/${i}`, n: i });
    })
    .join('\n');
}
