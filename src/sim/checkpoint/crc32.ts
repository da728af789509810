/** x^32 + x^26 + x^23 + ... + 1, the highest power left out and the bits turned around. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/**
 * Cyclic redundancy check of bytes: it tells what was cut off or altered by accident, in a browser as in Node.
 *
 * @param bytes any
 * @returns an integer in [0, 2^32)
 * Source: ISO 3309, as in zlib and PNG.
 * @example
 * crc32(new TextEncoder().encode("123456789")) // => 0xcbf43926
 */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (let k = 0; k < bytes.length; k++) rest = (TABLE[(rest ^ (bytes[k] as number)) & 0xff] as number) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
