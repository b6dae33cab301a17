const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A date as `YYYY-MM-DDTHH:MM:SS.000Z`, or undefined when it is not an ISO 8601 date of the calendar.
 * A date without a zone is taken as UTC, never as this machine's.
 */
export function isoDate(text: string): string | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '00',
    minute = '00',
    second = '00',
    fraction = '',
    zone = 'Z',
  ] = match;
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const calendarDay = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(calendarDay.getTime()) || calendarDay.getUTCDate() !== Number(day)) return undefined;
  const moment = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`,
  );
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999 || moment.getUTCFullYear() < 0)
    return undefined;
  return moment.toISOString();
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FEED =
  /^(?:[a-z]{3}, ?)?(?<day>\d{1,2}) (?<month>[a-z]{3}) (?<year>\d{4}) (?<time>\d\d:\d\d(?::\d\d)?) ?(?<zone>gmt|utc?|z|[+-]\d{4})$/i;

/** In CSV, numbers are texts. */
const UNIX = /^(?:\d{10}|\d{13})$/;
/** Seconds of 1973 to 2286, and the same years in milliseconds. */
const SECONDS = { least: 1e8, most: 1e10 };
const MILLISECONDS = { least: 1e11, most: 1e13 };

/**
 * A record's date in the same form: of ISO 8601, as feeds and mail have it (RFC 5322: `Mon, 06 Sep 2021 00:01:00 +0200`),
 * or a number of seconds or milliseconds since 1970. Undefined for what is none of these.
 */
export function recordDate(value: unknown): string | undefined {
  if (typeof value === 'number') return unixDate(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return isoDate(text) ?? (UNIX.test(text) ? unixDate(Number(text)) : feedDate(text));
}

function feedDate(text: string): string | undefined {
  const { day = '', month = '', year = '', time = '', zone = '' } = FEED.exec(text)?.groups ?? {};
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return isoDate(`${year}-${number}-${day.padStart(2, '0')}T${time}${/^[a-z]/i.test(zone) ? 'Z' : zone}`);
}

function unixDate(value: number): string | undefined {
  const isIn = ({ least, most }: typeof SECONDS): boolean => value >= least && value < most;
  const milliseconds = isIn(SECONDS) ? 1000 * value : isIn(MILLISECONDS) ? value : undefined;
  return milliseconds === undefined ? undefined : new Date(Math.trunc(milliseconds)).toISOString();
}
