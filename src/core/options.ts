import { EXIT, LimpiaError } from './errors.js';
import { suggest } from './suggest.js';

/** What an option takes: in words, and as a test. */
export interface OptionForm {
  readonly form: string;
  readonly fits: (value: unknown) => boolean;
}

/** The options of a function by their names; every one may be left out or undefined. */
export type OptionForms<T> = { readonly [Name in keyof Required<T>]: OptionForm };

/**
 * Checks what a caller without types may have got wrong. One look at each option that is given, so that functions that are
 * called for every line can afford it.
 * @throws LimpiaError with the function, the option, what it takes and what was likely meant.
 */
export function checkOptions<T>(of: string, options: unknown, forms: OptionForms<T>): void {
  if (options === undefined) return;
  const names = Object.keys(forms);
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw wrong(`${of}: the options are an object, not ${shown(options)}.`, `There is: ${names.join(', ')}.`);
  for (const name in options) {
    const form = (forms as Readonly<Record<string, OptionForm>>)[name];
    if (form === undefined || !Object.hasOwn(forms, name))
      throw wrong(`${of}: there is no option "${name}".`, suggest(name, names));
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined && !form.fits(value))
      throw wrong(`${of}: "${name}" takes ${form.form}, not ${shown(value)}.`, '');
  }
}

/**
 * Checks an argument.
 * @throws LimpiaError
 */
export function checkArgument(of: string, name: string, value: unknown, { form, fits }: OptionForm): void {
  if (!fits(value)) throw wrong(`${of}: ${name} is ${form}, not ${shown(value)}.`, '');
}

/** In one line, since not everybody who catches an error prints its hint. */
function wrong(message: string, hint: string): LimpiaError {
  return new LimpiaError(hint === '' ? message : `${message} ${hint}`, EXIT.usage, hint);
}

const SHOWN = 40;

function shown(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Promise) return 'a promise (is an await missing?)';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

export const aText: OptionForm = { form: 'a text', fits: value => typeof value === 'string' };
export const aSwitch: OptionForm = { form: 'true or false', fits: value => typeof value === 'boolean' };
export const aFunction: OptionForm = { form: 'a function', fits: value => typeof value === 'function' };
export const aShare: OptionForm = {
  form: 'a number from 0 to 1',
  fits: value => typeof value === 'number' && value >= 0 && value <= 1,
};
export const aCount: OptionForm = {
  form: 'a whole number from 1 up',
  fits: value => Number.isInteger(value) && Number(value) >= 1,
};
export const aLevel: OptionForm = {
  form: "'safe' or 'full'",
  fits: value => value === 'safe' || value === 'full',
};
export const anObject: OptionForm = {
  form: 'an object',
  fits: value => typeof value === 'object' && value !== null && !Array.isArray(value),
};
