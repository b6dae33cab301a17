import type { Edit, Level, Suspect } from '../core/document.js';
import { invert, mapOffset } from '../core/edits.js';
import { type EditStage, NOTHING } from '../core/stage.js';
import { type Known, NOTHING_KNOWN, repairOnce } from './mojibake/rounds.js';
import { compose } from './compose.js';
import { touchedLines } from './touched-lines.js';

export interface MojibakeOptions {
  readonly level?: Level;
  /** What earlier texts of the same source have shown: the `known` of the last one's repair. */
  readonly known?: Known;
}

export interface MojibakeRepair {
  readonly text: string;
  readonly edits: readonly Edit[];
  /** What happened to most of what was repaired, such as `utf-8-as-gbk`; '' when nothing was. */
  readonly confusion: string;
  /** 0 to 1: how sure the least certain edit is. */
  readonly confidence: number;
  readonly suspects: readonly Suspect[];
  /** What this text has shown of how it was misread, besides what was known before. */
  readonly known: Known;
}

const ASCII = /^[\0-\x7f]*$/;

/** What comes out of one pass is judged anew, until nothing changes; what never comes to rest is left alone. */
const MAX_PASSES = 6;

/**
 * Repairs text that was misread: UTF-8 as something else, once or several times over, or one legacy page as another.
 * Pure; never throws.
 *
 * @example
 * repairMojibake('lâ€™humanitÃ©').text // 'l’humanité'
 * repairMojibake('despu茅s').confusion // 'utf-8-as-gbk'
 */
export function repairMojibake(
  text: string,
  { level = 'safe', known = NOTHING_KNOWN }: MojibakeOptions = {},
): MojibakeRepair {
  let edits: readonly Edit[] = [];
  let found: MojibakeRepair = { text, edits, confusion: '', confidence: 1, suspects: [], known };
  const unchanged = found;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (ASCII.test(found.text)) return { ...found, suspects: [] };
    const { edits: more, settled, suspects, ...repaired } = repairOnce(found.text, level, found.known);
    const undo = invert(edits);
    if (more.length > 0) edits = pass === 0 ? more : compose(text, edits, more);
    found = {
      text: repaired.text,
      edits,
      confusion: found.confusion || repaired.confusion,
      confidence: Math.min(found.confidence, repaired.confidence),
      suspects: suspects.map(suspect => ({
        ...suspect,
        start: mapOffset(undo, suspect.start),
        end: mapOffset(undo, suspect.end),
      })),
      known: repaired.known,
    };
    if (more.length === 0 || settled) return found;
  }
  return unchanged;
}

export const mojibake: EditStage = {
  id: 'mojibake',
  version: 2,
  run(text, { level }) {
    if (ASCII.test(text)) return NOTHING;
    const { edits, suspects } = repairMojibake(text, { level });
    return edits.length === 0 && suspects.length === 0 ? NOTHING : { edits, suspects };
  },
  isFinal: true,
  // What other lines show of how they were misread would have shown before.
  mayWake(text, edits, { level }) {
    const lines = touchedLines(text, edits);
    if (ASCII.test(lines)) return false;
    if (lines.length > text.length / 2) return true;
    const { edits: found, suspects } = repairMojibake(lines, { level });
    return found.length + suspects.length > 0;
  },
  examples: [
    { from: 'despu茅s', to: 'después' },
    { from: 'Itâ€™s a naÃ¯ve cafÃ©', to: 'It’s a naïve café' },
    { from: 'It鈥檚 ma帽ana', to: 'It’s mañana' },
    { from: 'ÃƒÂ©tÃƒÂ©', to: 'été' },
    { from: 'РџСЂРёРІРµС‚', to: 'Привет' },
    { from: 'voilà l’été, despuÃ©s', to: 'voilà l’été, después' },
    { from: 'e poi 茅 andato despu茅s', to: 'e poi é andato después' },
    { from: 'it\x92s \x93fine\x94 \x96 really\x85', to: 'it’s “fine” – really…' },
    { from: 'Le caractère chinois 猫 signifie « chat ».' },
    { from: 'NÃO, JOÃO: A AÇÃO NÃO É SÓ SUA' },
    { from: '茅台酒是中国的名酒。' },
  ],
};
