import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { countPatches, placesOf } from "../../../src/data/images/patches.ts";

const cuts = fc
  .record({
    height: fc.integer({ min: 1, max: 7 }),
    width: fc.integer({ min: 1, max: 7 }),
    channels: fc.integer({ min: 1, max: 3 }),
    h: fc.integer({ min: 1, max: 7 }),
    w: fc.integer({ min: 1, max: 7 }),
    down: fc.integer({ min: 1, max: 4 }),
    across: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ height, width, channels, h, w, down, across }) => ({
    shape: { height, width, channels },
    cut: { patch: [Math.min(h, height), Math.min(w, width)], stride: [down, across] } as const,
  }));

test.prop([cuts])("every patch is a window of the image, channel by channel, by rows", ({ shape, cut }) => {
  const { height, width, channels } = shape;
  const [h, w] = cut.patch;
  const { patches, d } = countPatches(shape, cut);
  const places = placesOf(shape, cut);
  expect(places.length).toBe(patches * d);
  expect(d).toBe(channels * h * w);
  const columns = Math.floor((width - w) / cut.stride[1]) + 1;
  for (let e = 0; e < places.length; e++) {
    const [p, k] = [Math.floor(e / d), e % d];
    const [top, left] = [Math.floor(p / columns) * cut.stride[0], (p % columns) * cut.stride[1]];
    const [c, y, x] = [Math.floor(k / (h * w)), Math.floor(k / w) % h, k % w];
    expect(top + y).toBeLessThan(height);
    expect(places[e]).toBe(c * height * width + (top + y) * width + left + x);
  }
  // No further patch would fit.
  expect((patches / columns) * cut.stride[0] + h).toBeGreaterThan(height);
});

test("patches that tile an image have each of its pixels once", () => {
  const places = placesOf({ height: 28, width: 28, channels: 1 }, { patch: [7, 14], stride: [7, 14] });
  expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 784 }, (_, k) => k));
});
