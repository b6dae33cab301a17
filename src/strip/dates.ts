/** Names of months in Latin letters, as dates have them, from January on. */
export const MONTHS: readonly string[] = [
  'january jan enero janeiro janvier januar gennaio januari stycznia',
  'february feb febrero fevereiro février februar febbraio februari lutego',
  'march mar marzo março mars märz maart marca',
  'april apr abril avril aprile kwietnia',
  'may mayo maio mai maggio mei maja',
  'june jun junio junho juin juni giugno czerwca',
  'july jul julio julho juillet juli luglio lipca',
  'august aug agosto août augustus sierpnia',
  'september sep sept septiembre setembro septembre settembre września',
  'october oct octubre outubro octobre oktober ottobre października',
  'november nov noviembre novembro novembre listopada',
  'december dec diciembre dezembro décembre dezember dicembre grudnia',
];

/** A day, a month by its name and a year, in the order of most languages or of American English; or an ISO date. */
const DAY_FIRST =
  /(?<![\p{L}\p{N}])(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)? (?:of |de |d’|d')?(?<month>\p{L}{3,12})\.?,? (?:de |del )?(?<year>\d{4})(?!\d)/u;
const MONTH_FIRST =
  /(?<![\p{L}\p{N}])(?<month>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/u;
const ISO = /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/u;

/** The first date that a text names, as the start of that day in UTC; undefined where none is told for certain. */
export function dateIn(text: string): string | undefined {
  for (const form of [ISO, DAY_FIRST, MONTH_FIRST]) {
    const { year = '', month = '', day = '' } = form.exec(text)?.groups ?? {};
    const number = form === ISO ? Number(month) : monthOf(month);
    const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00.000Z`;
    // 31 April is no day: it would come back as another one.
    if (number > 0 && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString() === iso) return iso;
  }
  return undefined;
}

function monthOf(name: string): number {
  return MONTHS.findIndex(names => names.split(' ').includes(name.toLowerCase())) + 1;
}
