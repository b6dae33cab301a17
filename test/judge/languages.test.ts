import { describe, expect, it } from 'vitest';
import { limpia, folder, lines } from '../support/cli.js';
import { join } from 'node:path';

const ENGLISH =
  'The council will answer the letter in autumn, and the plans will be shown to everybody in the town hall.';
const SPANISH =
  'El ayuntamiento responderá a la carta en otoño y los planos se mostrarán a todos los vecinos del pueblo.';

const SPANISH_TOO =
  'La biblioteca abre por la tarde, y los niños del barrio pueden llevarse a casa hasta cinco libros cada uno.';

interface Kept {
  readonly id: string;
  readonly text: string;
}

/** Texts by id, and reasons of those that were dropped, with this configuration. */
function cleaned(yaml: string): { kept: Record<string, string>; dropped: Record<string, string> } {
  const records = [
    { id: 'english', text: ENGLISH },
    { id: 'mixed', text: [SPANISH, ENGLISH, SPANISH_TOO].join('\n\n') },
    { id: 'nothing', text: '2 381,61 – 8 809.72' },
  ];
  const root = folder({
    'raw/feed.jsonl': records.map(record => JSON.stringify(record)).join('\n'),
    'rules/pipeline.yml': yaml,
  });
  expect(limpia(['clean', '--max-rejects', '1'], { cwd: root })).toMatchObject({ status: 0 });
  const out = join(root, 'clean');
  return {
    kept: Object.fromEntries(lines<Kept>(out, 'data').map(({ id, text }) => [id, text])),
    dropped: Object.fromEntries(
      lines<{ id: string; reason: string }>(out, 'audit/dropped').map(({ id, reason }) => [id, reason]),
    ),
  };
}

describe('verdicts by language', () => {
  it('are off by default', () => {
    expect(Object.keys(cleaned('{}').kept)).toEqual(['english', 'mixed', 'nothing']);
  });

  it('keep the wanted languages', () => {
    const { kept, dropped } = cleaned('verdict: { keep-languages: [spa] }');
    expect(Object.keys(kept)).toEqual(['mixed']);
    expect(Object.values(dropped)).toEqual(['language', 'language']);
  });

  it('drop what is unsure', () => {
    const { dropped } = cleaned('verdict: { min-score: 0.5 }');
    expect(Object.values(dropped)).toEqual(['language-score']);
  });

  it('take foreign paragraphs out', () => {
    const { kept } = cleaned('verdict: { drop-foreign-paragraphs: true }');
    expect(kept['mixed']).toBe([SPANISH, SPANISH_TOO].join('\n\n'));
    expect(kept['english']).toBe(ENGLISH);
  });

  it('keep foreign paragraphs in wanted languages', () => {
    const { kept } = cleaned('verdict: { drop-foreign-paragraphs: true, keep-languages: [spa, eng] }');
    expect(kept['mixed']).toContain(ENGLISH);
  });
});
