import { z } from 'zod';
import { configSchema } from '../config/schema.js';
import { KINDS } from '../strip/kinds.js';
import { fileSchema, MATCHERS, ruleSchema } from '../strip/schema.js';

/** Draft 7 is what editors know best. */
const TARGET = { target: 'draft-7', io: 'input' } as const;

/** The JSON Schema of a rule file; `schema/rules.schema.json` is a copy of it. */
export function ruleFileSchema(): object {
  const rules = z.record(z.string().regex(/^[\w.-]+$/), ruleSchema).describe('Each rule by its name.');
  const schema = z.toJSONSchema(fileSchema.extend({ rules }), { ...TARGET, override: sayWhatIsNeeded });
  return { title: 'Cleanup rules of limpia', ...schema };
}

/** The JSON Schema of pipeline.yml; `schema/pipeline.schema.json` is a copy of it. */
export function configFileSchema(): object {
  return { title: 'Settings of limpia', ...z.toJSONSchema(configSchema, TARGET) };
}

/** What the schema checks by code: a rule is of one kind, and a pattern says what matches. */
function sayWhatIsNeeded({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const names = Object.keys(jsonSchema.properties ?? {});
  const need = (some: readonly string[]): { required: string[] }[] =>
    some.map(name => ({ required: [name] }));
  if (names.includes('why')) jsonSchema.oneOf = need(KINDS);
  else if (names.includes('starts')) jsonSchema.anyOf = need(MATCHERS);
}
