import pc from 'picocolors';

export type Colours = ReturnType<typeof pc.createColors>;

/** Colours where a person looks at a terminal and has not said no (https://no-color.org), none elsewhere. */
export function coloursFor(stream: NodeJS.WriteStream): Colours {
  return pc.createColors(stream.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb');
}

export const NO_COLOURS: Colours = pc.createColors(false);
