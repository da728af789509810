// The stream that words are drawn from, as in src/random/stream.ts: key, counter, and what is left of the last block.
export let key0: u32 = 0;
export let key1: u32 = 0;
let block: u32 = 0;
let purpose: u32 = 0;
let index0: u32 = 0;
let index1: u32 = 0;
let left: bool = false;
let w2: u32 = 0;
let w3: u32 = 0;

/** The pair of words drawn last: every number that we draw takes two. */
export let first: u32 = 0;
export let second: u32 = 0;

/** Opens the streams of a seed. */
export function openSeed(low: u32, high: u32): void {
  key0 = low;
  key1 = high;
}

/** Opens the stream of a purpose and an index, at the block given. */
export function openStream(what: u32, low: u32, high: u32, at: u32): void {
  purpose = what;
  index0 = low;
  index1 = high;
  block = at;
  left = false;
}

/** The next pair of words: Philox4x32-10, src/random/philox.ts. */
// @ts-ignore: decorator
@inline
export function nextPair(): void {
  if (left) {
    left = false;
    first = w2;
    second = w3;
    return;
  }
  let c0 = block;
  let c1 = purpose;
  let c2 = index0;
  let c3 = index1;
  let k0 = key0;
  let k1 = key1;
  for (let round = 0; round < 10; round++) {
    const one = <u64>c0 * 0xd2511f53;
    const other = <u64>c2 * 0xcd9e8d57;
    c0 = <u32>(other >> 32) ^ c1 ^ k0;
    c1 = <u32>other;
    c2 = <u32>(one >> 32) ^ c3 ^ k1;
    c3 = <u32>one;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  block++;
  first = c0;
  second = c1;
  w2 = c2;
  w3 = c3;
  left = true;
}

/** `uniform` of src/random/uniform.ts. */
export function uniform(): f64 {
  nextPair();
  return (<f64>((<u64>first << 20) | (second >> 12)) + 0.5) * 2.220446049250313e-16;
}

/** `uniformInteger` of src/random/uniform.ts: a draw counts where all that have its quotient are below 2^53. */
export function uniformInteger(bound: u64): u64 {
  let draw: u64;
  let rest: u64;
  do {
    nextPair();
    draw = (<u64>(first >> 11) << 32) | second;
    rest = draw % bound;
  } while (draw - rest + bound > 9007199254740992);
  return rest;
}
