import { isObject } from "../setting/isObject.ts";

/** Where code of a user's own comes from. */
export interface Origin {
  /** Name of the file, without its folders: results do not depend on where it lies. */
  readonly file: string;
  /** SHA-256 of it and of all that it imports beside it, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The longest name that a file system has. */
const LONGEST = 255;
const CONTROL = /\p{Cc}/gu;

/**
 * The name of a file as results and messages have it: without what would steer a terminal.
 *
 * @param file its name
 * @param most characters
 * @returns the name, each control character as "?"
 * @example
 * plainName("my\nown.ts", 5) // => "my?ow"
 */
export const plainName = (file: string, most = LONGEST): string =>
  [...file.replaceAll(CONTROL, "?")].slice(0, most).join("");

/**
 * Whether a value is an origin, wherever it comes from.
 *
 * @param value such as what a queue or a result holds
 * @example
 * isOrigin({ file: "my lion.ts", sha256: "0a".repeat(32) }) // => true
 */
export const isOrigin = (value: unknown): value is Origin =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  typeof value.file === "string" &&
  value.file !== "" &&
  value.file === plainName(value.file) &&
  typeof value.sha256 === "string" &&
  /^[0-9a-f]{64}$/.test(value.sha256);

/** What a user may define; each kind has names of its own. */
export type Kind = "optimizer" | "metric" | "event" | "activation" | "data";

/** A kind and a name, as one. */
type Defined = `${Kind} ${string}`;

const origins = new Map<Defined, Origin>();
let collecting: Set<Defined> | undefined;

/** Told by whatever defines something under a name, so that a file that is being loaded is known to have defined it. */
export const noteDefined = (name: string, kind: Kind = "optimizer"): void => void collecting?.add(`${kind} ${name}`);

async function collected<T>(load: () => Promise<T>): Promise<{ readonly value: T; readonly names: Defined[] }> {
  const own = new Set<Defined>();
  collecting = own;
  try {
    return { value: await load(), names: [...own] };
  } finally {
    collecting = undefined;
  }
}

/** When what was asked for before has been loaded. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * What was defined while a file was loaded. Files are loaded one after the other, however they are asked for: else what two define would be mixed up.
 *
 * @param load loads it
 * @returns what it gives, and the kinds and names
 */
export function definedBy<T>(load: () => Promise<T>): ReturnType<typeof collected<T>> {
  const mine = turn.then(() => collected(load));
  turn = mine.catch(() => {});
  return mine;
}

/** Says where names come from; the latest file to define one is its origin. */
export function attribute(names: readonly Defined[], origin: Origin): void {
  for (const name of names) origins.set(name, origin);
}

/**
 * Where something of a user's own comes from.
 *
 * @param name of an optimizer, or of another kind
 * @param kind what it is the name of
 * @returns its file and hash; undefined for ours, and for what a script has defined in its own process
 * @example
 * originOf("adam") // => undefined
 */
export const originOf = (name: string, kind: Kind = "optimizer"): Origin | undefined => origins.get(`${kind} ${name}`);

/** What a result says of the file that its optimizer comes from; nothing for ours. */
export function loadOf(...names: readonly string[]): { readonly load?: Origin } {
  const [load] = names.flatMap((name) => originOf(name) ?? []);
  return load === undefined ? {} : { load };
}
