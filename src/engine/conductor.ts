import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../core/failure.js';
import type { RunRequest, Told } from './conduct.js';
import { hire } from './pool.js';

/** A thread that does a run, so that the main thread hears signals at once, whatever the run is busy with. */
const port = parentPort;
if (!port) throw new Error('conductor.ts runs in a worker thread only');

// Threads take longer to get ready than a small file takes to clean: the first worker does while the rest is loaded.
const first = hire();
const stop = new AbortController();
port.once('message', () => {
  stop.abort();
});
const tell = (message: Told): void => {
  port.postMessage(message);
};

try {
  const [{ run }, { nodeDisk }, { loadSettings }] = await Promise.all([
    import('./run.js'),
    import('../write/node-disk.js'),
    import('./load-settings.js'),
  ]);
  const request = workerData as RunRequest;
  const { warnings, ...settings } = loadSettings(request);
  const result = await run({
    ...request,
    ...settings,
    disk: nodeDisk,
    staff: [first],
    signal: stop.signal,
    onProgress: progress => {
      tell({ type: 'progress', progress });
    },
  });
  tell({ type: 'done', result: { ...result, warnings: [...warnings, ...result.warnings] } });
} catch (error) {
  tell({ type: 'failed', error: failureOf(error) });
} finally {
  await first.worker.terminate();
}
port.close();
