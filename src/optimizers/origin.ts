/** Where code of a user's own comes from. */
export interface Origin {
  /** Name of the file, without its folders: results do not depend on where it lies. */
  readonly file: string;
  /** SHA-256 of it and of all that it imports beside it, 64 hexadecimal digits. */
  readonly sha256: string;
}

const origins = new Map<string, Origin>();
let collecting: Set<string> | undefined;

/** Told by whatever defines something under a name, so that a file that is being loaded is known to have defined it. */
export const noteDefined = (name: string): void => void collecting?.add(name);

/**
 * What was defined while a file was loaded.
 *
 * @param load loads it; two at a time would be mixed up
 * @returns what it gives, and the names
 */
export async function definedBy<T>(load: () => Promise<T>): Promise<{ readonly value: T; readonly names: string[] }> {
  const own = new Set<string>();
  collecting = own;
  try {
    return { value: await load(), names: [...own] };
  } finally {
    collecting = undefined;
  }
}

/** Says where names come from; the latest file to define one is its origin. */
export function attribute(names: readonly string[], origin: Origin): void {
  for (const name of names) origins.set(name, origin);
}

/**
 * Where something of a user's own comes from.
 *
 * @param name of an optimizer
 * @returns its file and hash; undefined for ours, and for what a script has defined in its own process
 * @example
 * originOf("adam") // => undefined
 */
export const originOf = (name: string): Origin | undefined => origins.get(name);

/** What a result says of the file that its optimizer comes from; nothing for ours. */
export function loadOf(...names: readonly string[]): { readonly load?: Origin } {
  const [load] = names.flatMap((name) => originOf(name) ?? []);
  return load === undefined ? {} : { load };
}
