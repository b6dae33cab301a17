import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/core/edits.js';
import { repairMojibake } from '../../src/repair/mojibake.js';

const CASES = join(import.meta.dirname, '../cases');

interface Case {
  readonly from: string;
  readonly to: string;
  readonly about: string;
}

function linesOf(file: string): string[] {
  return readFileSync(join(CASES, file), 'utf8').split('\n').filter(Boolean);
}

function casesOf(file: string): Case[] {
  return linesOf(file).map(line => JSON.parse(line) as Case);
}

describe('in the wild', () => {
  it.each(casesOf('mojibake-in-the-wild.jsonl'))('$about: $from', ({ from, to }) => {
    const repaired = repairMojibake(from);
    expect(repaired.text).toBe(to);
    expect(repaired.confusion === '').toBe(from === to);
  });
});

describe('clean text stays', () => {
  it.each(linesOf('mojibake-negative.txt'))('%s', line => {
    expect(repairMojibake(line).text).toBe(line);
  });

  it('as one document too', () => {
    const text = readFileSync(join(CASES, 'mojibake-negative.txt'), 'utf8');
    expect(repairMojibake(text).edits).toEqual([]);
  });
});

describe('known failures, to be moved to in-the-wild the day they pass', () => {
  it.each(casesOf('mojibake-known-failures.jsonl'))('$about: $from', ({ from, to }) => {
    expect(repairMojibake(from).text).not.toBe(to);
  });
});

describe('evidence', () => {
  it('lets a lone character be repaired in a document that has a strong one', () => {
    expect(repairMojibake('ya 茅 tarde').text).toBe('ya 茅 tarde');
    expect(repairMojibake('ya 茅 tarde\ndespu茅s').text).toBe('ya é tarde\ndespués');
  });

  it('is reported for what was left alone', () => {
    expect(repairMojibake('dice que 茅 tarde').suspects).toMatchObject([{ start: 9, end: 10 }]);
    expect(repairMojibake('dice que 茅 tarde', { level: 'full' }).text).toBe('dice que é tarde');
  });

  it.each([
    ['SeÃ±or GarcÃ­a', 'Señor García'],
    ['Â¿QuÃ© tal, seÃ±ora?', '¿Qué tal, señora?'],
    ['despu茅s de la sesi贸n', 'después de la sesión'],
    ['Ð\u009fÑ\u0080Ð¸Ð²ÐµÑ‚', 'Привет'],
  ])('that lost nothing is repaired at level full as at level safe: %s', (broken, text) => {
    expect(repairMojibake(broken).text).toBe(text);
    expect(repairMojibake(broken, { level: 'full' }).text).toBe(text);
  });

  it.each([
    ['â€œNot yetâ€ was all he said', '“Not yet” was all he said'],
    ['She wrote â€œsoonâ€, and left.', 'She wrote “soon”, and left.'],
    ['a â€œfreeâ€ lunch â€“ itâ€™s never free', 'a “free” lunch – it’s never free'],
  ])('of a closing quote whose last byte windows-1252 lacks is enough at level full: %s', (broken, text) => {
    expect(repairMojibake(broken, { level: 'full' }).text).toBe(text);
  });

  it.each([
    ['Il treno arriverÃ  domani.', 'Il treno arriverà domani.'],
    ['La fattoria sarÃ  aperta e il prezzo giÃ  pagato.', 'La fattoria sarà aperta e il prezzo già pagato.'],
    ['Il faut aller lÃ , pas ici.', 'Il faut aller là, pas ici.'],
    ['A loja abre Ã s 9h.', 'A loja abre às 9h.'],
    ['Rendez-vous Ã  Paris', 'Rendez-vous à Paris'],
  ])('of an à is enough where the rest of it is a space, at level full: %s', (broken, text) => {
    expect(repairMojibake(broken, { level: 'full' }).text).toBe(text);
  });

  it.each([
    'CHÚNG TÔI ĐÃ ĐẾN NHÀ GA',
    'SÃO PAULO E A MANHÃ DE MAIO',
    'A IRMÃ DO MEU PAI',
    'Questa è la città',
    'Parolă nouă',
    'Numele de utilizator și parola implicită',
    'Selecció',
    'nový řádek',
    'Per què ha passat això?',
    'Qovluq seç…',
    'quand la douleur a-t-elle commencé ?',
    'Alles klar, Herr Großé?',
  ])('is no letter at the end of a clean word: %s', text => {
    expect(repairMojibake(text, { level: 'full' }).text).toBe(text);
  });

  it('of lost bytes and of two legacy pages may stand in one document', () => {
    const broken = '\u00e2\u008d\nWee s\u00e2\u0080\u0094\u00e2\u0080\u0094e.\n\u00ac)';
    const { edits, text } = repairMojibake(broken, { level: 'full' });
    expect(text).toContain('Wee s——e.');
    expect(apply(broken, edits)).toBe(text);
  });

  it('goes into each edit, on the smallest stretch', () => {
    const { edits, confusion, confidence } = repairMojibake('un caf茅 solo');
    expect(edits).toMatchObject([
      { start: 6, end: 7, removed: '茅', insert: 'é', by: 'mojibake/utf-8-as-gbk' },
    ]);
    expect(edits[0]?.note).toMatch(/gain/);
    expect(confusion).toBe('utf-8-as-gbk');
    expect(confidence).toBeGreaterThan(0.99);
  });
});
