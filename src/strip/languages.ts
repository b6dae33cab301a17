/** ISO 639-1 codes of the languages that rules are likely to be written for, with their ISO 639-3 codes. */
const TWO_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  `aa aar,ab abk,af afr,am amh,ar arb,as asm,az aze,be bel,bg bul,bn ben,bo bod,br bre,bs bos,ca cat,cs ces,cy cym,da dan,
  de deu,el ell,en eng,eo epo,es spa,et est,eu eus,fa pes,fi fin,fo fao,fr fra,fy fry,ga gle,gd gla,gl glg,gu guj,ha hau,he heb,
  hi hin,hr hrv,ht hat,hu hun,hy hye,id ind,ig ibo,is isl,it ita,ja jpn,jv jav,ka kat,kk kaz,km khm,kn kan,ko kor,ku kur,ky kir,
  la lat,lb ltz,lo lao,lt lit,lv lav,mg mlg,mi mri,mk mkd,ml mal,mn mon,mr mar,ms msa,mt mlt,my mya,nb nob,ne nep,nl nld,nn nno,
  no nor,oc oci,or ori,pa pan,pl pol,ps pus,pt por,qu que,ro ron,ru rus,rw kin,sa san,sd snd,si sin,sk slk,sl slv,so som,sq sqi,
  sr srp,su sun,sv swe,sw swa,ta tam,te tel,tg tgk,th tha,ti tir,tk tuk,tl tgl,tr tur,tt tat,ug uig,uk ukr,ur urd,uz uzb,vi vie,
  wo wol,xh xho,yi yid,yo yor,zh zho,zu zul`
    .split(/,\s*/)
    .map(pair => pair.trim().split(' ') as [string, string]),
);

/** Identifiers answer with one variety of these macrolanguages, or with the macrolanguage itself. */
const VARIETIES: Readonly<Record<string, readonly string[]>> = {
  arb: ['ara', 'arb'],
  pes: ['fas', 'pes', 'prs'],
  zho: ['zho', 'cmn', 'yue'],
  msa: ['msa', 'zsm', 'zlm'],
  nor: ['nor', 'nob', 'nno'],
  est: ['est', 'ekk'],
  lav: ['lav', 'lvs'],
  swa: ['swa', 'swh'],
  uzb: ['uzb', 'uzn'],
  aze: ['aze', 'azj'],
  mon: ['mon', 'khk'],
  nep: ['nep', 'npi'],
  ori: ['ori', 'ory'],
  sqi: ['sqi', 'als'],
};

/** The ISO 639-3 codes that a code of a rule file (ISO 639-1 or 639-3) stands for; undefined for an unknown two-letter code. */
export function languageCodes(code: string): readonly string[] | undefined {
  const three = code.length === 2 ? TWO_LETTERS[code] : code;
  return three === undefined ? undefined : (VARIETIES[three] ?? [three]);
}

/** The two-letter code of an ISO 639-3 code or of the macrolanguage it belongs to; undefined where there is none. */
export function languageOf(code: string): string | undefined {
  return Object.keys(TWO_LETTERS).find(two => languageCodes(two)?.includes(code));
}
