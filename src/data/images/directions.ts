import { norm } from "../../numeric/norm.ts";
import type { NumberAt } from "./rowsFrom.ts";

/** Mean of all patches of the images of a class; zeros where it has none. */
function classMean(classes: Uint8Array, of: number, { patches, d }: Shape, at: NumberAt): Float64Array {
  const mean = new Float64Array(d);
  let count = 0;
  classes.forEach((one, image) => {
    if (one !== of) return;
    count += patches;
    for (let p = 0; p < patches; p++) for (let k = 0; k < d; k++) mean[k] = (mean[k] as number) + at(image, p, k);
  });
  return count === 0 ? mean : mean.map((sum) => sum / count);
}

interface Shape {
  readonly patches: number;
  readonly d: number;
}

const unit = (vector: Float64Array): Float64Array => {
  const length = norm(vector);
  return length > 0 ? vector.map((x) => x / length) : vector;
};

/**
 * The directions in which the classes of images differ in the mean, patch by patch: what stands for the features, of which real images have none.
 *
 * mu_c = mean of x_ip over images i of class c and patches p;  of two classes (mu_0 - mu_1)/|mu_0 - mu_1|;  else of each (mu_c - mu)/|mu_c - mu|, mu the mean of all mu_c
 *
 * @param classes of the training images, from 0
 * @param count K
 * @param shape P and d
 * @param at the numbers of the images
 * @returns [1][d] of two classes, else [K][d], of length 1, or 0 where there is no difference
 * Source: ours.
 */
export function meanDirections(classes: Uint8Array, count: number, shape: Shape, at: NumberAt): Float64Array[] {
  const means = Array.from({ length: count }, (_, c) => classMean(classes, c, shape, at));
  if (count === 2) {
    const [one, other] = means as [Float64Array, Float64Array];
    return [unit(one.map((x, k) => x - (other[k] as number)))];
  }
  const all = new Float64Array(shape.d).map(
    (_, k) => means.reduce((sum, mean) => sum + (mean[k] as number), 0) / count,
  );
  return means.map((mean) => unit(mean.map((x, k) => x - (all[k] as number))));
}
