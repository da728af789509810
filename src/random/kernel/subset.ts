import { uniformInteger } from "./philox";

// A table in ascending order with gaps: a number's place is about where its share of the population puts it, and the numbers from there to where
// it stands leave no gap. So it says at once whether a number is in, and read from end to end it is sorted.

const EMPTY: i64 = -1;

/** Puts a number in; whether it was not there. */
// @ts-ignore: decorator
@inline
function insert(table: usize, place: usize, number: i64): bool {
  let at = table + (place << 3);
  let there = load<i64>(at);
  while (there != EMPTY && there < number) {
    at += 8;
    there = load<i64>(at);
  }
  if (there == number) return false;
  store<i64>(at, number);
  while (there != EMPTY) {
    at += 8;
    const next = load<i64>(at);
    store<i64>(at, there);
    there = next;
  }
  return true;
}

/**
 * `sampleWithoutReplacement` of src/random/sample.ts, by Floyd's algorithm, from the stream that is open.
 *
 * @param population how many numbers there are
 * @param size how many are drawn
 * @param table address of 3 size + 1 numbers of scratch
 * @param out receives the subset as doubles, ascending
 */
export function subset(population: f64, size: i32, table: usize, out: usize): void {
  const places: f64 = 2 * <f64>size;
  const end = table + ((3 * <usize>size + 1) << 3);
  memory.fill(table, 0xff, end - table);
  const share = places / population;
  const last = places - 1;
  const count = <i64>population;
  for (let j = count - size; j < count; j++) {
    const t = <i64>uniformInteger(<u64>(j + 1));
    if (!insert(table, <usize>min<f64>(last, <f64>t * share), t)) insert(table, <usize>min<f64>(last, <f64>j * share), j);
  }
  for (let at = table; at < end; at += 8) {
    const number = load<i64>(at);
    if (number == EMPTY) continue;
    store<f64>(out, <f64>number);
    out += 8;
  }
}

/** `shuffledIndices` of src/random/shuffle.ts, from the stream that is open. */
export function shuffle(size: i32, out: usize): void {
  for (let i = 0; i < size; i++) store<i32>(out + (<usize>i << 2), i);
  for (let last = size - 1; last > 0; last--) {
    const other = out + (<usize>uniformInteger(<u64>(last + 1)) << 2);
    const at = out + (<usize>last << 2);
    const moved = load<i32>(at);
    store<i32>(at, load<i32>(other));
    store<i32>(other, moved);
  }
}
