import { dirname } from 'node:path';
import { EXIT, type ExitCode, LimpiaError } from '../core/errors.js';
import type { WriteHandle } from '../core/disk.js';
import { kindOf } from '../read/formats.js';
import { ownIdOf } from '../read/own-id.js';
import { bytesOf, type Original, originalOf, originals } from '../restore/originals.js';
import { findRecord, readManifest } from '../restore/output.js';
import { below } from '../write/layout.js';
import { nodeDisk } from '../write/node-disk.js';

export interface RestoreOptions {
  readonly from: string;
  readonly all?: boolean;
  readonly out?: string;
}

/** `limpia restore`: the decoded original, from the output folder alone. */
export function restore(id: string | undefined, { from, all, out }: RestoreOptions): ExitCode {
  if (all === true) {
    if (id !== undefined || out === undefined)
      throw new LimpiaError(
        'restore takes an ID, or --all with --out DIR.',
        EXIT.usage,
        'limpia restore --all --out originals',
      );
    return restoreAll(from, out);
  }
  if (id === undefined)
    throw new LimpiaError(
      'Which record?',
      EXIT.usage,
      'limpia restore ID, or limpia restore --all --out DIR',
    );
  return restoreOne(from, id);
}

function restoreOne(from: string, id: string): ExitCode {
  const manifest = readManifest(nodeDisk, from);
  const found = findRecord(nodeDisk, from, manifest, id) ?? findRecord(nodeDisk, from, manifest, ownIdOf(id));
  if (!found)
    throw new LimpiaError(
      `No record ${id} in ${from}.`,
      EXIT.input,
      'The ids stand in the "id" of each line of data/ and audit/.',
    );
  if (found.fate === 'rejected') {
    const bytes = bytesOf(found);
    const { path, offset, length } = found.entry;
    if (!bytes)
      throw new LimpiaError(
        `${id} was rejected and not copied; it lies in ${path}, ${length} bytes from byte ${offset}.`,
        EXIT.input,
      );
    process.stdout.write(bytes);
    return EXIT.ok;
  }
  const original = originalOf(found);
  if (!original.ok) throw new LimpiaError(`${id} cannot be restored: ${original.why}.`, EXIT.input);
  process.stdout.write(original.text);
  return EXIT.ok;
}

function restoreAll(from: string, out: string): ExitCode {
  const manifest = readManifest(nodeDisk, from);
  if (nodeDisk.stat(out) && nodeDisk.list(out).length > 0)
    throw new LimpiaError(`${out} is not empty.`, EXIT.usage, 'Name a new folder with --out.');
  const files = fileWriter(out);
  let restored = 0;
  const lost: Original[] = [];
  for (const original of originals(nodeDisk, from, manifest)) {
    if (original.ok) {
      files.add(original);
      restored++;
    } else lost.push(original);
  }
  files.close();
  process.stderr.write(`${restored} originals restored to ${out}.\n`);
  for (const one of lost) if (!one.ok) process.stderr.write(`${one.id} is not: ${one.why}.\n`);
  const rejected = manifest.totals.rejectedRecords;
  if (rejected > 0)
    process.stderr.write(
      `${rejected} records were never read; what is known of them is in ${from}/audit/rejected.\n`,
    );
  return lost.length > 0 ? EXIT.failed : EXIT.ok;
}

/** A text file comes back as itself; the records of another file as JSON Lines of id and text, in their order. */
function fileWriter(out: string): { add: (original: Original & { ok: true }) => void; close: () => void } {
  let open: { path: string; handle: WriteHandle } | undefined;
  return {
    add: ({ id, path, text }) => {
      const whole = kindOf(path)?.format.whole === true;
      if (open?.path !== path) {
        open?.handle.close();
        open = { path, handle: create(out, path) };
      }
      open.handle.write(Buffer.from(whole ? text : `${JSON.stringify({ id, text })}\n`, 'utf8'));
    },
    close: () => open?.handle.close(),
  };
}

function create(out: string, path: string): WriteHandle {
  if (path.split(/[\\/]/).includes('..'))
    throw new LimpiaError(`The output names a file outside the input: ${path}.`, EXIT.input);
  const target = below(out, path.replace(/\.gz$/i, ''));
  nodeDisk.makeFolder(dirname(target));
  return nodeDisk.openWrite(target);
}
