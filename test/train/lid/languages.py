"""Languages that the model tells apart, by script (ISO 15924), and the codes that the sources use for them."""

# Languages with texts of several kinds, which every evaluation asks for.
MAIN = {
    "Latn": (
        "afr ast aze bos cat ceb ces cym dan deu eng epo est eus fao fin fra gla gle glg hat hau "
        "hrv hun ibo ind isl ita jav kin kmr lav lit ltz lug mlg mlt mri msa nld nno nob nya oci "
        "pol por ron slk slv smo sna som sot spa sqi srp sun swa swe tgl tsn tso tuk tur uzb vie "
        "wol xho yor zul "
    ),
    "Cyrl": (
        "bel bul kaz kir mkd mon rus srp tat tgk ukr "
    ),
    "Arab": (
        "ara ckb fas pus snd uig urd "
    ),
    "Deva": (
        "hin mar nep "
    ),
    "Beng": (
        "ben asm "
    ),
    "Hebr": (
        "heb yid "
    ),
    "Ethi": (
        "amh tir "
    ),
}
# The long tail: known from one source or two, and far rarer where people put text online.
TAIL = {
    "Latn": (
        "ach arg ban bar bcl bjn bre cak cha crh din diq dsb ewe frr fry ful fur glv grn haw hil hsb "
        "ido ilo ina kaa kab knc ksh lat lij lim lin lmo min nap nds nso nus orm pam pms que roh "
        "scn sco sme son srd ssw szl tok ton vec ven vol war wln "
    ),
    "Cyrl": (
        "bak bxr che chm chv inh kom krc mdf myv oss rue sah tyv udm xal "
    ),
    "Arab": (
        "pnb skr mzn "
    ),
    "Deva": (
        "bho mai san "
    ),
}

# How likely a language of the tail is before anything is read, beside one of the main ones: few people put text online in
# it, and two words that both languages have are hardly ever its own. Anything from a third to a thirtieth tags two to
# five words alike to a few in a thousand.
TAIL_PRIOR = 0.1

# Codes that limpia files under another.
SAME = {
    "arb": "ara", "azj": "aze", "ekk": "est", "fuv": "ful", "fil": "tgl", "gaz": "orm", "khk": "mon",
    "kng": "kon", "lvs": "lav", "mhr": "chm", "nor": "nob", "npi": "nep", "pbu": "pus", "pes": "fas",
    "plt": "mlg", "quz": "que", "swh": "swa", "uzn": "uzb", "ydd": "yid", "zlm": "msa", "als": "sqi",
}

# CLDR's codes.
CLDR = dict(
    pair.split(":")
    for pair in (
        "af:afr am:amh ar:ara as:asm ast:ast az:aze be:bel bg:bul bn:ben br:bre bs:bos ca:cat "
        "ceb:ceb ckb:ckb cs:ces cv:chv cy:cym da:dan de:deu dsb:dsb en:eng es:spa et:est eu:eus "
        "fa:fas fi:fin fil:tgl fo:fao fr:fra ga:gle gd:gla gl:glg ha:hau he:heb hi:hin hr:hrv "
        "hsb:hsb hu:hun ia:ina id:ind ig:ibo is:isl it:ita jv:jav kab:kab kk:kaz ku:kmr ky:kir "
        "lb:ltz lij:lij lt:lit lv:lav mai:mai mi:mri mk:mkd mn:mon mr:mar ms:msa mt:mlt ne:nep "
        "nl:nld nn:nno no:nob nso:nso oc:oci om:orm pl:pol ps:pus pt:por qu:que rm:roh ro:ron "
        "ru:rus rw:kin sa:san sc:srd sd:snd sk:slk sl:slv so:som sq:sqi sr:srp sr-Latn:srp su:sun "
        "sv:swe sw:swa tg:tgk ti:tir tk:tuk tn:tsn to:ton tr:tur tt:tat ug:uig uk:ukr ur:urd uz:uzb "
        "vec:vec vi:vie wo:wol xh:xho yo:yor zu:zul "
    ).split()
)

# langidentify's codes.
TOP_WORDS = dict(
    pair.split(":")
    for pair in (
        "af:afr am:amh ar:ara az:aze be:bel bg:bul bs:bos ca:cat cs:ces cy:cym da:dan de:deu en:eng "
        "eo:epo es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle hr:hrv hu:hun id:ind is:isl it:ita "
        "la:lat lb:ltz lg:lug lt:lit lv:lav mi:mri mk:mkd mn:mon ms:msa nl:nld nn:nno no:nob om:orm "
        "pl:pol ps:pus pt:por ro:ron ru:rus sk:slk sl:slv sn:sna so:som sq:sqi sr:srp st:sot sv:swe "
        "sw:swa ti:tir tl:tgl tn:tsn tr:tur ts:tso uk:ukr ur:urd vi:vie xh:xho yo:yor zu:zul "
    ).split()
)

# wordfreq's codes.
WORD_FREQ = dict(
    pair.split(":")
    for pair in (
        "ar:ara bg:bul bn:ben ca:cat cs:ces da:dan de:deu en:eng es:spa fa:fas fi:fin fil:tgl fr:fra he:heb "
        "hi:hin hu:hun id:ind is:isl it:ita lt:lit lv:lav mk:mkd ms:msa nb:nob nl:nld pl:pol pt:por ro:ron "
        "ru:rus sk:slk sl:slv sv:swe tr:tur uk:ukr ur:urd vi:vie "
    ).split()
)

# Codes of the packages that fetch.sh brings.
PACKAGED = dict(
    pair.split(":")
    for pair in (
        "ach_UG:ach af:afr am:amh ar:ara ast:ast az:aze be:bel bg:bul bg_BG:bul bn:ben bn_BD:ben bs:bos bs_BA:bos ca:cat "
        "ckb:ckb cs:ces cy:cym da:dan de:deu en:eng en-US:eng eo:epo es:spa es_ES:spa es-419:spa et:est eu:eus fa:fas ff_CM:ful "
        "fi:fin fil:tgl fr:fra fr_FR:fra ga:gle gd:gla gl:glg ha:hau he:heb hi:hin hi_IN:hin hr:hrv ht:hat hu:hun id:ind "
        "is:isl it:ita jv_ID:jav kab:kab kk:kaz ky:kir lb:ltz lt:lit lv:lav mg:mlg mi:mri mk:mkd mn:mon mr:mar ms:msa "
        "ms_MY:msa nb:nob nl:nld nn:nno ny:nya oc:oci pl:pol pt:por pt-BR:por pt_BR:por pt-PT:por pt_MZ:por ro:ron ru:rus "
        "sk:slk sl:slv sq:sqi sr:srp sr@latin:srp su_ID:sun sv:swe sw:swa sw_TZ:swa tl:tgl tr:tur ug_CN:uig uk:ukr ur:urd "
        "ur_PK:urd uz:uzb vi:vie yo:yor "
    ).split()
)
# Languages whose words are known from Tesseract's lists, for want of one with counts.
WEB_WORDS = "bre fao fry gla hat jav kmr mlt mri oci que sun tgk uig uzb yor".split()
