import { fourBlocks } from "./four";
import { normals } from "./normal";
import { nextPair, openStream, uniform } from "./philox";
import { subset } from "./subset";

export { normals } from "./normal";
export { openSeed, openStream } from "./philox";
export { shuffle, subset } from "./subset";

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

/**
 * A uniform number if it is asked for, a subset and as many normal numbers, from the stream that is open.
 *
 * @param before whether the uniform number comes first
 * @param population of the subset
 * @param size of the subset
 * @param scale what the normal numbers are multiplied by
 * @param table scratch of the subset
 * @param out receives the subset, then the normal numbers; [2 size + 1]
 * @returns the uniform number, or 0
 */
export function drawSparse(before: bool, population: f64, size: i32, scale: f64, table: usize, out: usize): f64 {
  const chance = before ? uniform() : 0;
  subset(population, size, table, out);
  const first = out + (<usize>size << 3);
  const end = first + (<usize>size << 3);
  for (let at = first; at < end; at += 8) store<f64>(at, uniform());
  normals(first, end, scale);
  return chance;
}

/** Where in a row the number of each r goes, in bytes: the host sets it. */
export let lanes: usize = 0;

/**
 * Normal numbers of many streams of one purpose, at some of their places: number k of stream r, for every r.
 *
 * @param purpose of the streams
 * @param places address of k, below 2^33, ascending
 * @param count how many of them
 * @param streams r = 0 .. streams - 1
 * @param scale what each is multiplied by
 * @param out [count * streams], a row a place; has room for an even number
 */
export function drawAcross(purpose: u32, places: usize, count: i32, streams: i32, scale: f64, out: usize): void {
  const row = <usize>streams << 3;
  let at = out;
  for (const end = places + (<usize>count << 3); places < end; places += 8) {
    const k = <u64>load<f64>(places);
    const block = <u32>(k >> 1);
    // Two numbers of a block, where both are asked for.
    const both = (k & 1) == 0 && places + 8 < end && load<f64>(places, 8) == <f64>(k + 1);
    let r = 0;
    for (; r + 4 <= streams; r += 4) {
      const low = i32x4.add(i32x4.splat(r), i32x4(0, 1, 2, 3));
      const numbers = fourBlocks(i32x4.splat(block), purpose, low, i32x4.splat(0)) + (<usize>(k & 1) << 3);
      for (let lane: usize = 0; lane < 4; lane++) {
        const to = at + <usize>load<u32>(lanes + ((<usize>r + lane) << 2));
        store<f64>(to, load<f64>(numbers + (lane << 4)));
        if (both) store<f64>(to + row, load<f64>(numbers + (lane << 4), 8));
      }
    }
    for (; r < streams; r++) {
      const to = at + <usize>load<u32>(lanes + (<usize>r << 2));
      openStream(purpose, r, 0, block);
      if (k & 1) nextPair();
      store<f64>(to, uniform());
      if (both) store<f64>(to + row, uniform());
    }
    at += row;
    if (both) {
      at += row;
      places += 8;
    }
  }
  normals(out, at, scale);
}

/**
 * The first normal numbers of many streams of one purpose: r = 0 .. each - 1 of stream k.
 *
 * @param purpose of the streams
 * @param places address of k
 * @param count how many of them
 * @param each how many numbers of each
 * @param scale what each number is multiplied by
 * @param out [count * each], a row a place; has room for an even number
 */
export function drawAlong(purpose: u32, places: usize, count: i32, each: i32, scale: f64, out: usize): void {
  let at = out;
  for (const end = places + (<usize>count << 3); places < end; places += 8) {
    const k = <u64>load<f64>(places);
    const low = i32x4.splat(<u32>k);
    const high = i32x4.splat(<u32>(k >> 32));
    let r = 0;
    for (; r + 8 <= each; r += 8) {
      const numbers = fourBlocks(i32x4.add(i32x4.splat(r >> 1), i32x4(0, 1, 2, 3)), purpose, low, high);
      for (let n: usize = 0; n < 8; n++) {
        store<f64>(at + <usize>load<u32>(lanes + ((<usize>r + n) << 2)), load<f64>(numbers + (n << 3)));
      }
    }
    openStream(purpose, <u32>k, <u32>(k >> 32), r >> 1);
    for (; r < each; r++) store<f64>(at + <usize>load<u32>(lanes + (<usize>r << 2)), uniform());
    at += <usize>each << 3;
  }
  normals(out, at, scale);
}
