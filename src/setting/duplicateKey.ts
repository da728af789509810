/** A key that stands twice in one object. */
export interface DuplicateKey {
  readonly key: string;
  /** Of its second place, from 1. */
  readonly line: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,\n]/g;

/**
 * The first key of a JSON text that an object has twice: JSON.parse takes the last one and says nothing.
 *
 * @param text JSON that parses
 * @returns the key and its line; undefined where no object has one twice
 * Source: ours.
 * @example
 * duplicateKey('{"a": 1,\n "a": 2}') // => { key: "a", line: 2 }
 */
export function duplicateKey(text: string): DuplicateKey | undefined {
  const open: (Set<string> | null)[] = [];
  let line = 1;
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") {
      line++;
      continue;
    }
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const keys = open.at(-1);
      const key = JSON.parse(last) as string;
      if (keys?.has(key)) return { key, line };
      keys?.add(key);
    }
    last = token;
  }
  return undefined;
}
