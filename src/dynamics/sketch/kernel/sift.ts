/** How many values were below, and how many margins wrong for sure. */
export let below: i32 = 0;
export let wrong: i32 = 0;

/**
 * The places of the values between two bounds, these included.
 *
 * @param values address of single numbers, none NaN
 * @param count how many
 * @param low lower bound; how many are less is in `below`
 * @param high upper bound
 * @param out receives the places, ascending
 * @returns how many
 */
export function within(values: usize, count: i32, low: f32, high: f32, out: usize): i32 {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  const first = out;
  let less = 0;
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    const some = v128.load(values + (<usize>k << 2));
    const under = f32x4.lt(some, lows);
    less += popcnt<i32>(i32x4.bitmask(under));
    let inside = i32x4.bitmask(v128.andnot(f32x4.le(some, highs), under));
    for (; inside != 0; inside &= inside - 1, out += 4) store<i32>(out, k + ctz<i32>(inside));
  }
  for (; k < count; k++) {
    const value = load<f32>(values + (<usize>k << 2));
    if (value < low) less++;
    else if (value <= high) {
      store<i32>(out, k);
      out += 4;
    }
  }
  below = less;
  return <i32>((out - first) >> 2);
}

/**
 * The places of the margins that may have either sign: `decide` of src/dynamics/sketch/doubt.ts, for all examples.
 *
 * @param seen address of the six lists that `look` gave
 * @param labels address of the labels
 * @param count how many examples
 * @param features address of four doubles: what the feature gives to classes +1 and -1 for label +1, then for label -1
 * @param slope q times the slack, and a little more
 * @param rounding of the sums, as a share of them
 * @param out receives the places, ascending; how many of the other margins are negative is in `wrong`
 * @returns how many
 */
export function decide(
  seen: usize,
  labels: usize,
  count: i32,
  features: usize,
  slope: f64,
  rounding: f64,
  out: usize,
): i32 {
  const stride = <usize>count << 2;
  const first = out;
  const plusOfPlus = load<f64>(features);
  const minusOfPlus = load<f64>(features, 8);
  const plusOfMinus = load<f64>(features, 16);
  const minusOfMinus = load<f64>(features, 24);
  let negative = 0;
  for (let i = 0; i < count; i++, seen += 4) {
    const isPlus = load<i8>(labels + i) == 1;
    const forPlus = select<f64>(plusOfPlus, plusOfMinus, isPlus);
    const forMinus = select<f64>(minusOfPlus, minusOfMinus, isPlus);
    const givenPlus = <f64>load<f32>(seen);
    const givenMinus = <f64>load<f32>(seen + 3 * stride);
    const difference = forPlus - forMinus + (givenPlus - givenMinus);
    const error =
      slope * (<f64>load<f32>(seen + stride) + <f64>load<f32>(seen + 4 * stride)) +
      rounding * (givenPlus + givenMinus) +
      9.094947017729282e-13 * (forPlus + forMinus) +
      8.077935669463161e-28;
    const sure = abs<f64>(difference) > error;
    negative += i32(sure) & i32(difference < 0 == isPlus);
    if (sure) continue;
    store<i32>(out, i);
    out += 4;
  }
  wrong = negative;
  return <i32>((out - first) >> 2);
}
