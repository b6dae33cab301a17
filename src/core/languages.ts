/**
 * Every language that limpia can answer with besides `und` (ISO 639-3): those of its model, those that own a script, and
 * those that only franc knows.
 */
export const LANGUAGES: readonly string[] =
  `ace ach ada afr amh ara arg asm ast ayr aze bak bam ban bar bci bcl bel bem ben bho bin bjn bod bos bre bug bul
  bum bxr cak cat ceb ces cha che chm chr chv cjk ckb crh cym dan deu din dip diq div dsb dyu ell emk eng epo est
  eus ewe fao fas fin fon fra frr fry fuf ful fur gaa gla gle glg glv grn guj hat hau haw heb hil hin hms hnj hrv
  hsb hun hye ibb ibo ido iii iku ilo ina ind inh isl ita jav jpn kaa kab kan kat kaz kbd kbp kde khm kin kir kmb
  kmr knc kng koi kom kor krc ksh lao lat lav lij lim lin lit lmo ltz lua lug lun mad mag mai mal mar mdf men min
  mkd mlg mlt mon mos mri msa mya myv mzn nap ndo nds nep nhn nld nno nob nqo nso nus nya nyn oci ori orm oss pam
  pan pms pnb pol por pus que qug quy quz rmn roh ron rue run rup rus sag sah san sat scn sco shn sin skr slk slv
  sme smo sna snd snk som son sot spa sqi src srd srp ssw suk sun swa swe syr szl tam tat tel tem tgk tgl tha tir
  tiv toi tok ton tpi tsn tso tuk tur tyv tzm udm uig ukr umb urd uzb vec ven vie vmw vol war wln wol xal xho yao
  yid yor zgh zho zul zyb`.split(/\s+/);

const KNOWN: ReadonlySet<string> = new Set(LANGUAGES);

/** ISO 639-1 codes of the languages that rules are likely to be written for, with their ISO 639-3 codes. */
const TWO_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  `af afr,am amh,an arg,ar arb,as asm,ay ayr,az aze,ba bak,be bel,bg bul,bm bam,bn ben,bo bod,br bre,bs bos,ca cat,
  ce che,ch cha,cs ces,cv chv,cy cym,da dan,de deu,dv div,ee ewe,el ell,en eng,eo epo,es spa,et est,eu eus,fa pes,
  ff ful,fi fin,fo fao,fr fra,fy fry,ga gle,gd gla,gl glg,gn grn,gu guj,gv glv,ha hau,he heb,hi hin,hr hrv,ht hat,
  hu hun,hy hye,ia ina,id ind,ig ibo,ii iii,io ido,is isl,it ita,iu iku,ja jpn,jv jav,ka kat,kg kng,kk kaz,km khm,
  kn kan,ko kor,kr knc,ku kur,kv kom,ky kir,la lat,lb ltz,lg lug,li lim,ln lin,lo lao,lt lit,lv lav,mg mlg,mi mri,
  mk mkd,ml mal,mn mon,mr mar,ms msa,mt mlt,my mya,nb nob,ne nep,ng ndo,nl nld,nn nno,no nor,ny nya,oc oci,om orm,
  or ori,os oss,pa pan,pl pol,ps pus,pt por,qu que,rm roh,rn run,ro ron,ru rus,rw kin,sa san,sc srd,sd snd,se sme,
  sg sag,si sin,sk slk,sl slv,sm smo,sn sna,so som,sq sqi,sr srp,ss ssw,st sot,su sun,sv swe,sw swa,ta tam,te tel,
  tg tgk,th tha,ti tir,tk tuk,tl tgl,tn tsn,to ton,tr tur,ts tso,tt tat,ug uig,uk ukr,ur urd,uz uzb,ve ven,vi vie,
  vo vol,wa wln,wo wol,xh xho,yi yid,yo yor,za zyb,zh zho,zu zul`
    .split(/,\s*/)
    .map(pair => pair.trim().split(' ') as [string, string]),
);

/** Identifiers answer with one variety of these macrolanguages, or with the macrolanguage itself. */
const VARIETIES: Readonly<Record<string, readonly string[]>> = {
  kur: ['kur', 'kmr', 'ckb'],
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

/** The codes of ISO 639-3 that one of ISO 639-1 or 639-3 stands for; undefined for an unknown two-letter code. */
function languageCodes(code: string): readonly string[] | undefined {
  const three = code.length === 2 ? TWO_LETTERS[code] : code;
  return three === undefined ? undefined : (VARIETIES[three] ?? [three]);
}

/** The two-letter code of an ISO 639-3 code or of the macrolanguage it belongs to; undefined where there is none. */
export function languageOf(code: string): string | undefined {
  return Object.keys(TWO_LETTERS).find(two => languageCodes(two)?.includes(code));
}

/** Individual languages under the macro-language that limpia names; ISO 639-3's macrolanguage table. */
const MACRO: Readonly<Record<string, string>> = {
  arb: 'ara',
  azj: 'aze',
  azb: 'aze',
  ekk: 'est',
  lvs: 'lav',
  pes: 'fas',
  prs: 'fas',
  cmn: 'zho',
  zsm: 'msa',
  zlm: 'msa',
  plt: 'mlg',
  khk: 'mon',
  npi: 'nep',
  ory: 'ori',
  als: 'sqi',
  swh: 'swa',
  swc: 'swa',
  uzn: 'uzb',
  uzs: 'uzb',
  ydd: 'yid',
  fuv: 'ful',
  fuc: 'ful',
  mhr: 'chm',
  pbt: 'pus',
  pbu: 'pus',
  pst: 'pus',
  fil: 'tgl',
  gax: 'orm',
  gaz: 'orm',
  hae: 'orm',
  nor: 'nob',
  bcc: 'bal',
};

/** The code that limpia uses for an ISO 639-3 code: the macro-language where speakers write one standard. */
export function macro(code: string): string {
  return MACRO[code] ?? code;
}

/**
 * What limpia calls the languages that a code stands for, of ISO 639-3 or 639-1 or of a variety that it does not tell from
 * others: `es` is spa, `cmn` zho, `no` nob and nno. Empty for what it cannot answer with.
 */
export function languagesOf(code: string): readonly string[] {
  if (code === 'und' || KNOWN.has(code)) return [code];
  const codes = (languageCodes(code) ?? []).map(macro).filter(one => KNOWN.has(one));
  return [...new Set(codes)];
}
