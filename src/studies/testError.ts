import type { Measure } from "./study.ts";

/** The median test error at the end, and what a paper prints of it. */
export const testError = (
  about: string,
  predicted: Measure["predicted"] = () => undefined,
  published?: number,
): Measure => ({
  name: "test error",
  about,
  of: ({ final }) => final.testError,
  predicted,
  ...(published !== undefined && { published }),
});
