import { parentPort } from 'node:worker_threads';
import { failureOf } from '../core/failure.js';
import type { Told } from './conduct.js';
import { hire } from './pool.js';
import type { RunSettings } from './run.js';

/** A thread that does a run, so that the main thread hears signals at once, whatever the run is busy with. */
const port = parentPort;
if (!port) throw new Error('conductor.ts runs in a worker thread only');

// Threads take longer to get ready than a small file takes to clean: the first worker does while the rest is loaded.
const first = hire();
const stop = new AbortController();
const told = new Promise<RunSettings>(resolve => {
  port.once('message', (settings: RunSettings) => {
    port.once('message', () => {
      stop.abort();
    });
    resolve(settings);
  });
});
const [{ run }, { nodeDisk }] = await Promise.all([import('./run.js'), import('../write/node-disk.js')]);
const settings = await told;
const tell = (message: Told): void => {
  port.postMessage(message);
};

try {
  const result = await run({
    ...settings,
    disk: nodeDisk,
    staff: [first],
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
