import type { Measure } from "./study.ts";

/** The median test error at the end. */
export const testError = (about: string, predicted: Measure["predicted"] = () => undefined): Measure => ({
  name: "test error",
  about,
  of: ({ final }) => final.testError,
  predicted,
});
