import type { Config } from '../config/schema.js';
import type { YamlSource } from '../core/yaml.js';
import type { CompileOptions } from '../strip/compile-checked.js';

/** The shipped rules of kind repeat: those of rules/repeat.yml. */
const REPEAT = 'repeat';

/** What pipeline.yml, which `place` knows, and accept.txt tell the compiler of rules. */
export function compileOptions(
  { off, limits, repeat }: Config,
  accept: readonly string[],
  place?: YamlSource['at'],
): CompileOptions {
  const { on, documents, lines } = repeat;
  return {
    off: on ? off : [...off, REPEAT],
    limits: { share: limits.share, perDocument: limits['per-document'] },
    repeat: { documents, lines },
    accept,
    place,
  };
}
