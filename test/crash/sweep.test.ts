import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/core/disk.js';
import { below, partPath, OUTPUTS } from '../../src/write/layout.js';
import { inputs } from './inputs.js';
import { sweep } from './sweep.js';

describe('every disk call meets every fault', () => {
  it('in a first run: run again, the output is that of an undisturbed run, and nothing partial was ever visible', async () => {
    const {
      inputs: [first = ''],
      rules,
    } = inputs(5);
    const { calls, injections, differences } = await sweep({ inputs: [first], rules });
    expect(differences).toEqual([]);
    expect(calls).toBeGreaterThan(100);
    expect(injections).toBe(5 * calls);
  });

  it.each([
    ['', '{}'],
    [', compressed, by language, with some fields', '{gzip: true, by-language: true, fields: [lang]}'],
  ])('in a run that finds the output of an earlier one%s', async (_, output) => {
    const { calls, differences } = await sweep(inputs(5, output));
    expect(differences).toEqual([]);
    expect(calls).toBeGreaterThan(100);
  });
});

describe('the sweep sees what is wrong', () => {
  it('a writer that writes in place', async () => {
    const { differences } = await sweep({ ...inputs(5), spoil: inPlace });
    expect(differences.some(line => line.includes('in part'))).toBe(true);
  });

  it('a writer that marks a shard as done before its parts are on disk', async () => {
    const { differences } = await sweep({ ...inputs(5), spoil: withoutSync });
    expect(differences.some(line => line.startsWith('cut'))).toBe(true);
  });
});

/** Parts are written under their final names. */
function inPlace(disk: Disk): Disk {
  const final = (path: string): string => {
    const [, root = '', key = '', name = ''] = /^(.*)\/\.limpia\/tmp\/(\w+)\.([^/]+)$/.exec(path) ?? [];
    const output = OUTPUTS.find(one => one.replaceAll('/', '~') === name);
    return output === undefined ? path : below(root, partPath(output, key));
  };
  return {
    ...disk,
    openWrite: path => disk.openWrite(final(path)),
    remove: path => {
      disk.remove(final(path));
    },
    rename: (from, to) => {
      if (final(from) === from) disk.rename(from, to);
    },
  };
}

/** Parts are not synced, the ledger is. */
function withoutSync(disk: Disk): Disk {
  return {
    ...disk,
    openWrite: path => {
      const handle = disk.openWrite(path);
      return path.includes('ledger') ? handle : { ...handle, sync: () => undefined };
    },
  };
}
