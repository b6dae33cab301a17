import type { Fields, Level } from '../core/document.js';
import type { Often } from '../core/repeat.js';
import type { YamlSource } from '../core/yaml.js';
import type { RuleSpec } from './schema.js';

/** Tells whether a line (or the part of a long line that a rule may see) matches. */
export interface Matcher {
  readonly test: (line: string, folded: string) => boolean;
  readonly maxWords: number;
  /** false: not where prose follows. */
  readonly beforeProse: boolean;
  readonly beforeTitle: boolean;
  /** Only lines in another language than the document's. */
  readonly foreign: boolean;
  /** Long lines match as well, by what stands at their ends. */
  readonly long: boolean;
  readonly keys: readonly Key[];
}

/** No line is so long; unlike Infinity it survives JSON. */
export const ANY_LENGTH = Number.MAX_SAFE_INTEGER;

/**
 * By what the index finds a matcher: a string that each matching line holds, or begins or ends with; no line of more than `longest` UTF-16 units can match. `slow` matchers are tried on every line.
 */
export type Key =
  | {
      readonly type: 'literal';
      readonly text: string;
      readonly ignoreCase: boolean;
      readonly at: 'start' | 'end' | 'any';
      readonly longest: number;
    }
  | { readonly type: 'short'; readonly longest: number }
  | { readonly type: 'slow' };

export type Action =
  | { readonly kind: 'line'; readonly match: Matcher }
  | { readonly kind: 'keep'; readonly match: Matcher }
  | { readonly kind: 'caption'; readonly match: Matcher; readonly drop: boolean }
  | { readonly kind: 'block'; readonly match: Matcher; readonly to: BlockEnd; readonly guard: Guard }
  | { readonly kind: 'prefix' | 'suffix'; readonly match: Matcher; readonly find: readonly RegExp[] }
  | {
      readonly kind: 'span';
      readonly find: RegExp;
      readonly replace: string;
      readonly literals: readonly string[];
    }
  | {
      readonly kind: 'capture';
      readonly match: Matcher;
      readonly find: RegExp;
      readonly field: keyof Fields;
      readonly leave: boolean;
    }
  | { readonly kind: 'icons'; readonly how: 'drop' | 'strip'; readonly match: Matcher }
  | { readonly kind: 'classifier'; readonly atLeast: number }
  | (Often & { readonly kind: 'repeat'; readonly foot: boolean })
  | { readonly kind: 'duplicates'; readonly of: 'title' | 'near' | 'lines' | 'quotes' }
  | { readonly kind: 'title' | 'head' };

export type BlockEnd =
  | { readonly to: 'end' | 'blank' }
  | { readonly to: 'lines'; readonly lines: number }
  | { readonly to: 'regex'; readonly regex: RegExp };

/** Shares of the document's prose before a block's first line and inside the block. */
export interface Guard {
  readonly behind: number;
  readonly ahead: number;
}

export interface Rule {
  /** `en/related/more-in` */
  readonly id: string;
  /** Its place among all rules: of two that want the same text the lower wins. */
  readonly order: number;
  readonly action: Action;
  /** ISO 639-3; empty: any. */
  readonly langs: readonly string[];
  /** Hosts, each with its subdomains; empty: any. */
  readonly hosts: readonly string[];
  readonly position: 'head' | 'body' | 'tail' | 'any';
  readonly level: Level;
  readonly share: number;
  readonly perDocument: number;
  readonly spec: RuleSpec;
  readonly shipped: boolean;
  /** A diagnostic at a place of its file, as a path below the rule. */
  readonly at: YamlSource['at'];
}
