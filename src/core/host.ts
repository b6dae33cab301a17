/** The host of an address, lower case, without `www.`; '' when there is none. */
export function hostOf(url: string): string {
  if (url === '' || !URL.canParse(url)) return '';
  return new URL(url).hostname.replace(/^www\./, '');
}

/** The site of a record: its host or, where it tells no address, its folder right below the input; '' when unknown. */
export function siteOf(url: string, path: string): string {
  const host = hostOf(url);
  if (host !== '') return host;
  const slash = path.indexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
