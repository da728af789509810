import type { Beginning, ImageFormat } from "./format.ts";

/** The big-endian number of 32 bits at a place. */
const word = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

const hex = (magic: number): string => `0x${magic.toString(16).padStart(8, "0")}`;

/** The sizes after a magic number: unsigned bytes (0x08), so many dimensions. */
function sizesOf({ bytes }: Beginning, dimensions: number, what: string): readonly number[] | string {
  const magic = 0x0800 + dimensions;
  const found = bytes.length < 4 ? magic : word(bytes, 0);
  if (found !== magic) return `an IDX file of ${what}, which begins with ${hex(magic)}, but begins with ${hex(found)}`;
  const head = 4 + 4 * dimensions;
  if (bytes.length < head) return `an IDX file of ${what} with ${head} bytes at its head, but has ${bytes.length}`;
  return Array.from({ length: dimensions }, (_, k) => word(bytes, 4 + 4 * k));
}

/**
 * IDX: MNIST, Fashion-MNIST, EMNIST and what is kept as they are.
 *
 * images: 0x00000803, count, height, width, then count * height * width bytes;  labels: 0x00000801, count, then a byte each; big-endian
 *
 * Source: yann.lecun.com/exdb/mnist, "The IDX file format".
 */
export const idx: ImageFormat = {
  name: "idx",
  about: "IDX files of grey images and of labels: MNIST, Fashion-MNIST, EMNIST",
  images(file) {
    const sizes = sizesOf(file, 3, "images");
    if (typeof sizes === "string") return sizes;
    const [count, height, width] = sizes as [number, number, number];
    return { ...{ count, height, width, channels: 1 }, ...{ first: 16, each: height * width, before: 0 } };
  },
  labels(file) {
    const sizes = sizesOf(file, 1, "labels");
    return typeof sizes === "string" ? sizes : { count: sizes[0] as number, first: 8, each: 1 };
  },
};
