import { z } from 'zod';
import { fileSchema, ruleSchema } from '../strip/schema.js';

/** The JSON Schema (draft 7, which editors know best) of a rule file; `rules/schema.json` is a copy of it. */
export function ruleFileSchema(): object {
  const schema = fileSchema.extend({ rules: z.record(z.string().regex(/^[\w.-]+$/), ruleSchema) });
  return { title: 'Cleanup rules of limpia', ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
}
