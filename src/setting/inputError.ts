/**
 * Bad input: one sentence that names the field, the rule, the value received and what to do. The CLI exits with 2 on it.
 */
export class InputError extends Error {
  override name = "InputError";
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "a value nested too deeply to show";
  }
}

/** A value as an error message shows it: JSON, NaN and Infinity by name, at most 60 characters. */
export function show(value: unknown): string {
  if (value === undefined) return "missing";
  const text = typeof value === "number" ? String(value) : jsonOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
