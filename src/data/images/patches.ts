import type { CompleteSource } from "../../setting/imageSource.ts";
import type { Collection } from "./collection.ts";

type Shape = Pick<Collection, "height" | "width" | "channels">;
type Cut = Pick<CompleteSource, "patch" | "stride">;

/** Patches that fit along one side. */
const along = (side: number, patch: number, stride: number): number => Math.floor((side - patch) / stride) + 1;

/**
 * How images fall into patches.
 *
 * P = (floor((H - h)/down) + 1) (floor((W - w)/across) + 1),  d = C h w
 *
 * @param shape of an image
 * @param cut size of a patch, at most that of an image, and stride
 * @returns P and d
 * Source: ours; torch.nn.functional.unfold.
 * @example
 * countPatches({ height: 28, width: 28, channels: 1 }, { patch: [7, 7], stride: [7, 7] }) // => { patches: 16, d: 49 }
 */
export const countPatches = ({ height, width, channels }: Shape, { patch: [h, w], stride: [down, across] }: Cut) => ({
  patches: along(height, h, down) * along(width, w, across),
  d: channels * h * w,
});

/**
 * Which pixel of an image each number of its patches is.
 *
 * patch by patch by rows of patches; in each channel by channel, by rows of pixels
 *
 * @param shape of an image
 * @param cut size of a patch, at most that of an image, and stride
 * @returns [P * d], places among C H W pixels
 * Source: ours; the order of torch.nn.functional.unfold.
 * @example
 * [...placesOf({ height: 2, width: 4, channels: 1 }, { patch: [2, 2], stride: [1, 2] })] // => [0, 1, 4, 5, 2, 3, 6, 7]
 */
export function placesOf(shape: Shape, cut: Cut): Int32Array {
  const { height, width, channels } = shape;
  const {
    patch: [h, w],
    stride: [down, across],
  } = cut;
  const { patches, d } = countPatches(shape, cut);
  const places = new Int32Array(patches * d);
  let e = 0;
  for (let top = 0; top + h <= height; top += down) {
    for (let left = 0; left + w <= width; left += across) {
      for (let c = 0; c < channels; c++) {
        for (let y = 0; y < h; y++) {
          for (let x = 0; x < w; x++) places[e++] = (c * height + top + y) * width + left + x;
        }
      }
    }
  }
  return places;
}
