import { fc } from "@fast-check/vitest";
import { fileIn, idxImages, idxLabels } from "./imageFiles.ts";
import { newFolder } from "./newFolder.ts";

const sides = fc.integer({ min: 2, max: 5 });

/** Black half of the time, as most of a real image is. */
const byte = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 }));

/** Small images in files of their own, and how they are cut. */
const written = fc
  .record({
    ...{ height: sides, width: sides, count: fc.integer({ min: 3, max: 8 }), classes: fc.integer({ min: 2, max: 4 }) },
    ...{ down: fc.integer({ min: 1, max: 2 }), across: fc.integer({ min: 1, max: 2 }) },
    normalize: fc.constantFrom("unit", "standard", "length"),
  })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      h: fc.integer({ min: 1, max: shape.height }),
      w: fc.integer({ min: 2, max: shape.width }),
      pixels: fc.array(
        fc.array(byte, { minLength: shape.height * shape.width, maxLength: shape.height * shape.width }),
        { minLength: shape.count, maxLength: shape.count },
      ),
      labels: fc.array(fc.integer({ min: 0, max: shape.classes - 1 }), {
        minLength: shape.count,
        maxLength: shape.count,
      }),
    }),
  );

/**
 * Runs of SGD on small random images: sizes, overlapping patches, two to four classes, any batch.
 *
 * @param more keys of the run
 * @returns functions that write the files when they are called and give the run file, so that shrinking and printing need none
 */
export const imageRuns = (more: object = {}) =>
  fc
    .record({
      images: written,
      setting: fc.record({ m: fc.integer({ min: 1, max: 3 }), q: fc.integer({ min: 1, max: 3 }) }),
      sigma0: fc.constantFrom(0.125, 0.5),
      wider: fc.record(
        { biases: fc.constant(true), secondLayer: fc.constant("trained"), flip: fc.constant(0.25) },
        { requiredKeys: [] },
      ),
      everyStep: fc.boolean(),
      optimizer: fc.record({ lr: fc.constantFrom(0.5, 0.0625), weightDecay: fc.constantFrom(0, 0.25) }),
      batchSize: fc.integer({ min: 1, max: 4 }),
      epochs: fc.integer({ min: 1, max: 3 }),
      seed: fc.nat(1000),
    })
    .map(({ images, setting, sigma0, wider, everyStep, optimizer, batchSize, epochs, seed }) => {
      const { shape, h, w, pixels, labels } = images;
      const { height, width, count, classes, down, across, normalize } = shape;
      const n = count - 1;
      const file = (): Record<string, unknown> => {
        const folder = newFolder();
        return {
          setting: {
            ...{ n, ...setting, sigma0, classes, ...wider },
            ...(classes === 2 && wider.flip && everyStep && { flipEvery: "step" }),
            data: {
              images: fileIn(folder, "images", idxImages(height, width, pixels)),
              labels: fileIn(folder, "labels", idxLabels(labels)),
              ...{ patch: [h, w], stride: [down, across], normalize },
            },
          },
          optimizer: { name: "sgd", ...optimizer },
          ...{ batchSize: Math.min(batchSize, n), epochs, seed, ...more },
        };
      };
      return Object.assign(file, {
        toString: () =>
          JSON.stringify({
            shape,
            h,
            w,
            setting,
            sigma0,
            wider,
            everyStep,
            optimizer,
            batchSize,
            epochs,
            seed,
            pixels,
            labels,
          }),
      });
    });
