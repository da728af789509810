/** The part of the explorer's address behind "#" that opens a run; undefined where a page cannot train it. */
export function explorerHash(_run: unknown): string | undefined {
  return undefined;
}
