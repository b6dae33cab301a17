import type { Command } from 'commander';

/** `limpia rules schema`: for editors that complete and check rule files. */
export function registerRulesSchema(rules: Command): void {
  rules
    .command('schema')
    .description('print the JSON Schema of rule files, for editors')
    .option('--pipeline', 'that of pipeline.yml')
    .action(async ({ pipeline = false }: { readonly pipeline?: boolean }) => {
      const { configFileSchema, ruleFileSchema } = await import('../rules/json-schema.js');
      const schema = pipeline ? configFileSchema() : ruleFileSchema();
      process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
    });
}
