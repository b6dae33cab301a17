import { parseArgs } from 'node:util';
import { benchKeys } from './settle-keys.js';
import { benchPeers } from './settle-peers.js';
import { benchShare } from './settle-share.js';

/**
 * `npm run bench:settle [-- peers share keys --documents N --runs N]`: finding duplicates side by side with other tools,
 * its share of a run, and the memory that the keys of N made documents take. All of it, or the parts that are named.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } },
});
const isWanted = (part: string): boolean => positionals.length === 0 || positionals.includes(part);

// The peak of memory is this process's own: keys come first.
if (isWanted('keys')) benchKeys(Number(values.documents));
if (isWanted('peers')) benchPeers(Number(values.runs));
if (isWanted('share')) benchShare(Number(values.runs));
