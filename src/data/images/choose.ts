import { shuffledIndices } from "../../random/shuffle.ts";
import { openStream } from "../../random/stream.ts";
import type { CompleteSource } from "../../setting/imageSource.ts";
import { InputError } from "../../setting/inputError.ts";
import type { Setting } from "../../setting/setting.ts";
import type { ExamplePurpose } from "../entries.ts";
import { pixelsOf } from "./collection.ts";
import { keptOf, openSource } from "./complete.ts";

/** That there are fewer images than are asked for: some callers have another remedy. */
export class TooFewImages extends InputError {}

/** Images that were chosen: pixels one image after the other, and the class of each from 0. */
export interface Chosen {
  readonly pixels: Uint8Array;
  readonly classes: Uint8Array;
}

/** The images of a split in an order that the seed draws. */
const shuffled = (kept: Int32Array, seed: number, purpose: "trainImages" | "testImages"): Int32Array =>
  shuffledIndices(openStream(seed, purpose, 0), kept.length).map((place) => kept[place] as number);

/**
 * Chooses images.
 *
 * training: the first n of all that are kept, in an order that the seed draws;  test: likewise of the test files, or where there are none those that follow
 *
 * @param setting whose data are complete
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample"
 * @param count how many; image i does not depend on it
 * @returns their pixels and classes
 * @throws InputError where files have changed since the setting was completed, or have fewer
 * Source: ours.
 */
export function chooseImages(setting: Setting, seed: number, purpose: ExamplePurpose, count: number): Chosen {
  const data = setting.data as CompleteSource;
  const { format, train, test } = openSource(data);
  const apart = purpose === "testExample" && data.test !== undefined && test !== undefined;
  const [files, from] = apart
    ? ([data.test as NonNullable<typeof data.test>, test] as const)
    : ([data, train] as const);
  const order = shuffled(keptOf(from, data), seed, apart ? "testImages" : "trainImages");
  const first = purpose === "testExample" && !apart ? setting.n : 0;
  const chosen = order.subarray(first, first + count);
  if (chosen.length < count) {
    throw new TooFewImages(
      `testSize must be at most ${chosen.length}, the images that are there, but is ${count}; lower it`,
    );
  }
  const { only } = data;
  return {
    pixels: pixelsOf(files, format, apart ? "setting.data.test" : "setting.data", chosen),
    classes: Uint8Array.from(chosen, (image) => {
      const label = from.labels[image] as number;
      return only ? only.indexOf(label) : label;
    }),
  };
}
