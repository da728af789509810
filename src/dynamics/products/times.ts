import { newArena } from "../../sim/engines/arena.ts";
import { newKernel } from "./kernel.ts";
import { gramTimes, movedRows } from "./plain.ts";

/** Writes M g, for one M and any g of as many lanes. */
export type Times = (g: Float64Array, out: Float64Array) => void;

/** Vectors from which on a kernel is worth its own memory. */
const FEW = 64;

/** Rows of g that the kernel holds side by side (kernel/index.ts). */
const BLOCK = 256;

/**
 * Multiplies by a Gram matrix, by WebAssembly SIMD: the bytes of `gramTimes`.
 *
 * @param gram M, [size * size], copied
 * @param size of M
 * @param width lanes
 * @returns M g of any g, [size * width]; where g is not finite `gramTimes` itself, which leaves out products with 0
 * Source: ours.
 */
function byKernel(gram: Float64Array, size: number, width: number): Times {
  const kernel = newKernel();
  const arena = newArena(kernel);
  // Four lanes at a time; those beyond the last are 0.
  const padded = 4 * Math.ceil(width / 4);
  const m = arena.place(gram);
  const [from, to] = [size, size + 1].map((rows) => arena.reserve(8 * rows * padded)) as [number, number];
  const packed = arena.reserve(8 * BLOCK * padded);
  const moved = arena.reserve(4 * size);
  const inMemory = (address: number, rows: number) => new Float64Array(kernel.memory.buffer, address, rows * padded);
  return (g, out) => {
    if (!g.every(Number.isFinite)) return gramTimes(gram, g, size, out);
    const rows = movedRows(g, size);
    const [x, y] = [inMemory(from, size), inMemory(to, size)];
    for (const l of rows) x.set(g.subarray(l * width, (l + 1) * width), l * padded);
    arena.write(
      moved,
      rows.map((l) => 8 * l),
    );
    y.fill(0);
    kernel.multiply(m, size, moved, rows.length, from, 8 * padded, packed, to);
    for (let k = 0; k < size; k++) out.set(y.subarray(k * padded, k * padded + width), k * width);
  };
}

/**
 * What multiplies by a Gram matrix.
 *
 * @param gram M, [size * size], symmetric
 * @param size of M
 * @param width lanes of g
 * @param engine "reference" for plain TypeScript, else what is faster; the bytes are the same
 * @returns a function of g
 * Source: ours.
 */
export const timesOf = (gram: Float64Array, size: number, width: number, engine: string): Times =>
  engine === "reference" || size < FEW ? (g, out) => gramTimes(gram, g, size, out) : byKernel(gram, size, width);
