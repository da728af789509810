import type { Measure } from "./study.ts";

/** The median test error at the end, and what a paper prints of it. */
export const testError = (
  about: string,
  { predicted = () => undefined, published }: Partial<Pick<Measure, "predicted" | "published">> = {},
): Measure => ({
  name: "test error",
  about,
  of: ({ final }) => final.testError,
  predicted,
  ...(published !== undefined && { published }),
});
