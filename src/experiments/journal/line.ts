import { hash } from "node:crypto";

/** Why a run has no outcome. */
export interface Failure {
  /** What its worker said last. */
  readonly reason: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** What was run, as far as a table shows it. */
  readonly config: object;
}

/** What a journal keeps of a job: its outcome, or why it has none. */
export type Finished<T> = { readonly outcome: T } | { readonly failed: Failure };

/** A line that can be trusted: whose it is, and whether it is a failure. */
export interface Head {
  readonly key: string;
  readonly failed: boolean;
}

const START = '{"checksum":"';
const DIGITS = 16;
/** Where the comma after the checksum stands: the body begins there once it is read as an opening brace. */
const BODY = START.length + DIGITS + 1;
const KEY = '"key":"';
const OUTCOME = ',"outcome":';
const FAILED = ',"failed":';
const BRACE = 0x7b;
const COMMA = 0x2c;
const QUOTE = 0x22;

const checksum = (body: string | Uint8Array) => hash("sha256", body, "hex").slice(0, DIGITS);

/**
 * A line of a journal.
 *
 * {"checksum": first 16 hexadecimal digits of SHA-256 of the line without its checksum, "key", "outcome" or "failed"}
 *
 * @param key of the job
 * @param finished what became of it
 * @returns one line of JSON, with its end of line
 * Source: ours (design: the store).
 */
export function lineOf(key: string, finished: Finished<unknown>): string {
  const body = JSON.stringify({ key, ...finished });
  return `${START}${checksum(body)}",${body.slice(1)}\n`;
}

/**
 * Checks a line without parsing it.
 *
 * @param line its bytes, without the end of line; one of them is overwritten and put back
 * @returns whose line it is; null where it was cut off or altered
 */
export function headOf(line: Buffer): Head | null {
  if (line.length <= BODY + KEY.length || line.toString("latin1", 0, START.length) !== START) return null;
  if (line.toString("latin1", BODY - 1, BODY + 1) !== '",') return null;
  line[BODY] = BRACE;
  const found = checksum(line.subarray(BODY));
  line[BODY] = COMMA;
  if (found !== line.toString("latin1", START.length, START.length + DIGITS)) return null;
  const start = BODY + 1 + KEY.length;
  const end = line.indexOf(QUOTE, start);
  const rest = line.toString("latin1", end + 1, end + 1 + OUTCOME.length);
  const failed = rest.startsWith(FAILED);
  // Whatever wrote this, it is not what `lineOf` gives.
  if (!failed && rest !== OUTCOME) return null;
  return { key: line.toString("latin1", start, end), failed };
}

/** What a line that `headOf` has found sound says of its job. */
export function finishedOf<T>(line: Buffer): Finished<T> {
  const { outcome, failed } = JSON.parse(line.toString("utf8"));
  return failed ? { failed } : { outcome };
}
