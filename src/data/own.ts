import { normal } from "../random/normal.ts";
import { openStream } from "../random/stream.ts";
import { uniform } from "../random/uniform.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import { mustBe, mustReturn } from "../setting/mustBe.ts";
import { newOwnRegistry } from "../setting/ownRegistry.ts";
import type { Setting } from "../setting/setting.ts";
import type { ExamplePurpose } from "./entries.ts";

/** What an example is drawn from; the same numbers whenever it is drawn again. */
export interface Draw {
  /** Of the example among those of its purpose, from 0. */
  readonly index: number;
  readonly purpose: "train" | "test";
  /** The next number of the example's own stream, uniform in (0, 1). */
  uniform(): number;
  /** The next one, standard normal. */
  normal(): number;
  readonly setting: Readonly<Setting>;
}

/** An example of a user's own. */
export interface OwnExample {
  readonly label: 1 | -1;
  /** [P][d], the signal patch first; one row where `patches` is 1. */
  readonly patches: readonly (readonly number[])[];
}

/** Directions of features, [F][d]. */
export type OwnFeatures = readonly (readonly number[])[];

/** Data of a user's own. */
export interface OwnData {
  readonly name: string;
  /** One example, from its own random numbers alone. */
  draw(from: Draw): OwnExample;
  /** Directions [F][d], F >= 1, of any length but 0, whose learning is measured; or a function of the setting that gives them. */
  readonly features?: OwnFeatures | ((setting: Readonly<Setting>) => OwnFeatures);
}

/** Those that users have defined in this process. */
export const OWN_DATA = newOwnRegistry<OwnData>("data");

/** A user's own by their name; undefined where there are none. */
export const ownData = (name: string): OwnData | undefined => OWN_DATA.known().find((one) => one.name === name);

/**
 * A user's own by their name.
 *
 * @param name of data that are defined
 * @returns the data
 * @throws Error for an unknown name; input is checked before this is called
 */
export function dataNamed(name: string): OwnData {
  const found = ownData(name);
  if (!found) throw new Error(`no data are named "${name}"`);
  return found;
}

const isRow = (row: unknown, d: number): boolean =>
  Array.isArray(row) && row.length === d && row.every((x) => Number.isFinite(x));

/** What a user's function gives; where it fails, a sentence. */
function asked<T>(what: string, due: string, of: () => T): T {
  try {
    return of();
  } catch (error) {
    const { message = String(error) } = error as Partial<Error>;
    throw new InputError(`${what} must give ${due}, but failed with ${show(message)}; correct it`);
  }
}

/** Refuses what is no example of a setting. */
function mustBeExample(what: string, { d, patches: count = 2 }: Setting, given: unknown): OwnExample {
  mustReturn(isObject(given), what, "{ label, patches }", given);
  const { label, patches } = given as Partial<OwnExample>;
  mustBe(label === 1 || label === -1, `label of ${what}`, "1 or -1", label, "correct it");
  const rows = count === 1 ? "one row" : `${count} rows`;
  const rule = `a list of ${rows} of d = ${d} finite numbers, as setting.patches says`;
  if (!Array.isArray(patches) || patches.length !== count) {
    throw new InputError(
      `patches of ${what} must be ${rule}, but ${Array.isArray(patches) ? `are ${patches.length}` : `is ${show(patches)}`}; correct it`,
    );
  }
  const wrong = patches.findIndex((row) => !isRow(row, d));
  mustBe(wrong < 0, `patches[${wrong}] of ${what}`, `a list of d = ${d} finite numbers`, patches[wrong], "correct it");
  return given as unknown as OwnExample;
}

/** How many examples of a set are drawn a second time, to see that they are the same. */
const AGAIN = 3;

/**
 * Draws an example of a user's own.
 *
 * @param data of which
 * @param setting given to `draw`
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample": two independent sequences
 * @param index which; its stream is its own, so that it depends on no other
 * @returns label and patches
 * @throws InputError, one sentence, where `draw` fails, gives no example of the setting, or of the first three another one when it is asked again
 * Source: ours.
 */
export function drawOwn(
  { name, draw }: OwnData,
  setting: Setting,
  seed: number,
  purpose: ExamplePurpose,
  index: number,
): OwnExample {
  const what = `draw of data ${name}`;
  const once = (): OwnExample => {
    const stream = openStream(seed, purpose === "trainExample" ? "trainOwn" : "testOwn", index);
    const from: Draw = {
      ...{ index, purpose: purpose === "trainExample" ? "train" : "test" },
      ...{ uniform: () => uniform(stream), normal: () => normal(stream), setting: Object.freeze({ ...setting }) },
    };
    return mustBeExample(
      what,
      setting,
      asked(what, "an example for every index", () => draw(from)),
    );
  };
  const example = once();
  if (index < AGAIN && JSON.stringify(once()) !== JSON.stringify(example)) {
    throw new InputError(
      `${what} must depend on what it is given alone, but gave two examples for index ${index}; draw with uniform() and normal(), and leave out Math.random and what changes from call to call`,
    );
  }
  return example;
}

/**
 * The directions of a user's own, of length 1.
 *
 * @param data that may have some
 * @param setting of which
 * @returns [F][d]; undefined where it has none
 * @throws InputError where they are none of the setting
 * Source: ours.
 */
export function ownFeatures({ name, features }: OwnData, setting: Setting): number[][] | undefined {
  if (features === undefined) return undefined;
  const what = `features of data ${name}`;
  const { d } = setting;
  const given: unknown =
    typeof features === "function"
      ? asked(what, "directions", () => features(Object.freeze({ ...setting })))
      : features;
  mustBe(Array.isArray(given) && given.length > 0, what, "a list of at least one direction", given, "correct it");
  return (given as OwnFeatures).map((row, f) => {
    const right = isRow(row, d) && row.some((x) => x !== 0);
    mustBe(right, `features[${f}] of data ${name}`, `d = ${d} finite numbers, not all 0`, row, "correct it");
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    return row.map((x) => x / length);
  });
}
