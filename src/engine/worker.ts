import { parentPort, workerData } from 'node:worker_threads';
import { meter } from '../core/meter.js';
import { nodeDisk } from '../write/node-disk.js';
import type { Setting } from './clean-shard.js';
import { beats } from './heartbeat.js';
import { keyOptions } from './key-rows.js';
import { failureOf } from '../core/failure.js';
import type { Answer, Brief, Order, Start } from './messages.js';
import { outputOptions } from './output-options.js';
import { readOptions } from './read-options.js';
import { loadPipeline } from './load-pipeline.js';
import { performTask } from './perform-task.js';
import { learnRules } from '../strip/rule-memo.js';
import { shareModel } from '../tag/model/load.js';

/** A worker thread: takes shards, one at a time, and reads, cleans, writes and commits each by itself. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread only');

const start = workerData as Start;
const heartbeat = beats(start.heartbeat);
shareModel(start.model);

const answer = (message: Answer): void => {
  port.postMessage(message);
};

/** Of small files there are thousands a second, and each message takes as long as reading one. */
const TELL_MILLISECONDS = 100;

function progressTeller(): { add: (bytes: number, records: number) => void; finish: () => void } {
  let [bytes, records, told] = [0, 0, 0];
  let isNews = false;
  const tell = (): void => {
    answer({ type: 'progress', bytes, records });
    [bytes, told, isNews] = [0, performance.now(), false];
  };
  return {
    // What only amends a shard reads nothing, and has nothing to tell.
    finish: () => {
      if (isNews) tell();
    },
    add: (more, all) => {
      bytes += more;
      records = all;
      isNews = true;
      if (performance.now() - told >= TELL_MILLISECONDS) tell();
    },
  };
}

/** What the brief says, as the tasks need it. */
function settingOf({ input, output, rules, memo, config, settings, profile }: Brief): Setting {
  learnRules(memo);
  const watch = profile ? meter(() => performance.now()) : undefined;
  return {
    disk: nodeDisk,
    input,
    output,
    settings,
    read: readOptions(config),
    write: outputOptions(config),
    ...loadPipeline(rules, config, watch),
    ...(watch ? { meter: watch } : {}),
    keys: keyOptions(config),
  };
}

async function perform(setting: Setting, order: Order): Promise<Answer> {
  try {
    const progress = progressTeller();
    const entry = await performTask(setting, order, { ...heartbeat, progress: progress.add });
    progress.finish();
    return { type: 'done', entry, profile: setting.meter?.take() };
  } catch (error) {
    return { type: 'failed', error: failureOf(error) };
  }
}

port.once('message', (brief: Brief) => {
  const setting = settingOf(brief);
  port.on('message', (order: Order) => {
    void perform(setting, order).then(answer);
  });
});
