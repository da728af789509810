import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes images of CIFAR's shape without anything in them, none of whose pixels is black; the keys of `data` but how they are cut. */
export function coloursIn(folder, count) {
  const bytes = new Uint8Array(count * 3073);
  let state = 1;
  for (let k = 0; k < bytes.length; k++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[k] = k % 3073 === 0 ? (state >>> 16) % 10 : 1 + ((state >>> 16) % 255);
  }
  const images = join(folder, "noise.bin");
  writeFileSync(images, bytes);
  return { format: "cifar10", images, test: { images }, normalize: "standard" };
}
