import { siteOf } from '../core/host.js';
import { furniture } from '../settle/furniture.js';
import type { TextDecisions } from './decisions.js';
import type { Before, Stored } from './put-back.js';
import { takeOut } from './take-out.js';

/** Takes out the lines that repeat on the record's host. */
export function withoutRepeats(stored: Stored, decisions: TextDecisions): { after: Stored; before?: Before } {
  const { text, metadata } = stored.record;
  const host = siteOf(metadata.url, metadata.path);
  const documents = decisions.hosts[host] ?? 0;
  if (host === '' || documents === 0) return { after: stored };
  const holding = (key: number): number => decisions.lines[String(key)] ?? 0;
  return takeOut(stored, furniture(text, metadata.title, { host, documents, holding }), 'repeat');
}
