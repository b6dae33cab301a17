import type { Shape, ShapeField } from './record-schema.js';

/** A shape in the words of Hugging Face datasets (https://huggingface.co/docs/datasets/main/en/about_dataset_features). */
export function hubFeatures(fields: readonly ShapeField[]): object[] {
  return fields.map(({ name, shape }) => ({ name, ...hubType(shape) }));
}

function hubType(shape: Shape): object {
  switch (shape.is) {
    case 'text':
      return { dtype: 'string' };
    case 'integer':
      return { dtype: 'int64' };
    case 'float':
      return { dtype: 'float64' };
    case 'struct':
      return { struct: hubFeatures(shape.fields) };
    case 'list':
      return { list: shape.of.is === 'struct' ? hubFeatures(shape.of.fields) : hubType(shape.of) };
  }
}

/** A shape as the columns of DuckDB's read_json (https://duckdb.org/docs/stable/data/json/loading_json). */
export function duckdbColumns(fields: readonly ShapeField[]): string {
  return `{${fields.map(({ name, shape }) => `${name}: '${duckdbType(shape)}'`).join(', ')}}`;
}

function duckdbType(shape: Shape): string {
  switch (shape.is) {
    case 'text':
      return 'VARCHAR';
    case 'integer':
      return 'BIGINT';
    case 'float':
      return 'DOUBLE';
    case 'struct':
      // Some names, such as end, are words of SQL.
      return `STRUCT(${shape.fields.map(field => `"${field.name}" ${duckdbType(field.shape)}`).join(', ')})`;
    case 'list':
      return `${duckdbType(shape.of)}[]`;
  }
}
