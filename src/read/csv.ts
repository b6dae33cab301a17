import { parse } from 'csv-parse/sync';
import { cut, MARK, type Mark, type Scanner } from './cut.js';
import type { Format, Parsed, ParseOptions } from './format.js';
import { parseRecord } from './record.js';

/** Comma-separated values (RFC 4180) with a header; the header tells whether the separator is a comma, semicolon or tab. */
export const csv: Format = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  lines: false,
  whole: false,
  markup: 'plain',
  split: options => cut(options, rowScanner()),
  parser: rowParser,
};

const SEPARATORS = [',', ';', '\t', '|'];

/** Of the separators the one that the header holds most of, outside of quotes. */
export function separatorOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = SEPARATORS.map(separator => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/**
 * Finds rows. A quote at the start of a cell opens it, line ends included. Where what follows the closing quote shows
 * that it was none, the row's first line is rejected and the lines after it are read anew: one stray quote costs one row.
 */
export function rowScanner(): Scanner {
  let separator = 0x2c;
  let state: 'between' | 'cell' | 'plain' | 'quoted' | 'quote' = 'between';
  let lines = 0;

  function endOfCell(symbol: number): Mark {
    if (symbol === separator) state = 'cell';
    else if (symbol === LF) {
      state = 'between';
      return MARK.endsBefore;
    } else if (symbol !== CR) state = 'plain';
    return MARK.none;
  }

  function between(symbol: number): Mark {
    if (symbol === LF || symbol === CR) return MARK.none;
    lines = 0;
    state = symbol === QUOTE ? 'quoted' : symbol === separator ? 'cell' : 'plain';
    return MARK.starts;
  }

  function afterQuote(symbol: number): Mark {
    if (symbol === QUOTE) {
      state = 'quoted';
      return MARK.none;
    }
    if (symbol === separator || symbol === LF || symbol === CR) return endOfCell(symbol);
    state = 'plain';
    return lines > 0 ? MARK.brokenLine : MARK.none;
  }

  return {
    begin: head => {
      const end = head.indexOf(LF);
      const line = Buffer.from(head.subarray(0, end < 0 ? head.length : end)).toString('latin1');
      separator = separatorOf(line).charCodeAt(0);
    },
    next: symbol => {
      if (state === 'plain') return symbol === separator || symbol === LF ? endOfCell(symbol) : MARK.none;
      if (state === 'quoted') {
        if (symbol === QUOTE) state = 'quote';
        else if (symbol === LF) lines++;
        return MARK.none;
      }
      if (state === 'between') return between(symbol);
      if (state === 'quote') return afterQuote(symbol);
      if (symbol !== QUOTE) return endOfCell(symbol);
      state = 'quoted';
      return MARK.none;
    },
    end: () => (state === 'quoted' && lines > 0 ? 'again' : 'whole'),
    reset: () => {
      state = 'between';
    },
    broken: { reason: 'invalid-csv', error: 'A quote opens a cell of this row, and none closes it.' },
    cut: { reason: 'truncated', error: 'The file ends inside a row.' },
  };
}

function rowParser(options: ParseOptions): (text: string) => Parsed | undefined {
  let header: readonly string[] | undefined;
  let separator = ',';
  return text => {
    const row = text.replace(/\r$/, '');
    if (header === undefined) {
      separator = separatorOf(row.split('\n')[0] ?? '');
      header = cells(row, separator) ?? [];
      return undefined;
    }
    const values = cells(row, separator);
    if (values === undefined)
      return {
        ok: false,
        reason: 'invalid-csv',
        error: 'A quote opens a cell of this row, and none closes it.',
      };
    if (values.length !== header.length)
      return {
        ok: false,
        reason: 'ragged-row',
        error: `The row has ${values.length} cells, the header ${header.length}.`,
      };
    const members = header.map((name, i) => `${JSON.stringify(name)}:${JSON.stringify(values[i])}`);
    return parseRecord(`{${members.join(',')}}`, options);
  };
}

/** The cells of a row; undefined when its quotes make no sense. */
function cells(row: string, separator: string): readonly string[] | undefined {
  if (!row.includes('"')) return row.split(separator);
  try {
    const rows = parse(row, {
      delimiter: separator,
      relax_quotes: true,
      relax_column_count: true,
      trim: false,
    });
    return rows.length === 1 ? rows[0] : undefined;
  } catch {
    return undefined;
  }
}
