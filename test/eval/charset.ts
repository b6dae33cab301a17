import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { decode } from 'limpia';
import { EvalError } from './arguments.js';
import { DOUBLE, repertoire, SINGLE, vietnamese } from './charset-pages.js';

/**
 * How often the charset of a file is found, by language and charset, side by side with chardet and uchardet.
 *
 *     npm run eval -- charset [text.tsv] [--python PYTHON]
 *
 * Files are made from the lines of each language that test/eval/charset-model.ts leaves out, in each charset that prints
 * nearly all of them; lines with other characters are not used. Right is what decodes to the same text. PYTHON has
 * chardet and faust-cchardet installed; without it limpia is measured alone.
 */
export function charset(file: string, python: string): void {
  const samples = [...linesOf(file)].flatMap(([language, lines]) => samplesOf(language, lines));
  const theirs = python === '' ? new Map<string, readonly boolean[]>() : peers(python, samples);
  const ours = samples.map(({ bytes, text }) => decode(bytes).text === text);
  const results = new Map([['limpia', ours], ...theirs]);
  const tools = [...results.keys()];
  table(
    'charset',
    samples.map(({ charset }) => charset),
    results,
  );
  table(
    'language',
    samples.map(({ language }) => language),
    results,
  );
  for (const tool of tools) {
    const right = results.get(tool)?.filter(Boolean).length ?? 0;
    process.stdout.write(
      `${tool}: ${right} of ${samples.length} right, ${percent(right, samples.length)} %\n`,
    );
  }
}

const SIZES = [1024, 1024, 1024, 1024, 4096, 4096];
const MIN_LINES = 1200;
/** A charset is used for a language if it prints this share of its lines. */
const MIN_SHARE = 0.6;

interface Sample {
  readonly language: string;
  readonly charset: string;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Languages in whose countries these charsets are used. */
const LANGUAGES =
  'ara_Arab fas_Arab bel_Cyrl bul_Cyrl mkd_Cyrl rus_Cyrl srp_Cyrl ukr_Cyrl ell_Grek heb_Hebr jpn_Kana kor_Hang tha_Thai vie_Latn zho_Hans zho_Hant afr_Latn bos_Latn cat_Latn ces_Latn dan_Latn deu_Latn epo_Latn est_Latn eus_Latn fin_Latn fra_Latn gle_Latn glg_Latn hrv_Latn hun_Latn isl_Latn ita_Latn lav_Latn lit_Latn mlt_Latn nld_Latn nno_Latn nob_Latn pol_Latn por_Latn ron_Latn slk_Latn slv_Latn spa_Latn sqi_Latn swe_Latn tur_Latn cym_Latn oci_Latn'.split(
    ' ',
  );

/** @throws EvalError when the file cannot be read. */
function linesIn(file: string): string[] {
  const { error, status, stdout } = spawnSync('xz', ['-dcf', file], { maxBuffer: 1 << 30 });
  if (error !== undefined || status !== 0) throw new EvalError(`cannot read ${file} with xz`, 4);
  return stdout.toString('utf8').split('\n');
}

function linesOf(file: string): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  const seen = new Map<string, number>();
  for (const line of linesIn(file)) {
    const [name = '', , text = ''] = line.split('\t');
    const n = seen.get(name) ?? 0;
    seen.set(name, n + 1);
    if (n % 2 === 0 || text.length < 30 || !/[^\0-\x7f]/u.test(text)) continue;
    for (const language of name === 'zho_Hani' ? ['zho_Hans', 'zho_Hant'] : [name]) {
      if (!LANGUAGES.includes(language)) continue;
      languages.set(language, [...(languages.get(language) ?? []), text.normalize('NFC')].slice(-MIN_LINES));
    }
  }
  return languages;
}

function samplesOf(language: string, lines: readonly string[]): Sample[] {
  return charsetsOf(language).flatMap(([charset, codec]) => {
    const fit = lines
      .map(line => (charset === 'windows-1258' ? vietnamese(line) : line))
      .filter(line => prints(line, codec));
    if (fit.length < Math.min(lines.length, MIN_LINES) * MIN_SHARE) return [];
    let next = 0;
    return SIZES.flatMap(size => {
      const chosen: string[] = [];
      for (let length = 0; length < size && next < fit.length; next++) {
        const line = fit[next] ?? '';
        chosen.push(line);
        length += iconv.encode(line, codec).length + 1;
      }
      const text = chosen.join('\n');
      const bytes = iconv.encode(text, codec);
      return bytes.length < size - 1 ? [] : [{ language, charset, text, bytes }];
    });
  });
}

/** Charsets of a language, and what iconv-lite calls them. */
function charsetsOf(language: string): (readonly [string, string])[] {
  const wide: readonly (readonly [string, string])[] = [
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ];
  const double: Readonly<Record<string, readonly string[]>> = {
    zho_Hans: ['gbk', 'gb18030'],
    zho_Hant: ['big5'],
    jpn_Kana: ['shift_jis', 'euc-jp'],
    kor_Hang: ['euc-kr'],
  };
  const pages = double[language];
  if (pages) return [...DOUBLE.filter(([name]) => pages.includes(name)), ...wide];
  // Windows' Vietnamese page takes apart what other languages write whole.
  const single = SINGLE.filter(name => (name === 'windows-1258') === (language === 'vie_Latn'));
  return [...single.map(name => [name, name] as const), ...wide];
}

function prints(line: string, codec: string): boolean {
  if (!SINGLE.includes(codec)) return iconv.decode(iconv.encode(line, codec), codec) === line;
  const all = repertoire(codec);
  return !line.includes('\ufffd') && [...line].every(char => all.has(char));
}

/** What chardet and uchardet (as cchardet) say, decoded by Python's codecs as they ask for. */
function peers(python: string, samples: readonly Sample[]): Map<string, readonly boolean[]> {
  const folder = mkdtempSync(join(tmpdir(), 'limpia-charset-'));
  try {
    for (const [i, { bytes, text }] of samples.entries()) {
      writeFileSync(join(folder, `${i}.bin`), bytes);
      writeFileSync(join(folder, `${i}.txt`), text);
    }
    const { stdout, stderr, status } = spawnSync(python, ['-c', PEERS, folder, String(samples.length)], {
      maxBuffer: 1 << 26,
    });
    if (status !== 0) throw new Error(stderr.toString());
    const found = JSON.parse(stdout.toString()) as Record<string, boolean[]>;
    return new Map(Object.entries(found));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PEERS = `
import sys, json, chardet, cchardet
folder, n = sys.argv[1], int(sys.argv[2])
WINDOWS = {'gb2312': 'gb18030', 'gbk': 'gb18030', 'shift_jis': 'cp932', 'euc-kr': 'cp949', 'uhc': 'cp949', 'big5': 'cp950', 'iso-8859-1': 'cp1252', 'tis-620': 'cp874', 'iso-8859-11': 'cp874'}
def right(found, data, text):
    name = (found.get('encoding') or 'ascii').lower()
    for codec in (name, WINDOWS.get(name, name)):
        try:
            if data.decode(codec).lstrip('\\ufeff') == text: return True
        except (LookupError, UnicodeDecodeError): pass
    return False
out = {'chardet ' + chardet.__version__: [], 'uchardet (faust-cchardet)': []}
for i in range(n):
    data = open(f'{folder}/{i}.bin', 'rb').read()
    text = open(f'{folder}/{i}.txt', encoding='utf-8', newline='').read()
    for tool, detect in zip(out, (chardet.detect, cchardet.detect)):
        out[tool].append(right(detect(data), data, text))
json.dump(out, sys.stdout)
`;

function table(
  title: string,
  groups: readonly string[],
  results: ReadonlyMap<string, readonly boolean[]>,
): void {
  const tools = [...results.keys()];
  process.stdout.write(
    `| ${title} | files | ${tools.join(' | ')} |\n| --- | --- |${' --- |'.repeat(tools.length)}\n`,
  );
  for (const group of [...new Set(groups)].sort()) {
    const places = groups.flatMap((name, i) => (name === group ? [i] : []));
    const cells = tools.map(tool =>
      percent(places.filter(i => results.get(tool)?.[i] === true).length, places.length),
    );
    process.stdout.write(`| ${group} | ${places.length} | ${cells.join(' | ')} |\n`);
  }
  process.stdout.write('\n');
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(1);
}
