import type { ImageFormat } from "./format.ts";

const [SIDE, CHANNELS] = [32, 3];
const PIXELS = SIDE * SIDE * CHANNELS;

/** Records of so many bytes of labels, the last of which counts, then red, green and blue by rows. */
const format = (name: string, classes: number, labels: number): ImageFormat => ({
  name,
  about: `the binary version of CIFAR-${classes}: records of ${labels === 1 ? "a label" : "a coarse and a fine label"} and 32 x 32 pixels in three colours`,
  classes,
  labelAt: labels - 1,
  images({ size = 0 }) {
    const each = labels + PIXELS;
    if (size % each !== 0) return `records of ${each} bytes each, but has ${size} bytes`;
    const shape = { height: SIDE, width: SIDE, channels: CHANNELS };
    return { count: size / each, ...shape, first: 0, each, before: labels };
  },
});

/**
 * The binary version of CIFAR-10: <1 label><3072 pixels> a record.
 *
 * Source: cs.toronto.edu/~kriz/cifar.html.
 */
export const cifar10 = format("cifar10", 10, 1);

/**
 * The binary version of CIFAR-100: <1 coarse label><1 fine label><3072 pixels> a record; the fine one is the class.
 *
 * Source: cs.toronto.edu/~kriz/cifar.html.
 */
export const cifar100 = format("cifar100", 100, 2);
