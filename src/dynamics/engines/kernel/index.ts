import { adaptiveUpdate, beginAdaptive } from "../../../sim/engines/kernel/adaptive";
import { beginFormula, formulaUpdate } from "../../../sim/engines/kernel/formula";
import { gradientUpdate, signUpdate } from "../../../sim/engines/kernel/plain";
import { integerPower } from "../../../sim/engines/kernel/power";
import { residual } from "../../../sim/engines/kernel/residual";
import { dimension, margins, noise, row, rule, signalGradient, weights } from "../../../sim/engines/kernel/state";
import { moveEach } from "./each";
import { pull } from "./pull";
import { respond } from "./respond";
import { see } from "./see";
import { shareSignal } from "./signal";
import { keepSize } from "./stepSizes";
import { each, places, shrinkage, upTo } from "./state";

export * from "../../../sim/engines/kernel/state";
export * from "../../../sim/engines/kernel/widerState";
export * from "./state";

/** Steps done. */
export let step: f64 = 0;

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

/**
 * Brings every example up to date and shows what it sees.
 *
 * @param out address of x_i of every lane [n * lanes]
 */
export function seeAll(out: usize): void {
  const decayed = integerPower(shrinkage, <i64>step);
  for (let i = 0; i < dimension - 1; i++, out += row) see(i, step, decayed, out);
}

/** Forward pass on a batch, into `noise` and `margins`; whether every margin was finite. */
function forward(indices: usize, count: i32): bool {
  const decayed = integerPower(shrinkage, <i64>step);
  shareSignal();
  let finite = true;
  let x = noise;
  for (let e = 0; e < count; e++, x += row) {
    const i = load<i32>(indices + (<usize>e << 2));
    see(i, step, decayed, x);
    const margin = respond(i, x);
    store<f64>(margins + (<usize>e << 3), margin);
    if (margin - margin != 0) finite = false;
  }
  return finite;
}

/** Turns what the batch sees into its gradient: of u, and of every example named, in the place of its first mention. */
function backward(indices: usize, count: i32): void {
  memory.fill(signalGradient, 0, row);
  // One after the other, so that no example waits for another one's residual.
  const end = margins + (<usize>count << 3);
  for (let margin = margins; margin < end; margin += 8) store<f64>(margin, residual(load<f64>(margin)) / <f64>count);
  let x = noise;
  for (let e = 0; e < count; e++, x += row) {
    const i = load<i32>(indices + (<usize>e << 2));
    const place = places + (<usize>i << 2);
    if (load<u32>(place) == 0) store<u32>(place, <u32>x);
    pull(i, x, load<f64>(margins + (<usize>e << 3)), <usize>load<u32>(place));
  }
}

/** Updates one row along its gradient. */
function move(w: usize, g: usize): void {
  if (rule == 1) adaptiveUpdate(w, w + row, g, true);
  else if (rule == 3) formulaUpdate(w, w + row, g, true);
  else if (rule == 2) signUpdate(w, w + row, g, true);
  else gradientUpdate(w, w + row, g, true);
}

/** Takes the step: u, and the lanes of every example named. */
function update(indices: usize, count: i32): void {
  if (rule == 1) {
    beginAdaptive(<i64>step + 1);
    keepSize(step + 1);
  } else if (rule == 3) beginFormula(step + 1);
  for (let e = 0; e < count; e++) {
    const i = <usize>load<i32>(indices + (<usize>e << 2));
    const place = places + (i << 2);
    const g = <usize>load<u32>(place);
    if (g == 0) continue;
    store<u32>(place, 0);
    if (each) moveEach(<i32>i, g, step + 1);
    else move(weights + (i + 1) * row, g);
    store<f64>(upTo + (i << 3), step + 1);
  }
  move(weights, signalGradient);
}

/**
 * Takes one step a batch, as `startInCoefficients` of src/dynamics does.
 *
 * @param indices address of the batches' examples, one batch after the other
 * @param offsets address of the batches' bounds in `indices`
 * @param count how many batches
 * @returns whether every margin was finite; if not, the step that met the other kind was not taken
 */
export function run(indices: usize, offsets: usize, count: i32): bool {
  for (let k = 0; k < count; k++) {
    const first = load<i32>(offsets + (<usize>k << 2));
    const size = load<i32>(offsets + (<usize>k << 2), 4) - first;
    const batch = indices + (<usize>first << 2);
    if (!forward(batch, size)) return false;
    backward(batch, size);
    update(batch, size);
    step += 1;
  }
  return true;
}
