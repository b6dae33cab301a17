import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { nodeDisk } from '../write/node-disk.js';
import { failureOf } from '../core/failure.js';
import type { Told } from './conduct.js';
import { run, type RunSettings } from './run.js';

/** A thread that does a run, so that the main thread hears signals at once, whatever the run is busy with. */
const port = parentPort;
if (!port) throw new Error('conductor.ts runs in a worker thread only');

const [settings] = (await once(port, 'message')) as [RunSettings];
const stop = new AbortController();
port.once('message', () => {
  stop.abort();
});
const tell = (told: Told): void => {
  port.postMessage(told);
};

try {
  const result = await run({
    ...settings,
    disk: nodeDisk,
    signal: stop.signal,
    onProgress: progress => {
      tell({ type: 'progress', progress });
    },
  });
  tell({ type: 'done', result });
} catch (error) {
  tell({ type: 'failed', error: failureOf(error) });
}
port.close();
