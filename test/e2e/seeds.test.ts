import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byPath, type CleanRecord, limpia, paragraphs } from '../support/cli.js';
import { shared } from '../support/shared.js';

const seeds = shared('seeds');

/** Four scraped articles that lie beside the project; their text is others', so the tests quote a few words at most. */
describe.skipIf(seeds.missing)('the seed articles', () => {
  let out = '';
  let records: ReadonlyMap<string, CleanRecord> = new Map();
  const names = seeds.missing ? [] : readdirSync(seeds.path).sort();
  const original = (name: string): string => readFileSync(join(seeds.path, name), 'utf8');
  const seed = (number: string): CleanRecord => {
    const name = names.find(one => one.startsWith(number)) ?? '';
    const record = records.get(name);
    if (!record) throw new Error(`no record of seed ${number}`);
    return record;
  };
  /** The lines of a seed that are prose: over 200 characters. */
  const longLines = (number: string): string[] =>
    original(names.find(one => one.startsWith(number)) ?? '')
      .split('\n')
      .filter(line => line.length > 200);

  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'limpia-seeds-'));
    const { status, stderr } = limpia(['clean', seeds.path, '--out', out]);
    expect(stderr).toContain('4');
    expect(status).toBe(0);
    records = byPath(out);
  });
  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
  });

  it('000: only the misplaced quotation mark changes', () => {
    const expected = original(names[0] ?? '').replace(' ’foreign ministries', '’ foreign ministries');
    expect(expected).toContain('’ foreign ministries');
    expect(seed('000').text).toBe(expected);
    expect(
      paragraphs(seed('000'))
        .filter(({ kind }) => kind === 'heading')
        .map(({ text }) => text),
    ).toEqual(['Iraq is in command']);
  });

  it('001: only the glued word changes', () => {
    const expected = original(names[1] ?? '').replace('of160,000', 'of 160,000');
    expect(expected).toContain('of 160,000');
    expect(seed('001').text).toBe(expected);
    expect(seed('001').text).toContain('3.000');
    expect(
      paragraphs(seed('001'))
        .filter(({ kind }) => kind === 'heading')
        .map(({ text }) => text),
    ).toEqual(['Withdrawal from Iraq']);
  });

  it('002: the page around the article is gone, title and byline are fields, every paragraph is whole', () => {
    const { text, metadata } = seed('002');
    const [title, ...rest] = text.split('\n').filter(Boolean);
    const headline = original(names[2] ?? '').split('\n')[6];
    expect(headline).toMatch(/^Biden .+ Country$/);
    expect(title).toBe(headline);
    expect(metadata.title).toBe(title);
    expect(metadata.byline).toBe('Staff, Agencies');
    const prose = original(names[2] ?? '')
      .split('\n')
      .filter(line => line.length > 100);
    expect(prose).toHaveLength(11);
    expect(rest).toEqual(prose);
  });

  it('003: captions are repaired and tagged, the tail block is gone, the rest stays', () => {
    const record = seed('003');
    const { text, metadata } = record;
    for (const word of [
      'después',
      'jardín',
      'coalición',
      'iraquíes',
      'helicóptero',
      'aérea',
      'Badgad',
      'estadounidensess',
      'AFP/ ROSLAN',
    ])
      expect(text).toContain(word);
    const parts = paragraphs(record);
    const captions = parts.filter(({ kind }) => kind === 'caption');
    expect(captions.map(({ lang }) => lang)).toEqual(['eng', 'spa', 'spa', 'spa']);
    expect(captions[0]?.text).toBe('AP/PATRICK SEMANSKY - President Joe Biden at the Pentagon');
    expect(metadata.lang).toBe('eng');
    expect(metadata.title).toBe('US announces withdrawal of troops from Iraq');
    expect(parts[0]?.text).toMatch(
      /^US combat troops will leave Iraq by the end of the year, although .* Iraqi army$/,
    );
    expect(parts[1]).toMatchObject({ text: 'US announces withdrawal of troops from Iraq', kind: 'heading' });
    expect(text).toMatch(/scheduled for October\.$/);
    expect(text).not.toMatch(/\u00a0| {2}| \n|photo_camera|More in Politics/);
    const body = longLines('003')
      .slice(0, -2)
      .filter(line => !/[\u4e00-\u9fff]/.test(line));
    const cleaned = new Set(parts.map(part => part.text));
    for (const line of body)
      expect(cleaned).toContain(line.replaceAll('\u00a0', ' ').replace(/ {2,}/g, ' ').trim());
  });

  it('come back exactly', () => {
    for (const name of names) {
      const id = records.get(name)?.id ?? '';
      expect(limpia(['restore', id, '--from', out]).stdout).toBe(original(name));
    }
    const restored = join(out, '../', `restored-${process.pid}`);
    try {
      expect(limpia(['restore', '--all', '--from', out, '--out', restored]).status).toBe(0);
      for (const name of names) expect(readFileSync(join(restored, name), 'utf8')).toBe(original(name));
    } finally {
      rmSync(restored, { recursive: true, force: true });
    }
  });

  it('are told by explain', () => {
    const byId = limpia(['explain', seed('003').id, '--from', out]).stdout;
    const byFile = limpia(['explain', join(seeds.path, names[3] ?? '')]).stdout;
    for (const story of [byId, byFile])
      for (const part of [
        'despu[-茅-]{+é+}s',
        'mojibake/utf-8-as-gbk',
        '[-photo_camera -]',
        'More in Politics',
        'caption',
        'spa',
        'kept',
      ])
        expect(story).toContain(part);
  });
});
