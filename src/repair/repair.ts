import type { Layer, Level, Suspect } from '../core/document.js';
import { apply } from '../core/edits.js';
import { type Context, type EditStage, NO_CONTEXT } from '../core/stage.js';
import { entities } from './entities.js';
import { mojibake, repairMojibake } from './mojibake.js';
import { type Known, NOTHING_KNOWN } from './mojibake/rounds.js';
import { unicode } from './unicode.js';
import { whitespace } from './whitespace.js';

export interface RepairOptions {
  /** Default `safe`: only what is certain. */
  readonly level?: Level;
  /** Default false: no-break spaces become spaces. */
  readonly keepNoBreakSpaces?: boolean;
}

export interface Repaired {
  readonly text: string;
  /** What was done, in order; `undoLayers` takes it back. */
  readonly layers: readonly Layer[];
  /** What looks wrong and was left alone; offsets in `text`. */
  readonly suspects: readonly Suspect[];
}

/** Repairs a text: entities, mojibake, Unicode, white space, until nothing changes any more. Never throws. */
export function repair(
  text: string,
  { level = 'safe', keepNoBreakSpaces = false }: RepairOptions = {},
): Repaired {
  return runToEnd(text, [entities, mojibake, unicode, whitespace({ keepNoBreakSpaces })], {
    ...NO_CONTEXT,
    level,
  });
}

export interface RepairedLine extends Repaired {
  /** What this line and those before it have shown of how the text was misread. */
  readonly known: Known;
}

/**
 * Repairs one line without its line end and gives one line back: entities, mojibake and Unicode only, and nothing
 * that would insert a line end. Judged by itself, unless `known` says what the lines before it have shown.
 */
export function repairLine(line: string, level: Level, known: Known = NOTHING_KNOWN): RepairedLine {
  let shown = known;
  const inContext: EditStage = {
    ...mojibake,
    run: text => {
      const repaired = repairMojibake(text, { level, known: shown });
      shown = repaired.known;
      return repaired;
    },
  };
  const stages = [entities, inContext, unicode].map(onALine);
  const repaired = runToEnd(line, stages, { ...NO_CONTEXT, level });
  return { ...repaired, known: shown };
}

/** A round that takes something away can bring another thing to light; nothing seen needs more than three. */
const MAX_ROUNDS = 8;

function runToEnd(text: string, stages: readonly EditStage[], context: Context): Repaired {
  const layers: Layer[] = [];
  let current = text;
  let suspects: readonly Suspect[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = layers.length;
    for (const { id, run } of stages) {
      const result = run(current, context);
      if (id === mojibake.id) suspects = result.suspects ?? [];
      if (result.edits.length === 0) continue;
      current = apply(current, result.edits);
      layers.push({ stage: id, edits: result.edits });
    }
    if (layers.length === before) break;
  }
  return { text: current, layers, suspects };
}

function onALine(stage: EditStage): EditStage {
  return {
    ...stage,
    run: (text, context) => {
      const { edits, suspects = [] } = stage.run(text, context);
      return { edits: edits.filter(({ insert }) => !insert.includes('\n')), suspects };
    },
  };
}
