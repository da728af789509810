// out = M g, block by block: of 256 rows of g four lanes at a time stand side by side in the first cache, with those numbers of four rows of M that belong to
// them, and eight sums in registers. Every sum runs over ascending l and goes on from what the block before left in memory.

/** Rows of g in a block. */
const BLOCK: i32 = 256;

/** Bytes of four lanes. */
const FOUR: usize = 32;

/** First address that the host may use. */
export function firstFree(): usize {
  return __heap_base;
}

/** Four vectors of a number of M times two vectors of g, added to two vectors of four rows of out. Exported, which keeps it a function of its own. */
export function tile(m0: usize, m1: usize, m2: usize, m3: usize, moved: usize, g: usize, depth: i32, out0: usize, out1: usize, out2: usize, out3: usize): void {
  let a0 = v128.load(out0), b0 = v128.load(out0, 16);
  let a1 = v128.load(out1), b1 = v128.load(out1, 16);
  let a2 = v128.load(out2), b2 = v128.load(out2, 16);
  let a3 = v128.load(out3), b3 = v128.load(out3, 16);
  const end = g + <usize>depth * FOUR;
  for (; g < end; g += FOUR, moved += 4) {
    const at = <usize>load<u32>(moved);
    const x = v128.load(g), y = v128.load(g, 16);
    const f0 = v128.load64_splat(m0 + at);
    a0 = f64x2.add(a0, f64x2.mul(f0, x));
    b0 = f64x2.add(b0, f64x2.mul(f0, y));
    const f1 = v128.load64_splat(m1 + at);
    a1 = f64x2.add(a1, f64x2.mul(f1, x));
    b1 = f64x2.add(b1, f64x2.mul(f1, y));
    const f2 = v128.load64_splat(m2 + at);
    a2 = f64x2.add(a2, f64x2.mul(f2, x));
    b2 = f64x2.add(b2, f64x2.mul(f2, y));
    const f3 = v128.load64_splat(m3 + at);
    a3 = f64x2.add(a3, f64x2.mul(f3, x));
    b3 = f64x2.add(b3, f64x2.mul(f3, y));
  }
  v128.store(out0, a0); v128.store(out0, b0, 16);
  v128.store(out1, a1); v128.store(out1, b1, 16);
  v128.store(out2, a2); v128.store(out2, b2, 16);
  v128.store(out3, a3); v128.store(out3, b3, 16);
}

/** Copies four lanes of some rows of g side by side: panel by panel, [lanes/4][rows][4]. */
function pack(moved: usize, rows: i32, g: usize, stride: usize, packed: usize): void {
  for (let lane: usize = 0; lane < stride; lane += FOUR) {
    for (let e = 0; e < rows; e++, packed += FOUR) {
      // Addresses within a row of M are 8 bytes a vector; those of g a row of lanes.
      const from = g + (<usize>load<u32>(moved + (<usize>e << 2)) >> 3) * stride + lane;
      v128.store(packed, v128.load(from));
      v128.store(packed, v128.load(from, 16), 16);
    }
  }
}

/**
 * @param gram M, [size][size]
 * @param size of M
 * @param moved which rows of g are not 0, ascending, in bytes of a row of M, [count]
 * @param count of them
 * @param g [size][stride]
 * @param stride bytes of a row of lanes, a multiple of 32
 * @param packed room for 256 rows of lanes
 * @param out zeros, [size + 1][stride]: the last row is nobody's; added to
 */
export function multiply(gram: usize, size: i32, moved: usize, count: i32, g: usize, stride: usize, packed: usize, out: usize): void {
  const row = <usize>size << 3;
  const spare = out + <usize>size * stride;
  for (let first = 0; first < count; first += BLOCK) {
    const rows = min(BLOCK, count - first);
    const some = moved + (<usize>first << 2);
    pack(some, rows, g, stride, packed);
    for (let k = 0; k < size; k += 4) {
      const m0 = gram + <usize>k * row;
      const m1 = k + 1 < size ? m0 + row : m0;
      const m2 = k + 2 < size ? m1 + row : m0;
      const m3 = k + 3 < size ? m2 + row : m0;
      const out0 = out + <usize>k * stride;
      const out1 = k + 1 < size ? out0 + stride : spare;
      const out2 = k + 2 < size ? out1 + stride : spare;
      const out3 = k + 3 < size ? out2 + stride : spare;
      let panel = packed;
      for (let lane: usize = 0; lane < stride; lane += FOUR, panel += <usize>rows * FOUR)
        tile(m0, m1, m2, m3, some, panel, rows, out0 + lane, out1 + lane, out2 + lane, out3 + lane);
    }
  }
}
