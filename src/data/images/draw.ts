import type { CompleteSource } from "../../setting/imageSource.ts";
import { noisePatchesOf } from "../../setting/model.ts";
import type { Setting } from "../../setting/setting.ts";
import type { ExamplePurpose, Rows } from "../entries.ts";
import { seenLabel } from "../patch.ts";
import { type Chosen, chooseImages } from "./choose.ts";
import { openSource } from "./complete.ts";
import { meanDirections } from "./directions.ts";
import { type PixelValue, valueOf } from "./normalize.ts";
import { placesOf } from "./patches.ts";
import type { ImageExamples } from "./reader.ts";
import { type NumberAt, rowsFrom } from "./rowsFrom.ts";

/** Images, and what number each entry of each of their patches is. */
interface Set {
  readonly chosen: Chosen;
  readonly numbers: NumberAt;
}

/** How the images of a setting are seen: by what was trained on. */
interface Seen {
  readonly train: Set;
  /** The numbers of a patch that is black, [d]. */
  readonly black: Float64Array;
  /** Share of the pixels that are not. */
  readonly ink: number;
  readonly of: (chosen: Chosen) => Set;
}

const setOf = (chosen: Chosen, places: Int32Array, d: number, value: PixelValue): Set => ({
  chosen,
  numbers: (image, patch, k) => value(chosen.pixels, image, places[patch * d + k] as number),
});

function seenBy(setting: Setting, seed: number): Seen {
  const data = setting.data as CompleteSource;
  const { train } = openSource(data);
  const chosen = chooseImages(setting, seed, "trainExample", setting.n);
  const size = train.height * train.width * train.channels;
  const value = valueOf(data.normalize, { pixels: chosen.pixels, size, channels: train.channels });
  const places = placesOf(train, data);
  const of = (other: Chosen) => setOf(other, places, setting.d, value);
  const none = new Uint8Array(size);
  const black = new Float64Array(setting.d).map((_, k) => value(none, 0, places[k] as number));
  return { train: of(chosen), black, ink: train.ink, of };
}

/** Share of pixels that are not black above which all numbers are stored: products of whole matrices then take less time. */
const MOST_INK = 1 / 2;

/** The label of a class: +1 and -1 of two, else 1, ..., K. */
const labelOf = (index: number, classes: number): number => (classes > 2 ? index + 1 : 1 - 2 * index);

/**
 * Images as examples.
 *
 * patch p of image i is x_ip, in the order of `placesOf`; the first is kept as the signal patch, the others as noise patches (one vector where P = 1),
 * which forward pass and gradient treat alike. What stands for features are the
 * directions of `meanDirections`, over training images and their patches.
 *
 * @param setting completed
 * @param seed integer in [0, 2^53): chooses the images, and flips labels as `flip` says
 * @param purpose "trainExample" or "testExample"
 * @param count how many; image i does not depend on it
 * @returns the examples; zeros are not stored unless most pixels are none; where black is not 0 and most pixels are black, what a black patch is
 * @throws InputError as `chooseImages`
 * Source: ours.
 */
export function drawImages(setting: Setting, seed: number, purpose: ExamplePurpose, count: number): ImageExamples {
  const { d, classes = 2, patches = 2 } = setting;
  const { train, black, ink, of } = seenBy(setting, seed);
  const set =
    purpose === "trainExample" && count === setting.n ? train : of(chooseImages(setting, seed, purpose, count));
  const { chosen, numbers } = set;
  const truths = Int8Array.from(chosen.classes, (index) => labelOf(index, classes));
  const labels = truths.map((y, i) => seenLabel(setting, seed, purpose, i, y));
  const learnt = meanDirections(train.chosen.classes, classes, { patches, d }, train.numbers);
  const single = patches === 1;
  const noise = noisePatchesOf(setting);
  const full = ink > MOST_INK;
  const shown: Rows = rowsFrom(
    learnt.length + (single ? 1 : count),
    d,
    (row, k) => {
      const own = learnt[row];
      if (own) return own[k] as number;
      return single ? 0 : numbers(row - learnt.length, 0, k);
    },
    full,
  );
  return {
    ...{ count, labels },
    ...(labels.some((y, i) => y !== truths[i]) && { truths }),
    shown: {
      features: new Int32Array(count).map((_, i) => learnt.length + (single ? 0 : i)),
      strengths: new Float64Array(count).fill(single ? 0 : 1),
      directions: shown,
      learnt: learnt.length,
    },
    ...rowsFrom(
      count * noise,
      d,
      (row, k) => numbers(Math.floor(row / noise), single ? 0 : 1 + (row % noise), k),
      full,
    ),
    ...(!full && black.some((x) => x !== 0) && { ground: black }),
  };
}

/** Share of the entries that are stored: all where the least byte is no 0. */
export const densityOf = (data: CompleteSource): number =>
  data.normalize === "standard" ? 1 : Math.max(0.01, openSource(data).train.ink);
