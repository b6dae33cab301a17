/**
 * Letters that a language does not write, among those that its near relations do: a text that holds them is not in
 * it, or names a foreigner. From the alphabets of the national standards.
 */
const STRAYS: Readonly<Record<string, string>> = {
  rus: 'іїєґўјљњђћџѓќѕәғқңөұүһӣӯҳҷҗ',
  ukr: 'ыэёъўјљњђћџѓќѕәғқңөұүһӣӯҳҷҗ',
  bel: 'ищъїєґјљњђћџѓќѕәғқңөұүһӣӯҳҷҗ',
  bul: 'ыэёіїєґўјљњђћџѓќѕәғқңөұүһӣӯҳҷҗ',
  mkd: 'йъщьюяыэёіїєґўђћәғқңөұүһӣӯҳҷҗ',
  srp: 'йъщьюяыэёіїєґўѓќѕәғқңөұүһӣӯҳҷҗäöüåøæõñąęłěřůľ',
  kaz: 'јљњђћџѓќѕўїєґӣӯҳҷҗ',
  kir: 'јљњђћџѓќѕўіїєґәғқұһӣӯҳҷҗ',
  tat: 'јљњђћџѓќѕўіїєґғқұӣӯҳҷ',
  mon: 'јљњђћџѓќѕўіїєґәғқңұһӣӯҳҷҗ',
  tgk: 'јљњђћџѓќѕўіїєґәңөұүһҗыщц',
  uzb: 'јљњђћџѓќѕіїєґәңөұүһӣӯҷҗыщäåøæõñßęłąěřůľ',
  hrv: 'äöüåøæõñąęłěřůľáéíóúýçş',
  bos: 'äöüåøæõñąęłěřůľáéíóúýçş',
  slv: 'äöüåøæõñąęłěřůľáéíóúýćđçş',
  ces: 'äöüåøæõñąęłľĺŕôćđçşœ',
  slk: 'öüåøæõñąęłěřůćđçş',
  pol: 'äöüåøæõñáéíúýčšžěřůľďťňçş',
  spa: 'àèìòùâêîôûãõçäöåøæßčšžąęł',
  cat: 'áâêîôûãõñäöåøæßčšž',
  por: 'ñìòùäöåøæßčšžąęł',
  glg: 'àèìòùâêîôûãõçäöåøæß',
  ita: 'áâêíôûãõñçäöåøæßčšž',
  fra: 'áíóúñãõìòåøßčšž',
  dan: 'äöüßñçãõšžčąęłþð',
  nob: 'äöüßñçãõšžčąęłþð',
  nno: 'äöüßñçãõšžčąęłþð',
  swe: 'æøüßñçãõšžčąęłþð',
  deu: 'åøæñçãõčšžąęłáíóú',
  nld: 'åøæñãõčšžąęłßäâî',
  afr: 'åøæñãõčšžąęłßäçÿ',
  est: 'åøæñçãâáéíóúčąęł',
  fin: 'øæñçãâáéíóúčąęłõü',
  tur: 'äåøæõñßáéíóúčšžąęłəýň',
  aze: 'äåøæõñßáéíóúčšžąęłýň',
  tuk: 'åøæõñßáéíóúčšąęłəğı',
  ind: 'äöüåøæõñßáíóúçčšž',
  msa: 'äöüåøæõñßáíóúçčšž',
  fas: 'ٹڈڑےںھہټډړږښځڅۍېڪٻڀٺٽڄڃڇڍڌڏڊڦڱڳڻۇۆۈەێڕڵ',
  ara: 'پچژگٹڈڑےںھہټډړږښځڅۍېڪٻڀٺٽڄڃڇڍڌڏڊڦڱڳڻۇۆۈەێڕڵ',
  urd: 'ټډړږښځڅۍېڪٻڀٺٽڄڃڇڍڌڏڊڦڱڳڻۇۆۈەێڕڵةى',
};

const NONE: ReadonlyMap<string, number> = new Map();
let byLetter: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Languages by a letter that they do not write. */
function index(): ReadonlyMap<string, ReadonlySet<string>> {
  if (byLetter !== undefined) return byLetter;
  const built = new Map<string, Set<string>>();
  for (const [lang, letters] of Object.entries(STRAYS))
    for (const letter of letters) built.set(letter, (built.get(letter) ?? new Set()).add(lang));
  byLetter = built;
  return built;
}

/** How many letters of `text` each language does not write; none for languages without any. */
export function countStrays(text: string): ReadonlyMap<string, number> {
  let counts: Map<string, number> | undefined;
  const known = index();
  for (const letter of text.toLowerCase()) {
    if (letter < '\x80') continue;
    for (const lang of known.get(letter) ?? []) (counts ??= new Map()).set(lang, (counts.get(lang) ?? 0) + 1);
  }
  return counts ?? NONE;
}
