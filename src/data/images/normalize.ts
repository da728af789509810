import type { CompleteSource } from "../../setting/imageSource.ts";

/** The number of a pixel. */
export type PixelValue = (pixels: Uint8Array, image: number, place: number) => number;

interface Pixels {
  readonly pixels: Uint8Array;
  /** Pixels of an image. */
  readonly size: number;
  readonly channels: number;
}

/** Numbers of every byte, in each channel: (byte/255 - mean)/deviation, by the channel of all training images; a channel of one colour is 0. */
function standardized({ pixels, size, channels }: Pixels): readonly Float64Array[] {
  const each = size / channels;
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  for (let at = 0; at < pixels.length; at++) {
    const byte = pixels[at] as number;
    const c = Math.floor((at % size) / each);
    // Sums of whole numbers below 2^53: their order does not matter.
    sums[c] = (sums[c] as number) + byte;
    squares[c] = (squares[c] as number) + byte * byte;
  }
  const count = pixels.length / channels;
  return Array.from(sums, (sum, c) => {
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, (squares[c] as number) / count - mean * mean));
    return new Float64Array(256).map((_, byte) => (deviation > 0 ? (byte - mean) / deviation : 0));
  });
}

/**
 * How the bytes of pixels become numbers.
 *
 * unit: b/255;  standard: (b - mean)/deviation, both of the channel over all training images;  length: b/|b|_2 of the image, 0 where all of it is 0
 *
 * @param normalize which
 * @param train pixels of the training images
 * @returns a number for a place of an image
 * Source: ours; "standard" is what training scripts do with torchvision's Normalize.
 */
export function valueOf(normalize: CompleteSource["normalize"], train: Pixels): PixelValue {
  const { size, channels } = train;
  if (normalize === "unit") return (pixels, image, place) => (pixels[image * size + place] as number) / 255;
  if (normalize === "standard") {
    const tables = standardized(train);
    const each = size / channels;
    return (pixels, image, place) =>
      (tables[Math.floor(place / each)] as Float64Array)[pixels[image * size + place] as number] as number;
  }
  let [known, of, length] = [-1, train.pixels, 0];
  return (pixels, image, place) => {
    if (image !== known || pixels !== of) {
      [known, of] = [image, pixels];
      let squares = 0;
      for (let at = image * size; at < (image + 1) * size; at++) {
        const byte = pixels[at] as number;
        squares += byte * byte;
      }
      length = Math.sqrt(squares);
    }
    return length === 0 ? 0 : (pixels[image * size + place] as number) / length;
  };
}
