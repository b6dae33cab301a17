import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file that holds something generated. */
export interface Generated {
  readonly path: string;
  /** The file as it should be, from the file as it is. */
  readonly update: (text: string) => string;
}

interface Reasons {
  readonly reasonTable: () => string;
  readonly dropTable: () => string;
}

interface Reference {
  readonly commentedConfig: (header: string) => string;
  readonly configTable: () => string;
}

interface Schemas {
  readonly ruleFileSchema: () => object;
  readonly configFileSchema: () => object;
}

interface JsonSchema {
  readonly recordJsonSchema: () => string;
}

/** A module of the built program. */
async function built<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(join(import.meta.dirname, '../../dist', path)).href)) as T;
}

/** Everything that is generated from the source: the commented configuration, tables of the README, the record's schema. */
export async function documents(): Promise<Generated[]> {
  const { commentedConfig, configTable } = await built<Reference>('config/reference.js');
  const { reasonTable, dropTable } = await built<Reasons>('core/reasons.js');
  const { ruleFileSchema, configFileSchema } = await built<Schemas>('rules/json-schema.js');
  const header = 'yaml-language-server: $schema=../schema/pipeline.schema.json';
  const { recordJsonSchema } = await built<JsonSchema>('write/json-schema.js');
  return [
    { path: 'rules/pipeline.yml', update: () => commentedConfig(header) },
    { path: 'schema/rules.schema.json', update: () => json(ruleFileSchema()) },
    { path: 'schema/pipeline.schema.json', update: () => json(configFileSchema()) },
    { path: 'schema/record.schema.json', update: recordJsonSchema },
    {
      path: 'README.md',
      update: text =>
        [
          ['pipeline.yml', configTable()],
          ['reasons', reasonTable()],
          ['dropped', dropTable()],
        ].reduce((readme, [name = '', table = '']) => between(readme, name, table), text),
    },
  ];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Puts `content` between the comments `<!-- generated: name -->` and `<!-- end -->`. */
function between(text: string, name: string, content: string): string {
  const start = `<!-- generated: ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`There is no ${start} with an end`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
