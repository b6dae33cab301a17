import type { Skipped } from './document.js';

/** How often a line must stand on its host to count as repeated. */
export interface Often {
  /** Documents that the host must have. */
  readonly documents: number;
  /** Documents that must hold the line. */
  readonly lines: number;
  /** The share of the host's documents that they must be. */
  readonly share: number;
}

/** Who takes repeated lines out. */
export interface RepeatRule extends Often {
  readonly id: string;
  /** Only at the foot of a page. */
  readonly foot: boolean;
  /** Why it may not take lines of so many UTF-16 units from the text; undefined where it may. */
  readonly tooMuch: (units: number, lines: number) => Skipped | undefined;
  /** Whether it may take the line that begins there (UTF-16 units). */
  readonly isAllowed: (start: number) => boolean;
}
