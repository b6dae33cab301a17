import cliProgress from 'cli-progress';
import type { Progress } from '../engine/progress.js';
import { formatBytes, formatSeconds } from './format.js';

export interface ProgressReporter {
  readonly update: (progress: Progress) => void;
  readonly stop: () => void;
}

const PLAIN_LINE_SECONDS = 10;

/** Progress with rate and time left: a bar on a terminal, a line now and then elsewhere. Writes to stderr. */
export function progressReporter(stream: NodeJS.WriteStream): ProgressReporter {
  return stream.isTTY ? bar(stream) : plainLines(stream);
}

function bar(stream: NodeJS.WriteStream): ProgressReporter {
  const started = performance.now();
  const line = new cliProgress.SingleBar(
    {
      stream,
      format: '{bar} {percentage}%  {records} records  {rate}/s  {left} left',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update: progress => {
      if (!isStarted) line.start(progress.totalBytes, 0, { records: 0, rate: '–', left: '–' });
      isStarted = true;
      const { bytes, records, rate, left } = describe(progress, started);
      line.setTotal(progress.totalBytes);
      line.update(bytes, { records, rate, left });
    },
    stop: () => {
      if (isStarted) line.stop();
    },
  };
}

function plainLines(stream: NodeJS.WriteStream): ProgressReporter {
  const started = performance.now();
  let last = started;
  return {
    update: progress => {
      if (performance.now() - last < PLAIN_LINE_SECONDS * 1000) return;
      last = performance.now();
      const { percent, records, rate, left } = describe(progress, started);
      stream.write(`${percent}%, ${records} records, ${rate}/s, ${left} left\n`);
    },
    stop: () => undefined,
  };
}

function describe({ bytes, totalBytes, records }: Progress, started: number) {
  const seconds = (performance.now() - started) / 1000;
  const perSecond = bytes / Math.max(seconds, 0.001);
  const left = perSecond > 0 ? formatSeconds((totalBytes - bytes) / perSecond) : '–';
  return {
    bytes,
    records,
    percent: Math.floor((100 * bytes) / Math.max(totalBytes, 1)),
    rate: formatBytes(perSecond),
    left,
  };
}
