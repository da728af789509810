/** Stands for a number that JSON has no text for, or another number's. */
const MARK = "double";

const hasNoText = (value: number) => !Number.isFinite(value) || Object.is(value, -0);

/**
 * JSON in which every double comes back as it was: JSON has no NaN and no infinities, and JavaScript writes -0 as 0.
 *
 * All other doubles are written by the shortest decimal that is read as the same one (ECMAScript, Number::toString).
 *
 * @param value what JSON can hold, and any double; objects whose only key is "double" aside
 * @returns its text
 * @example
 * fromExactJson(toExactJson([0.1, -0, NaN])) // => [0.1, -0, NaN]
 */
export const toExactJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === "number" && hasNoText(inner) ? { [MARK]: Object.is(inner, -0) ? "-0" : `${inner}` } : inner,
  );

/** What `toExactJson` has written. */
export const fromExactJson = (text: string): unknown =>
  JSON.parse(text, (_, inner) =>
    typeof inner === "object" && inner !== null && typeof inner[MARK] === "string" ? Number(inner[MARK]) : inner,
  );
