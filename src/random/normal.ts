import { normalQuantile } from "../numeric/normalQuantile.ts";
import type { Stream } from "./stream.ts";
import { uniform } from "./uniform.ts";

/**
 * A standard normal number, by inversion: one uniform a normal, so the i-th of a stream does not depend on the others.
 *
 * @param stream advanced by two words
 * @returns a double with |x| <= 8.21, the quantile of 2^-53
 * Source: ours.
 */
export function normal(stream: Stream): number {
  return normalQuantile(uniform(stream));
}
