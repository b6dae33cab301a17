import type { Config } from '../config/schema.js';

/** What the rules' compiler calls the limits. */
export function limitsOf({ limits }: Config): { share: number; perDocument: number } {
  return { share: limits.share, perDocument: limits['per-document'] };
}
