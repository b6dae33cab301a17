import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../src/tag/identify.js';
import { modelRoom } from '../../src/tag/model/unpack.js';
import { ROOT } from '../support/root.js';

const TEXTS = [
  'Das alte Schiff verlässt jeden Morgen den Hafen, bevor der erste Bus gekommen ist.',
  'Старый корабль уходит из порта каждое утро, прежде чем придёт первый автобус.',
  'تغادر السفينة القديمة الميناء كل صباح قبل أن تصل الحافلة الأولى من المدينة.',
] as const;

/** Tags the texts as a worker of a run does, and says how many bytes of buffers it took of its own. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  (async () => {
    const { shareModel } = await import(workerData.load);
    const { identifyLanguage } = await import(workerData.identify);
    if (workerData.room) shareModel(workerData.room);
    const before = process.memoryUsage().arrayBuffers;
    const answers = workerData.texts.map(text => identifyLanguage(text));
    parentPort.postMessage({ answers, bytes: process.memoryUsage().arrayBuffers - before });
  })();
`;

interface Said {
  readonly answers: readonly unknown[];
  readonly bytes: number;
}

function tagged(room: SharedArrayBuffer | undefined): Promise<Said> {
  const [load, identify] = ['load.js', '../identify.js'].map(name => join(ROOT, 'dist/tag/model', name));
  const worker = new Worker(PROGRAM, { eval: true, workerData: { room, texts: TEXTS, load, identify } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
}

describe('a model that threads share', () => {
  const expected = TEXTS.map(text => identifyLanguage(text));

  it('answers as one that a thread has by itself, whoever unpacks it', async () => {
    const room = modelRoom();
    const all = await Promise.all([tagged(room), tagged(room), tagged(room)]);
    for (const { answers } of all) expect(answers).toEqual(expected);
  });

  it('is unpacked once', async () => {
    const room = modelRoom();
    await tagged(room);
    const contents = Buffer.from(room).toString('base64', 0, 65_536);
    const [alone, together] = [await tagged(undefined), await tagged(room)];
    expect(together.answers).toEqual(expected);
    expect(Buffer.from(room).toString('base64', 0, 65_536)).toBe(contents);
    expect(alone.bytes - together.bytes).toBeGreaterThan(10e6);
  });
});
