import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { recordId } from '../core/hash.js';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import type { Level } from '../core/document.js';
import { loadPipeline } from '../engine/load-pipeline.js';
import { loadSettings, type Settings } from '../engine/load-settings.js';
import { type Found, readItem } from '../engine/read-item.js';
import { readOptions } from '../engine/read-options.js';
import { kindOf } from '../read/formats.js';
import { coloursFor } from '../report/colours.js';
import { type Story, storyOfDocument, storyOfRecord } from '../report/story.js';
import { tellStory } from '../report/tell-story.js';
import { findRecord, readManifest } from '../restore/output.js';
import { nodeDisk } from '../write/node-disk.js';

export interface ExplainOptions {
  readonly from: string;
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

interface Place {
  readonly path: string;
  /** Undefined for the first record. */
  readonly offset: number | undefined;
}

function fileAndOffset(what: string): Place | undefined {
  if (existsSync(what)) return { path: what, offset: undefined };
  const [, path = '', offset = '0'] = PLACE.exec(what) ?? [];
  return path !== '' && existsSync(path) ? { path, offset: Number(offset) } : undefined;
}

const PLACE = /^(.+):(\d+)$/;

function explainId(id: string, from: string): Story {
  const manifest = readManifest(nodeDisk, from);
  // A place in the input, as metadata has it, is as good as the id that is made of it.
  const [, path, offset] = PLACE.exec(id) ?? [];
  const found =
    findRecord(nodeDisk, from, manifest, id) ??
    (path === undefined ? undefined : findRecord(nodeDisk, from, manifest, recordId(path, Number(offset))));
  if (found) return storyOfRecord(found);
  throw new LimpiaError(
    `${id} is no file, and no record of ${from} has this id.`,
    EXIT.input,
    'The ids stand in the "id" of each line of data/ and audit/.',
  );
}

async function explainFile({ path, offset }: Place, { rules, level }: ExplainOptions): Promise<Story> {
  const kind = kindOf(path);
  if (!kind) throw new LimpiaError(`limpia does not read files like ${path}.`, EXIT.input);
  const settings = loadSettings({
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
  });
  const found = await readOne(path, offset, settings);
  if (!found)
    throw new LimpiaError(
      offset === undefined
        ? `There is no record in ${path}.`
        : `No record of ${path} starts at byte ${offset}.`,
      EXIT.input,
      'The offset of a record stands in its metadata.',
    );
  if (!found.ok)
    return { fate: 'rejected', id: '', ...found.origin, reason: found.reason, error: found.error };
  return storyOfDocument(loadPipeline(settings.rules, settings.config).clean(found.source));
}

/** The record that starts at `offset`, or the first one, as the engine would read it. */
async function readOne(
  path: string,
  offset: number | undefined,
  { config }: Settings,
): Promise<Found | undefined> {
  let one: Found | undefined;
  const { size } = statSync(path);
  // Only lines can be found from anywhere in a file.
  const stretch =
    offset !== undefined && kindOf(path)?.format.lines === true
      ? { from: offset, to: offset + 1 }
      : { from: 0, to: size };
  const first = offset === undefined ? { take: 1 } : {};
  const item = { path: basename(path), ...stretch, ...first, size, mtimeMs: 0 };
  const visit = (batch: readonly Found[]): void => {
    one ??= batch.find(
      found => offset === undefined || (found.ok ? found.source.origin : found.origin).offset === offset,
    );
  };
  await readItem(nodeDisk, join(dirname(path), item.path), item, readOptions(config), visit, () => undefined);
  return one;
}
