import { closeSync, openSync, writeSync } from 'node:fs';
import { random } from '../support/random.js';

/** Words of ten languages, written for this project; sentences are drawn from them. */
export const WORDS: readonly (readonly string[])[] = [
  'the ferry left harbour before fog had lifted and nobody on quay remembered a colder spring than this one because winter was long'.split(
    ' ',
  ),
  'el puente viejo se cerró al tráfico durante tres semanas y los vecinos cruzaron en barca hasta que terminó la reparación según explicó'.split(
    ' ',
  ),
  'le marché se tient sur la place depuis très longtemps et les habitants y achètent des légumes du fromage ainsi que des fleurs'.split(
    ' ',
  ),
  'die Bahnhofsuhr geht seit vielen Jahren fünf Minuten vor weil der Küster sie für die Schüler größerer Dörfer so eingestellt hat'.split(
    ' ',
  ),
  'a feira do livro volta à praça depois de três anos fechada e reúne mais editoras do que nunca segundo a organização'.split(
    ' ',
  ),
  'поезд приходит на станцию рано утром и стоит десять минут пока проводники разносят горячий чай пассажирам второго вагона'.split(
    ' ',
  ),
  'il mercato del pesce riapre dopo il restauro con vasche di marmo bianco e acqua che arriva direttamente dal mare più vicino'.split(
    ' ',
  ),
  'mieszkańcy chcą żeby ławka pod lipą została tam gdzie stała zawsze nawet jeśli droga będzie szersza niż przed wojną'.split(
    ' ',
  ),
  'de brug over de rivier is gesloten omdat het water te hoog staat en de schippers wachten geduldig op beter weer'.split(
    ' ',
  ),
  'المدينة مكتبة جديدة قرب الميناء القديم يقول السكان إن القاعة تمتلئ كل مساء بالطلاب حتى نهاية الشهر'.split(
    ' ',
  ),
];
const CHINESE =
  '城市图书馆延长开放时间从本月起每晚开放到十点管理员说周末来看书的人比去年多了一倍孩子们最喜欢靠窗的座位';
const FURNITURE = [
  'Advertisement',
  'Share on Facebook',
  'Subscribe to our newsletter',
  'No Script',
  'Publicidad',
  'folder_openLocal News access_time3 hours ago',
];

/** How often each kind of damage strikes a paragraph. */
const RATES = { furniture: 0.1, entities: 0.05, mojibake: 0.03, spaces: 0.1 };

/** Writes about `bytes` bytes of JSON Lines: documents of some 3 KB in eleven languages, with damage at stated rates. */
export function writeCorpus(path: string, bytes: number, seed = 20261121): void {
  const next = random(seed);
  const file = openSync(path, 'w');
  let written = 0;
  for (let i = 0; written < bytes; i++) written += writeSync(file, `${JSON.stringify(record(next, i))}\n`);
  closeSync(file);
}

/** One document of the corpus. */
export function record(next: () => number, i: number): { readonly text: string } & Record<string, unknown> {
  const language = Math.floor(next() ** 2 * (WORDS.length + 1));
  const paragraphs = Array.from({ length: 4 + Math.floor(next() * 8) }, () => paragraph(next, language));
  return {
    id: `doc-${i}`,
    url: `https://site-${i % 97}.example/${i}`,
    text: paragraphs.join('\n\n'),
    views: i * 7,
  };
}

function paragraph(next: () => number, language: number): string {
  if (next() < RATES.furniture) return FURNITURE[Math.floor(next() * FURNITURE.length)] ?? '';
  let text = Array.from({ length: 2 + Math.floor(next() * 4) }, () => sentence(next, language)).join(' ');
  if (next() < RATES.entities) text = text.replace(' ', ' &amp; ').replace(' ', ' &quot;');
  if (next() < RATES.mojibake) text = Buffer.from(text, 'utf8').toString('latin1');
  if (next() < RATES.spaces) text = `${text.replace(' ', '\u00a0')}  `;
  return text;
}

function sentence(next: () => number, language: number): string {
  const length = 8 + Math.floor(next() * 12);
  const words = WORDS[language];
  if (!words)
    return `${Array.from({ length: length * 2 }, () => CHINESE[Math.floor(next() * CHINESE.length)]).join('')}。`;
  const line = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}
