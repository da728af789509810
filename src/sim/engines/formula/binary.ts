/** Bytes of a WebAssembly binary. */
export type Bytes = readonly number[];

/**
 * An integer >= 0 as WebAssembly has it: seven bits a byte, the lowest first.
 *
 * @param value below 2^32
 * @returns its bytes
 * Source: WebAssembly Core Specification 2.0, 5.2.2 (LEB128).
 * @example
 * unsigned(300) // => [0xac, 0x02]
 */
export function unsigned(value: number): number[] {
  const low = value % 128;
  return value < 128 ? [low] : [low + 128, ...unsigned(Math.floor(value / 128))];
}

/**
 * An integer of either sign, likewise.
 *
 * @param value a 32-bit integer
 * @returns its bytes
 * Source: WebAssembly Core Specification 2.0, 5.2.2 (signed LEB128).
 * @example
 * signed(64) // => [0xc0, 0x00]
 * signed(-1) // => [0x7f]
 */
export function signed(value: number): number[] {
  const low = value & 127;
  const rest = value >> 7;
  const done = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
  return done ? [low] : [low + 128, ...signed(rest)];
}

/** A double, the lowest byte first. */
export const double = (value: number): Bytes => [...new Uint8Array(new Float64Array([value]).buffer)];

/** How many, and then each. */
export const vector = (items: readonly Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()];

/** A text in ASCII, with its length. */
export const text = (ascii: string): Bytes => vector([...ascii].map((letter) => [letter.charCodeAt(0)]));

/** A part of a module, with its number and its length. */
export const section = (id: number, items: readonly Bytes[]): Bytes => {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
};
