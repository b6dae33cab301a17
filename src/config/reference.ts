import { stringify } from 'yaml';
import { z } from 'zod';
import { configSchema } from './schema.js';

/** A key of pipeline.yml. */
export interface ConfigKey {
  readonly path: readonly string[];
  /** As it would be written; undefined for a mapping. */
  readonly value: string | undefined;
  /** Without a full stop. */
  readonly about: string;
}

/** Every key of pipeline.yml, in order, each mapping before what it holds. */
export function configKeys(): ConfigKey[] {
  return below(configSchema, []);
}

function below(schema: z.core.$ZodType, path: readonly string[]): ConfigKey[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const shape = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
  return Object.entries(shape).flatMap(([name, type]) => {
    const here = [...path, name];
    const inner = type instanceof z.ZodDefault || type instanceof z.ZodPrefault ? type.unwrap() : type;
    const nested = below(inner, here);
    const about = aboutOf(type) || aboutOf(inner);
    return [{ path: here, value: nested.length > 0 ? undefined : defaultOf(type), about }, ...nested];
  });
}

function defaultOf(type: z.core.$ZodType): string {
  const value: unknown =
    type instanceof z.ZodDefault || type instanceof z.ZodPrefault ? type.def.defaultValue : undefined;
  return stringify(value, {
    collectionStyle: 'flow',
    singleQuote: true,
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trim();
}

function aboutOf(type: z.core.$ZodType): string {
  return (z.globalRegistry.get(type)?.description ?? '').replace(/\.$/, '');
}

/** A pipeline.yml that says what is so without it, with comments; `header` is one more, by which editors find its schema. */
export function commentedConfig(header: string): string {
  const lines = configKeys().flatMap(({ path, value, about }) => {
    const indent = '  '.repeat(path.length - 1);
    const blank = path.length === 1 ? [''] : [];
    const comment = about === '' ? [] : [`${indent}# ${about}`];
    return [...blank, ...comment, `${indent}${path.at(-1) ?? ''}:${value === undefined ? '' : ` ${value}`}`];
  });
  return `# ${header}\n# How limpia clean runs. Every key may be left out; the values here are the defaults.\n${lines.join('\n')}\n`;
}

/** The keys as a table in Markdown. */
export function configTable(): string {
  const rows = configKeys().flatMap(({ path, value, about }) =>
    value === undefined ? [] : [`| \`${path.join('.')}\` | \`${value}\` | ${about.replaceAll('|', '\\|')} |`],
  );
  return ['| key | default | |', '| --- | --- | --- |', ...rows].join('\n');
}
