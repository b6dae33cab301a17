import { join } from 'node:path';
import type { Config } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { type Fields, type Source } from '../core/document.js';
import { hostOf } from '../core/host.js';
import { discover } from '../plan/discover.js';
import type { InputFile } from '../plan/input-file.js';
import { repair } from '../repair/repair.js';
import { provisionalLanguage } from '../tag/tag.js';
import { withDefaults } from './defaults.js';
import { readItem } from './read-item.js';
import { readOptions } from './read-options.js';

/** A document as the rules will see it: repaired, with what rules may depend on. */
export interface SampleDocument {
  /** `path:offset`, as `limpia explain` takes it; the path is below the input folder. */
  readonly place: string;
  readonly text: string;
  readonly lang: string;
  /** Host of its address without `www.`; '' when unknown. */
  readonly host: string;
  readonly fields: Fields;
}

/** Raised to leave a file when enough of it has been read. */
class Enough extends Error {}

/**
 * The first documents of every file below `input`, `most` in all; of more files than that every n-th. The same input
 * gives the same sample.
 * @throws LimpiaError when there is nothing to read.
 */
export async function readSample(
  disk: Disk,
  input: string,
  config: Config,
  most: number,
): Promise<SampleDocument[]> {
  const { root, files } = discover(disk, input, config.input);
  const step = Math.max(1, Math.ceil(files.length / most));
  const chosen: InputFile[] = [];
  let place = 0;
  for (const file of files) if (place++ % step === 0) chosen.push(file);
  const sample: SampleDocument[] = [];
  for (const [i, file] of chosen.entries()) {
    const share = Math.ceil((most - sample.length) / (chosen.length - i));
    const sources = await readFirst(disk, root, file, config, share);
    sample.push(...sources.map(source => prepare(withDefaults(source, config))));
  }
  return sample;
}

async function readFirst(
  disk: Disk,
  root: string,
  { path, size, mtimeMs }: InputFile,
  config: Config,
  most: number,
): Promise<Source[]> {
  const sources: Source[] = [];
  const item = { path, from: 0, to: size, size, mtimeMs };
  const options = readOptions(config);
  try {
    await readItem(disk, join(root, path), item, options, batch => {
      for (const found of batch) if (found.ok && sources.length < most) sources.push(found.source);
      if (sources.length >= most) throw new Enough();
    }, () => undefined); // prettier-ignore
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return sources;
}

function prepare({ origin, text: raw, fields }: Source): SampleDocument {
  const { text } = repair(raw);
  const { url } = fields;
  return {
    place: `${origin.path}:${origin.offset}`,
    text,
    lang: provisionalLanguage(text),
    host: hostOf(url),
    fields,
  };
}
