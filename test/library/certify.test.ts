import { expect, it } from "vitest";
import { certify } from "../../src/library/certify.ts";

const RUN = { preset: "tiny", optimizer: { name: "signsgdw", lr: 0.01 }, batchSize: 2, epochs: 3 } as const;

it.each([
  [{ digits: 10 }, /^digits must be an integer from 20 to 2000, but is 10/],
  [{ until: ["feature"] as never }, /^until must be a list of "features", "margins", "order", but is/],
  [{ arithmetic: "ternary" as never }, /^arithmetic must be one of "binary", "decimal", but is "ternary"/],
])("%j is refused in a sentence", async (options, sentence) => {
  await expect(certify(RUN, options)).rejects.toThrow(sentence);
});

it("stops where it is told to, with what is known", async () => {
  const stop = new AbortController();
  const result = await certify(
    { ...RUN, epochs: 20 },
    {
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 0.5) stop.abort();
      },
    },
  );
  expect(result.interrupted).toBe(true);
  expect(result.history.length).toBeGreaterThan(1);
  expect(result.history.at(-1)?.epoch).toBeLessThan(20);
});
