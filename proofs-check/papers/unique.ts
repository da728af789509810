/**
 * Texts, each once, in their order.
 *
 * @param texts undefined ones are passed over
 * @returns the others
 * Source: ours.
 * @example
 * unique(["a", undefined, "b", "a"]) // => ["a", "b"]
 */
export const unique = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => text !== undefined)),
];
