/** What one kind of work took. */
export interface Usage {
  /** Without the work inside it that has a name of its own. */
  readonly milliseconds: number;
  readonly calls: number;
  /** Text that went in (UTF-16 units), or bytes where there is no text yet. */
  readonly units: number;
}

/** Usage by the name of the work, such as `mojibake` or `rule en/related/more-in`. */
export type Profile = Readonly<Record<string, Usage>>;

/** Tells where time goes. Work may stand inside other work; each `begin` has its `end`. */
export interface Meter {
  readonly begin: (name: string) => void;
  readonly end: (units: number) => void;
  /** What was measured since the last call. */
  readonly take: () => Profile;
}

/** A meter that reads `clock`, which gives milliseconds. */
export function meter(clock: () => number): Meter {
  const open: { name: string; since: number; inside: number }[] = [];
  let usages = new Map<string, { milliseconds: number; calls: number; units: number }>();
  return {
    begin: name => {
      open.push({ name, since: clock(), inside: 0 });
    },
    end: units => {
      const work = open.pop();
      if (!work) throw new Error('a meter ended more than it began');
      const whole = clock() - work.since;
      const around = open.at(-1);
      if (around) around.inside += whole;
      const usage = usages.get(work.name) ?? { milliseconds: 0, calls: 0, units: 0 };
      usage.milliseconds += whole - work.inside;
      usage.calls++;
      usage.units += units;
      usages.set(work.name, usage);
    },
    take: () => {
      const taken = Object.fromEntries(usages);
      usages = new Map();
      return taken;
    },
  };
}

export function addProfiles(profiles: readonly Profile[]): Profile {
  const sum = new Map<string, Usage>();
  for (const profile of profiles)
    for (const [name, { milliseconds, calls, units }] of Object.entries(profile)) {
      const known = sum.get(name) ?? { milliseconds: 0, calls: 0, units: 0 };
      sum.set(name, {
        milliseconds: known.milliseconds + milliseconds,
        calls: known.calls + calls,
        units: known.units + units,
      });
    }
  return Object.fromEntries(sum);
}
