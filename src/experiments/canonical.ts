/**
 * Canonical JSON: keys sorted, those with undefined left out, so that equal values are the same text.
 *
 * @param value what JSON can hold
 * @returns its text
 * @example
 * canonical({ b: [1, 2], a: { d: "x", c: null }, e: undefined }) // => '{"a":{"c":null,"d":"x"},"b":[1,2]}'
 */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const object = value as Record<string, unknown>;
  const entries = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`);
  return `{${entries.join(",")}}`;
}
