import { writeFileSync } from "node:fs";
import { join } from "node:path";

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** An IDX file of images, pixels image by image, by rows. */
export const idxImages = (height: number, width: number, images: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([...[0x803, images.length, height, width].flatMap(word), ...images.flat()]);

/** An IDX file of labels. */
export const idxLabels = (labels: readonly number[]): Uint8Array =>
  Uint8Array.from([...[0x801, labels.length].flatMap(word), ...labels]);

/** A file of records as CIFAR has them: labels, then pixels. */
export const records = (all: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(all.flat());

/** Writes a file into a folder; its path. */
export function fileIn(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Pixels that differ from image to image and from place to place, some of them 0. */
export const pixels = (count: number, size: number): number[][] =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: size }, (__, k) => (37 * i + 11 * k + ((i * k) % 5) * 53) % 256),
  );

/** The 16 real images beside the fixtures of PyTorch. */
export const REAL = ["images", "labels"].map(
  (which) => new URL(`../oracle/images/${which}-idx${which === "images" ? 3 : 1}-ubyte`, import.meta.url).pathname,
) as [string, string];
