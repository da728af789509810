import type { Source } from "../figures/figure.ts";
import type { Section } from "./section.ts";

/** Something that a report can be about. */
export interface Kind {
  /** What is looked for, and which command writes it. */
  readonly about: string;
  /** Whether it is a folder or a file with JSON. */
  readonly of: "folder" | "file";
  /** Of a folder: those in it whose files its section tells of. */
  readonly tells?: readonly string[];
  /**
   * Reports on a folder or file.
   *
   * @returns undefined where it is something else
   * @throws InputError where it is something else, or cannot be read
   */
  section(source: Source): Section | undefined;
}
