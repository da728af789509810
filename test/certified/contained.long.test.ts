import { expect, test } from "vitest";
import { contained } from "./contained.ts";
import { smallTraining } from "./trainings.ts";

test("enclosures of 200 small trainings hold them in 100 digits at every record", () => {
  const outside = Array.from({ length: 200 }, (_, seed) =>
    contained(smallTraining(seed)).outside.map((at) => `seed ${seed}: ${at}`),
  );
  expect(outside.flat()).toEqual([]);
});
