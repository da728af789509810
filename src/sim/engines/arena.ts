import type { Kernel } from "./kernel.ts";

const PAGE = 65536;
/** Vectors need 16; with a pair of cache lines, no two threads write to the same one. */
const ALIGNMENT = 128;

/** The typed arrays that are copied into the kernel's memory. */
type Numbers = Float64Array | Float32Array | Int32Array | Int8Array;

/** A kernel's memory, handed out from its first free byte upward; nothing is given back. */
export interface Arena {
  /** Address of so many zero bytes. */
  reserve(bytes: number): number;
  /** Address of a copy of the numbers. */
  place(numbers: Numbers): number;
  /** Writes numbers over what is at an address. */
  write(address: number, numbers: Numbers): void;
}

/**
 * Takes charge of a kernel's memory.
 *
 * @param kernel its memory grows by what is reserved, so that earlier views of it can end
 * @returns the arena; addresses are multiples of 128
 */
export function newArena({ memory, firstFree }: Pick<Kernel, "memory" | "firstFree">): Arena {
  let free = Math.ceil(firstFree() / ALIGNMENT) * ALIGNMENT;
  const reserve = (bytes: number): number => {
    const address = free;
    free += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = free - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return address;
  };
  const write = (address: number, numbers: Numbers): void => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    new Uint8Array(memory.buffer).set(bytes, address);
  };
  const place = (numbers: Numbers): number => {
    const address = reserve(numbers.byteLength);
    write(address, numbers);
    return address;
  };
  return { reserve, place, write };
}
