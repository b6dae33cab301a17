/** Code pages whose names are more than their labels in capitals. */
const NAMES: Readonly<Record<string, string>> = {
  big5: 'Big5',
  macintosh: 'Mac Roman',
  maccyrillic: 'Mac Cyrillic',
  maccenteuro: 'Mac Central European',
  maccroatian: 'Mac Croatian',
  macgreek: 'Mac Greek',
  macromania: 'Mac Romanian',
  macturkish: 'Mac Turkish',
  shift_jis: 'Shift_JIS',
};

/** A confusion as a person would say it: `utf-8-as-windows-1252+gbk` is UTF-8 read as GBK, then as Windows-1252. */
export function inWords(confusion: string): string {
  const at = confusion.indexOf('-as-');
  if (at < 0) return confusion;
  const read = confusion
    .slice(at + 4)
    .split('+')
    .reverse()
    .map(nameOf);
  const [first = ''] = read;
  const layers = read.every(name => name === first)
    ? `${first}${TIMES[read.length] ?? ''}`
    : read.join(', then as ');
  return `${nameOf(confusion.slice(0, at))} read as ${layers}`;
}

const TIMES: readonly string[] = ['', '', ' twice', ' three times'];

function nameOf(page: string): string {
  return NAMES[page] ?? page.toUpperCase().replace('WINDOWS', 'Windows');
}

/** The name of what happened by the pages it was misread as, such as `utf-8-as-gbk`. */
export function confusionOf(chain: string): string {
  if (chain === '') return 'windows-1252-as-iso-8859-1';
  return chain.includes('-as-') ? chain : `utf-8-as-${chain}`;
}
