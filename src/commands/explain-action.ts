import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordId } from '../core/hash.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import type { Level } from '../core/document.js';
import { slip } from '../plan/discover.js';
import { ownIdOf } from '../read/own-id.js';
import { coloursFor } from '../report/colours.js';
import { type Story, storyOfRecord } from '../report/story.js';
import { tellStory } from '../report/tell-story.js';
import { findRecord, readManifest } from '../restore/output.js';
import { below, MANIFEST } from '../write/layout.js';
import { nodeDisk } from '../write/node-disk.js';
import { explainFile, type Place } from './explain-file.js';

export interface ExplainOptions {
  readonly from: string;
  /** The folder that `limpia clean` reads, where a FILE lies below it. */
  readonly input?: string;
  readonly rules?: string;
  readonly level?: Level;
  readonly json?: boolean;
}

/** `limpia explain`: the story of a record of the output, or of a raw file as it would be cleaned now. */
export async function explain(what: string, options: ExplainOptions): Promise<ExitCode> {
  const story = await storyOf(what, options);
  process.stdout.write(
    options.json === true ? `${JSON.stringify(story)}\n` : tellStory(story, coloursFor(process.stdout)),
  );
  return EXIT.ok;
}

async function storyOf(what: string, options: ExplainOptions): Promise<Story> {
  const { from, input = 'raw' } = options;
  const file = fileAndOffset(what);
  if (file) return explainFile(file, options);
  const found = nodeDisk.stat(below(from, MANIFEST)) ? explainId(what, from) : undefined;
  if (found) return found;
  // As the output and the messages of a run name a place: below the input.
  const place = fileAndOffset(join(input, what));
  if (place) return explainFile(place, options);
  readManifest(nodeDisk, from);
  throw new LimpiaError(
    `${what} is no file, and no record of ${from} has this id.`,
    EXIT.input,
    slip(nodeDisk, PLACE.exec(what)?.[1] ?? what) ||
      'The ids stand in the "id" of each line of data/ and audit/.',
  );
}

function fileAndOffset(what: string): Place | undefined {
  if (existsSync(what)) return { file: what, offset: undefined };
  const [, file = '', offset = '0'] = PLACE.exec(what) ?? [];
  return file !== '' && existsSync(file) ? { file, offset: Number(offset) } : undefined;
}

const PLACE = /^(.+):(\d+)$/;

function explainId(id: string, from: string): Story | undefined {
  const manifest = readManifest(nodeDisk, from);
  // A place in the input, as metadata has it, is as good as the id that is made of it.
  const [, path, offset] = PLACE.exec(id) ?? [];
  // A number as somebody's own records have it is an id with letters before it.
  const names = [id, ownIdOf(id), path === undefined ? '' : recordId(path, Number(offset))];
  const [found] = [...new Set(names)].flatMap(name =>
    name === '' ? [] : (findRecord(nodeDisk, from, manifest, name) ?? []),
  );
  return found && storyOfRecord(found);
}
