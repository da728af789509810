import { normalsAlong } from "../random/many.ts";
import type { Setting } from "../setting/setting.ts";
import { compactsOf } from "./activeSet.ts";
import type { Entries } from "./entries.ts";
import { type Examples, examplesOf } from "./examples.ts";
import { drawPatches } from "./patch.ts";
import { lanesOf } from "./weights.ts";

const NOTHING = new Float64Array(0);

/** R g_r for every lane r; nothing where R = 0. */
function drawRemainder(seed: number, index: number, norm: number, lanes: Int32Array): Float64Array {
  let remainder = NOTHING;
  if (norm > 0) {
    const places = Float64Array.of(index);
    normalsAlong({ seed, purpose: "testRemainder", places, lanes, scale: norm }, (_, row) => {
      remainder = row.slice();
    });
  }
  return remainder;
}

/** Entries in compact coordinates, the active ones alone; and the norm of the others. */
function throughActive({ coordinates, values }: Entries, compactOf: (k: number) => number) {
  const compact = coordinates.map(compactOf);
  let squares = 0;
  let count = 0;
  // Those that stay move up.
  for (let e = 0; e < values.length; e++) {
    const x = values[e] as number;
    if ((compact[e] as number) < 0) squares += x * x;
    else {
      compact[count] = compact[e] as number;
      values[count++] = x;
    }
  }
  return {
    active: { coordinates: compact.subarray(0, count), values: values.subarray(0, count) },
    norm: Math.sqrt(squares),
  };
}

function joined(first: Float64Array, then: Float64Array): Float64Array {
  if (then.length === 0) return first;
  const all = new Float64Array(first.length + then.length);
  all.set(first);
  all.set(then, first.length);
  return all;
}

/**
 * Fresh test examples seen through an active set, so that a test error needs no weight of an inactive coordinate.
 *
 *   <w_r, xi> = sum over active k of xi[k] w_r[k] + sum over inactive k of zeta[k] w_r[k],   the last sum replaced by tau_r R g_r:
 *   R^2 = sum over inactive k of zeta[k]^2,   g_r ~ N(0, 1), independent over lanes r and examples
 *
 * The examples are those of `drawExamples(setting, seed, "testExample", count)`: labels, active values and the number of active coordinates that
 * an example hits (hypergeometric) are exactly those of the full simulation. Active entries are kept, in compact coordinates; the others become
 * one entry a lane, at coordinate A + r with value R g_r (none where R = 0). The caller gives weights [(A + lanes) * lanes] whose row A + r holds
 * tau_r, the standard deviation of lane r's inactive weights, on lane r and 0 elsewhere; the ordinary forward pass then adds up <w_r, xi>.
 *
 * What is approximated. Where inactive weights are N(0, tau_r^2), one example's sums have exactly this distribution, at all times jointly: SGD
 * and decoupled decay multiply every inactive weight by one number, so that tau_r moves and g_r stays. Where they are not Gaussian (coupled
 * decay in Adam and SignSGD) it is the central limit theorem over the inactive coordinates hit, tau_r^2 being the mean square, and g_r
 * stays although single weights move differently. Correlations between test examples that share inactive coordinates are dropped always.
 *
 * @param setting s <= d - 1 < 2^53
 * @param seed integer in [0, 2^53)
 * @param count how many; example i does not depend on it
 * @param coordinates [A] the active set: true coordinates, ascending from 0
 * @param lanes 2m; a larger m adds entries and changes no value of a neuron
 * @returns the examples, coordinates below A + lanes
 * Source: ours.
 */
export function drawActiveTestExamples(
  setting: Setting,
  seed: number,
  count: number,
  coordinates: Float64Array,
  lanes: number,
): Examples {
  const compactOf = compactsOf(coordinates);
  const places = lanesOf(lanes / 2);
  function* seen() {
    let row = 0;
    const through = (entries: Entries): Entries => {
      const { active, norm } = throughActive(entries, compactOf);
      const remainder = drawRemainder(seed, row++, norm, places);
      return {
        coordinates: joined(
          active.coordinates,
          remainder.map((_, r) => coordinates.length + r),
        ),
        values: joined(active.values, remainder),
      };
    };
    for (const { label, truth, others, ...first } of drawPatches(setting, seed, "testExample", count)) {
      yield {
        ...through(first),
        ...{ label, ...(truth !== undefined && { truth }) },
        ...(others && { others: others.map(through) }),
      };
    }
  }
  return examplesOf(seen(), count * (setting.s + 1));
}
