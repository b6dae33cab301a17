/** The 253 names of HTML 4.01 (section 24), and XML's `apos`. Every one of them needs its semicolon here. */
const HTML4 = new Set(
  `amp apos gt lt quot nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
  sup1 sup2 sup3 acute micro para middot cedil ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml
  Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times
  Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute
  ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
  yacute thorn yuml fnof Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma
  Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho
  sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv bull hellip prime Prime oline frasl weierp image real
  trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod
  sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube supe
  oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams OElig oelig Scaron scaron
  Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger permil
  lsaquo rsaquo euro`.split(/\s+/),
);

/** HTML 5's letters with marks and Cyrillic letters, and its names for everyday signs. Others, such as `&target;`, look like code. */
const HTML5 =
  /^(?:[A-Za-z](?:caron|breve|dot|macr|ogon|strok|dblac|cedil|acute|circ|ring)|[A-Za-z]{1,6}cy|AMP|LT|GT|QUOT|COPY|REG|TRADE|NewLine|Tab|NonBreakingSpace|comma|period|colon|semi|excl|quest|num|dollar|percnt|ast|plus|equals|commat|lpar|rpar|lsqb|rsqb|lbrack|rbrack|lcub|rcub|lbrace|rbrace|sol|bsol|lowbar|grave|verbar|vert|horbar|hyphen|dash|rsquor|ldquor|lsquor|rdquor|inodot|imath)$/;

/** Names that are also common names of variables: `x = &sum;` is C, "&sum; x" is a formula. */
const VARIABLES = new Set(
  'image real part exist empty sum prod and or not cap cup int sub sup prop lang rang sim ni num period'.split(
    ' ',
  ),
);

/** Legacy names that browsers accept without a semicolon and that mean nothing else in text. */
const WITHOUT_SEMICOLON =
  /^(?:nbsp|[AEIOUYaeiouy](?:acute|grave|circ|uml)|[ANOano]tilde|[Cc]cedil|szlig|laquo|raquo)$/;

export function isName(name: string): boolean {
  return HTML4.has(name) || HTML5.test(name);
}

export function isVariableName(name: string): boolean {
  return VARIABLES.has(name);
}

export function standsWithoutSemicolon(name: string): boolean {
  return WITHOUT_SEMICOLON.test(name);
}
