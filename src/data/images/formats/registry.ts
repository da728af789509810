import { cifar10, cifar100 } from "./cifar.ts";
import type { ImageFormat } from "./format.ts";
import { idx } from "./idx.ts";

/** The formats of images that are read. Adding one is one file and one entry here. */
export const IMAGE_FORMATS: readonly ImageFormat[] = [idx, cifar10, cifar100];
