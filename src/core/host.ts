/** Addresses whose host the URL parser (WHATWG) gives back as it stands; nearly all are. */
const PLAIN = /^https?:\/\/([a-z\d.-]*\.[a-z]+)(?=[/?#]|$)/;

/** The host of an address, lower case, without `www.`; '' when there is none. */
export function hostOf(url: string): string {
  const [, plain = ''] = PLAIN.exec(url) ?? [];
  // What says that it is Punycode may be none.
  const host = plain !== '' && !plain.includes('xn--') ? plain : parsedHost(url);
  return host.startsWith(WWW) ? host.slice(WWW.length) : host;
}

const WWW = 'www.';

/** Not by `URL.canParse`: in Node 20 it takes letters beyond ASCII for broken ones, but only once its caller is optimised. */
function parsedHost(url: string): string {
  if (url === '') return '';
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** The site of a record: its host or, where it tells no address, its folder right below the input; '' when unknown. */
export function siteOf(url: string, path: string): string {
  const host = hostOf(url);
  if (host !== '') return host;
  const slash = path.indexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
