import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { jsonNames } from "../../experiments/packed.ts";
import { InputError } from "../../setting/inputError.ts";
import { sourceAt } from "../figures/source.ts";
import type { Kind } from "./kind.ts";
import type { Section } from "./section.ts";

/** What was found in a folder. */
export interface Gathered {
  readonly sections: readonly Section[];
  /** Files with JSON that are of no kind. */
  readonly leftOut: readonly string[];
}

function sectionsAt(path: string, of: Kind["of"], kinds: readonly Kind[]): Section[] {
  return kinds.flatMap((kind) => {
    if (kind.of !== of) return [];
    try {
      return kind.section(sourceAt(path)) ?? [];
    } catch (error) {
      // What is of another kind, or cannot be read, says so.
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}

/** Names in a folder, in the order of their characters, which depends on no language. */
const namesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Reports on a folder, and on those in it.
 *
 * @param folder that exists
 * @param kinds what is looked for
 * @returns a section for the folder itself, one for each file with a result in it, and the same for the folders in it, in the order of their names
 * Source: ours.
 */
export function gather(folder: string, kinds: readonly Kind[]): Gathered {
  const inside = namesIn(folder);
  const places = [folder, ...inside.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))];
  const wholes = places.map((place) => sectionsAt(place, "folder", kinds));
  const found = places.map((place, k): Gathered => {
    const whole = wholes[k] as Section[];
    const entries = namesIn(place).filter((entry) => entry.isFile());
    const files = jsonNames(entries.map(({ name }) => name)).map((name) => join(place, name));
    const single = files.map((path) => ({ path, sections: sectionsAt(path, "file", kinds) }));
    // A folder that is reported on whole says itself what its files are, a check's counterexamples in a folder of their own too.
    const isTold =
      whole.length > 0 || (wholes[0]?.length !== 0 && kinds.some(({ tells }) => tells?.includes(basename(place))));
    return {
      sections: [...whole, ...single.flatMap(({ sections }) => sections)],
      leftOut: isTold ? [] : single.filter(({ sections }) => sections.length === 0).map(({ path }) => path),
    };
  });
  return {
    sections: found.flatMap(({ sections }) => sections),
    leftOut: found.flatMap(({ leftOut }) => leftOut),
  };
}
