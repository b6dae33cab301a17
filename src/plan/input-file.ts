/** A file of the input as discovery found it. */
export interface InputFile {
  /** Relative to the input folder, with `/` between its parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Whether it may be cut at line starts. */
  readonly splittable: boolean;
}
