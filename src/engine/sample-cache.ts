import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '../config/schema.js';
import type { Disk } from '../core/disk.js';
import { sha256Stream } from '../core/hash.js';
import { discover } from '../plan/discover.js';
import { program } from '../version.js';
import { readSample, type SampleDocument } from './sample.js';

/**
 * `readSample`, which remembers its answer in the system's temporary folder for as long as the input stays the same:
 * an author tries a rule again and again on the same documents.
 */
export async function cachedSample(
  disk: Disk,
  input: string,
  config: Config,
  most: number,
): Promise<readonly SampleDocument[]> {
  const { root, files } = discover(disk, input, config.input);
  const digest = sha256Stream();
  const add = (value: unknown): void => {
    digest.update(Buffer.from(`${JSON.stringify(value)}\n`));
  };
  add([program(), resolve(root), config.input, config.source, most]);
  for (const file of files) add(file);
  const key = digest.digest();
  const folder = ownFolder();
  if (folder === undefined) return readSample(disk, input, config, most);
  const file = join(folder, `${key}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SampleDocument[];
  } catch {
    // Not there, or not whole: it is made anew.
  }
  const sample = await readSample(disk, input, config, most);
  try {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(sample), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A full disk costs time and nothing else.
  }
  return sample;
}

/** A folder that nobody else can write to; undefined where there is none to be had. */
function ownFolder(): string | undefined {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `limpia-${uid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = lstatSync(folder);
    return uid < 0 || (owner === uid && (mode & 0o022) === 0) ? folder : undefined;
  } catch {
    return undefined;
  }
}
