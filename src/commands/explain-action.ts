import { existsSync } from 'node:fs';
import { recordId } from '../core/hash.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import type { Level } from '../core/document.js';
import { slip } from '../plan/discover.js';
import { ownIdOf } from '../read/own-id.js';
import { coloursFor } from '../report/colours.js';
import { type Story, storyOfRecord } from '../report/story.js';
import { tellStory } from '../report/tell-story.js';
import { findRecord, readManifest } from '../restore/output.js';
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
  const file = fileAndOffset(what);
  const story = file ? await explainFile(file, options) : explainId(what, options.from);
  process.stdout.write(
    options.json === true ? `${JSON.stringify(story)}\n` : tellStory(story, coloursFor(process.stdout)),
  );
  return EXIT.ok;
}

function fileAndOffset(what: string): Place | undefined {
  if (existsSync(what)) return { file: what, offset: undefined };
  const [, file = '', offset = '0'] = PLACE.exec(what) ?? [];
  return file !== '' && existsSync(file) ? { file, offset: Number(offset) } : undefined;
}

const PLACE = /^(.+):(\d+)$/;

function explainId(id: string, from: string): Story {
  const manifest = readManifest(nodeDisk, from);
  // A place in the input, as metadata has it, is as good as the id that is made of it.
  const [, path, offset] = PLACE.exec(id) ?? [];
  // A number as somebody's own records have it is an id with letters before it.
  const names = [id, ownIdOf(id), path === undefined ? '' : recordId(path, Number(offset))];
  const [found] = [...new Set(names)].flatMap(name =>
    name === '' ? [] : (findRecord(nodeDisk, from, manifest, name) ?? []),
  );
  if (found) return storyOfRecord(found);
  throw new LimpiaError(
    `${id} is no file, and no record of ${from} has this id.`,
    EXIT.input,
    slip(nodeDisk, PLACE.exec(id)?.[1] ?? id) ||
      'The ids stand in the "id" of each line of data/ and audit/.',
  );
}
