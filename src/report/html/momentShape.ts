import { number, objectWith, optional, orNull, type Shape } from "./shape.ts";

const perClass = (shape: Shape) => objectWith({ "+1": shape, "-1": shape });

const seen = { epoch: number, step: number, trainLoss: number, trainError: number, testError: number };

/** A moment of a training of which nobody here has seen the weights. */
export const outsideMomentShape: Shape = objectWith(seen);

/** A recorded moment of a training. */
export const momentShape: Shape = objectWith({
  ...seen,
  featureLearning: perClass(number),
  noiseMemorization: objectWith({ min: perClass(orNull(number)), max: perClass(orNull(number)) }),
  freshNoise: optional(objectWith({ low: perClass(number), median: perClass(number), high: perClass(number) })),
});
