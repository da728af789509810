import { norm } from "../numeric/norm.ts";
import { InputError } from "../setting/inputError.ts";
import type { Patches } from "./patches.ts";

/** A mean of two classes that is this short of their patches, is one of rounding. */
const LEAST = 2 ** -40;

/**
 * Mean patch of every class.
 *
 * @param patches of examples
 * @param placeOf which mean of its class a patch adds to, by its place; one mean a class over all places unless given
 * @param places how many there are
 * @returns [K][places][d]; not numbers where there is no patch
 * Source: ours.
 */
export function meansBy(
  { classes, sides, vectors }: Patches,
  placeOf: (p: number) => number = () => 0,
  places = 1,
): Float64Array[][] {
  const d = vectors[0]?.[0]?.length ?? 0;
  const sums = Array.from({ length: classes }, () => Array.from({ length: places }, () => new Float64Array(d)));
  const counts = Array.from({ length: classes }, () => new Float64Array(places));
  vectors.forEach((patches, i) => {
    const side = sides[i] as number;
    patches.forEach((patch, p) => {
      const place = placeOf(p);
      const [sum, count] = [sums[side]?.[place] as Float64Array, counts[side] as Float64Array];
      for (let k = 0; k < d; k++) sum[k] = (sum[k] as number) + (patch[k] as number);
      count[place] = (count[place] as number) + 1;
    });
  });
  return sums.map((own, c) => own.map((sum, place) => sum.map((x) => x / (counts[c]?.[place] as number))));
}

/**
 * Where the mean patch of each class lies from the middle of all classes.
 *
 *   a_c = mean_c - (1/K) sum_c mean_c, means over the examples of a class and their places
 *
 * @param of examples of every class
 * @returns a_c, [K]
 * @throws InputError where a class has no example, or the mean of all
 * Source: ours, docs/notes/decomposition.md.
 */
export function awayFromMiddle(of: Patches): Float64Array[] {
  const { classes, sides, vectors } = of;
  const empty = Array.from({ length: classes }, (_, c) => c).find((c) => !sides.includes(c));
  if (empty !== undefined) {
    throw new InputError(
      `every class must have an example where its mean is taken, but class ${empty + 1} of ${classes} has none; draw more`,
    );
  }
  const means = meansBy(of).map(([mean]) => mean as Float64Array);
  const middle = (means[0] as Float64Array).map(
    (_, k) => means.reduce((sum, mean) => sum + (mean[k] as number), 0) / means.length,
  );
  const away = means.map((mean) => mean.map((value, k) => value - (middle[k] as number)));
  const largest = vectors.flat().reduce((most, patch) => Math.max(most, norm(patch)), 0);
  if (away.every((vector) => norm(vector) > LEAST * largest)) return away;
  throw new InputError(
    "class means must differ where signal is measured by them, but a class has the mean of all; they say nothing of such data",
  );
}
