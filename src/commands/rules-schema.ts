import type { Command } from 'commander';

/** `limpia rules schema`: for editors that complete and check rule files. */
export function registerRulesSchema(rules: Command): void {
  rules
    .command('schema')
    .description('print the JSON Schema of rule files')
    .action(async () => {
      const { ruleFileSchema } = await import('../rules/json-schema.js');
      process.stdout.write(`${JSON.stringify(ruleFileSchema(), null, 2)}\n`);
    });
}
