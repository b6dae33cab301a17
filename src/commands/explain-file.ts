import { statSync } from 'node:fs';
import { EXIT, LimpiaError } from '../core/errors.js';
import { acceptedLines } from '../engine/accepted-lines.js';
import { loadPipeline } from '../engine/load-pipeline.js';
import { loadSettings, rulesFolder, type Settings } from '../engine/load-settings.js';
import { type Found, readItem } from '../engine/read-item.js';
import { readOptions } from '../engine/read-options.js';
import { ENDINGS, kindOf } from '../read/formats.js';
import { type Story, storyOfDocument } from '../report/story.js';
import { asCommitted } from '../report/committed-story.js';
import { committedAt } from '../restore/committed.js';
import { readManifest } from '../restore/output.js';
import { acceptPlace } from '../rules/load.js';
import { below, MANIFEST } from '../write/layout.js';
import { nodeDisk } from '../write/node-disk.js';
import type { ExplainOptions } from './explain-action.js';
import { pathInInput } from './path-in-input.js';

/** A record of a raw file. */
export interface Place {
  readonly file: string;
  /** Undefined for the first record. */
  readonly offset: number | undefined;
}

/** The story of a record of a raw file as it would be cleaned now, and what the whole corpus decided on it. */
export async function explainFile({ file, offset }: Place, options: ExplainOptions): Promise<Story> {
  if (statSync(file).isDirectory())
    throw new LimpiaError(`${file} is a folder.`, EXIT.usage, 'Name a file in it, or the id of a record.');
  if (!kindOf(file))
    throw new LimpiaError(
      `limpia does not read files like ${file}.`,
      EXIT.input,
      `It reads ${ENDINGS.join(', ')}, plain or .gz.`,
    );
  const { rules, level, from } = options;
  const settings = loadSettings({
    ...(rules === undefined ? {} : { rules }),
    ...(level === undefined ? {} : { level }),
  });
  const manifest = nodeDisk.stat(below(from, MANIFEST)) ? readManifest(nodeDisk, from) : undefined;
  const path = pathInInput(file, options.input, manifest);
  const found = await readOne(file, path, offset, settings);
  if (!found)
    throw new LimpiaError(
      offset === undefined
        ? `There is no record in ${file}.`
        : `No record of ${file} starts at byte ${offset}.`,
      EXIT.input,
      'The offset of a record stands in its metadata.',
    );
  const { ownId, sha256, origin } = found.ok ? found.source : { ...found, ownId: '' };
  const record = { path, offset: origin.offset, ownId, sha256 };
  const committed = manifest && committedAt(nodeDisk, from, manifest, record);
  if (!found.ok) {
    const { reason, error } = found;
    return { fate: 'rejected', id: committed?.id ?? '', ...found.origin, reason, error };
  }
  const document = loadPipeline(settings.rules, settings.config).clean(found.source);
  const folder = rulesFolder(rules);
  const accepted = acceptedLines(settings.rules, settings.config, found.source, document);
  const story = {
    ...storyOfDocument(document),
    accepted: accepted.map(({ line, by }) => ({ line, by, place: acceptPlace(folder, line) })),
  };
  return committed ? asCommitted(story, committed, from) : story;
}

/** The record that starts at `offset`, or the first one, as the engine would read it. */
async function readOne(
  file: string,
  path: string,
  offset: number | undefined,
  { config }: Settings,
): Promise<Found | undefined> {
  let one: Found | undefined;
  const { size } = statSync(file);
  // Only lines can be found from anywhere in a file.
  const stretch =
    offset !== undefined && kindOf(path)?.format.lines === true
      ? { from: offset, to: offset + 1 }
      : { from: 0, to: size };
  const first = offset === undefined ? { take: 1 } : {};
  const item = { path, ...stretch, ...first, size, mtimeMs: 0 };
  const visit = (batch: readonly Found[]): void => {
    one ??= batch.find(
      found => offset === undefined || (found.ok ? found.source.origin : found.origin).offset === offset,
    );
  };
  await readItem(nodeDisk, file, item, readOptions(config), visit, () => undefined);
  return one;
}
