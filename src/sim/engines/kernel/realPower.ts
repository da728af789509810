import { exp } from "./exp";
import { log } from "./log";
import { integerPower } from "./power";

/** z^x as the real power of src/sim/activations/power.ts has it, operation for operation; 0 where z <= 0. */
function realPower(z: f64, x: f64): f64 {
  if (z <= 0) return 0;
  if (z - z != 0) return z;
  const k = floor(x);
  return integerPower(z, <i64>k) * exp((x - k) * log(z));
}

/** The same on two lanes. */
export function laneRealPower(z: v128, x: f64): v128 {
  const low = realPower(f64x2.extract_lane(z, 0), x);
  return f64x2.replace_lane(f64x2.splat(low), 1, realPower(f64x2.extract_lane(z, 1), x));
}
