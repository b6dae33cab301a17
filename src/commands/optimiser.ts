import { setFlagsFromString } from 'node:v8';

/** For so little V8's optimising compiler takes longer than it saves: bytes of input, and milliseconds of a run. */
const LITTLE = { bytes: 2e6, milliseconds: 2000 };

export interface Optimiser {
  /** Tells how many bytes there are to clean in all. */
  readonly weigh: (bytes: number) => void;
  /** Leaves it on, however little there was. */
  readonly on: () => void;
}

/** Switches the optimising compiler of all threads off until there is more than a little to do, or a run takes long. */
export function sparingOptimiser(): Optimiser {
  setFlagsFromString('--no-opt');
  let isOff = true;
  const on = (): void => {
    if (isOff) setFlagsFromString('--opt');
    isOff = false;
    clearTimeout(timer);
  };
  const timer = setTimeout(on, LITTLE.milliseconds).unref();
  return {
    weigh: bytes => {
      if (bytes >= LITTLE.bytes) on();
    },
    on,
  };
}
