/** What was thrown, in words: code may throw what is no Error. */
export const thrown = (error: unknown): string => (error instanceof Error ? error.message : String(error));
