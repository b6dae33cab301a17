/**
 * limpia as a library. Everything but `clean`, which reads and writes folders, is pure and deterministic; loading rules
 * and tables happens at the first call.
 */
export { clean, type CleanOptions, type Progress, type RunResult } from './clean-folder.js';
export { LimpiaError } from './core/errors.js';
export { cleanText, type CleanTextOptions } from './clean-text.js';
export { apply, applyLayers, invert, undoLayers } from './core/edits.js';
export type {
  Document,
  Edit,
  Fields,
  Kind,
  Layer,
  Level,
  Origin,
  Paragraph,
  Source,
  Suspect,
  Tags,
  Verdict,
} from './core/document.js';
export type { CleanRecord } from './write/record-schema.js';
export type { DroppedEntry, EditsEntry, FileEdit, FileLayer, RejectedEntry } from './write/audit.js';
export type { Manifest } from './write/manifest.js';
export { decode, findDuplicates, identifyLanguage, repair, repairMojibake, tagDocument } from './library.js';
export type { Repaired, RepairOptions } from './repair/repair.js';
export type { MojibakeOptions, MojibakeRepair } from './repair/mojibake.js';
export type { Identified, IdentifyOptions } from './tag/identify.js';
export type { TagOptions } from './tag/tag.js';
export type { Decoded, DecodeOptions } from './decode/decode.js';
export type { DuplicateOf, TextDocument } from './settle/find-duplicates.js';
export type { NearOptions } from './settle/similar.js';
