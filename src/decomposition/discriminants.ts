import { conjugateGradient } from "../numeric/conjugateGradient.ts";
import { meansBy } from "./classMeans.ts";
import { inner } from "./orthonormal.ts";
import type { Patches } from "./patches.ts";

/** What every patch is off the mean of its class and place; none where that is itself. */
function scatterOf(of: Patches): Float64Array[] {
  const places = of.vectors[0]?.length ?? 0;
  const means = meansBy(of, (p) => p, places);
  return of.vectors.flatMap((patches, i) =>
    patches.map((patch, p) => {
      const mean = means[of.sides[i] as number]?.[p] as Float64Array;
      return patch.map((x, k) => x - (mean[k] as number));
    }),
  );
}

/**
 * Turns differences of class means into Fisher's discriminant directions, regularized.
 *
 *   W = mean of z z' over all patches, z what a patch is off the mean of its class and place;  rho = tr W/d, the mean variance of a coordinate;
 *   (W + rho I)^-1 a_c,  which span what maximizes between over within scatter
 *
 * @param away a_c, [K], which sum to 0
 * @param of the patches whose scatter it is
 * @returns a direction a class, [K], of any length; they sum to 0. a_c itself where nothing scatters
 * Source: Fisher 1936; Rao 1948 for several classes; rho is Friedman's 1989 shrinkage towards a multiple of I, at one half.
 */
export function discriminants(away: readonly Float64Array[], of: Patches): Float64Array[] {
  const scatter = scatterOf(of);
  const d = away[0]?.length ?? 0;
  const rho = scatter.reduce((sum, z) => sum + inner(z, z), 0) / scatter.length / d;
  if (!(rho > 0)) return [...away];
  const times = (x: Float64Array): Float64Array => {
    const image = x.map((value) => rho * value);
    for (const z of scatter) {
      const along = inner(z, x) / scatter.length;
      if (along !== 0) for (let k = 0; k < d; k++) image[k] = (image[k] as number) + along * (z[k] as number);
    }
    return image;
  };
  const found = away.slice(0, -1).map((vector) => conjugateGradient(times, vector));
  // Exactly in the span of the others, as a_K is.
  const last = new Float64Array(d).map((_, k) => -found.reduce((sum, one) => sum + (one[k] as number), 0));
  return [...found, last];
}
