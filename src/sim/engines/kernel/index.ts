import { adaptiveUpdate } from "./adaptive";
import { addGradient } from "./gradient";
import { gradientUpdate, signUpdate } from "./plain";
import { respond } from "./respond";
import { dimension, gradient, neurons, rule, touched } from "./state";

export * from "./state";

/** Steps done. */
export let step: f64 = 0;

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

/**
 * Forward pass on the first examples.
 *
 * @param count how many
 * @param out address of their margins
 */
export function respondAll(count: i32, out: usize): void {
  for (let i = 0; i < count; i++) store<f64>(out + (<usize>i << 3), respond(i));
}

/** Leaves the gradient as every step expects it: zero. */
function clearGradient(): void {
  memory.fill(gradient, 0, (<usize>neurons << 4) * <usize>dimension);
  memory.fill(touched, 0, <usize>dimension);
}

/**
 * Takes one step a batch, as the reference engine does.
 *
 * @param indices address of the batches' examples, one batch after the other
 * @param offsets address of the batches' bounds in `indices`
 * @param count how many batches
 * @returns whether every margin was finite; if not, the step that met the other kind was not taken
 */
export function run(indices: usize, offsets: usize, count: i32): bool {
  for (let k = 0; k < count; k++) {
    const first = load<i32>(offsets + (<usize>k << 2));
    const end = load<i32>(offsets + (<usize>k << 2), 4);
    const share: f64 = 1 / <f64>(end - first);
    for (let e = first; e < end; e++) {
      const margin = addGradient(load<i32>(indices + (<usize>e << 2)), share);
      if (margin - margin != 0) {
        clearGradient();
        return false;
      }
    }
    if (rule == 1) adaptiveUpdate(<i64>step + 1);
    else if (rule == 2) signUpdate();
    else gradientUpdate();
    step += 1;
  }
  return true;
}
