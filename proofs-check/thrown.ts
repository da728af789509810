/** What was thrown, in words: code may throw what is no Error. */
export function thrown(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    // An object may have no way of being a text, or one that throws.
    return "what is no text";
  }
}
