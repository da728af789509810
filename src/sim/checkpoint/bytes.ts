import type { State } from "../state.ts";
import { crc32 } from "./crc32.ts";
import { fromExactJson, toExactJson } from "./exactJson.ts";
import type { Snapshot } from "./snapshot.ts";

/*
 * A checkpoint as bytes: a line that says what it is, the CRC-32 of all that follows and how many bytes that is; a line of JSON; and the doubles of
 * the states, little-endian, one after the other. Nothing of it is rounded.
 */

/** The number counts up where any of this changes, or what a `State` holds. */
const FORMAT = "adamcheck checkpoint 1";
const FIRST_LINE = /^adamcheck checkpoint 1 ([0-9a-f]{8}) (\d{16})\n$/;
const firstLine = (checksum: number, length: number): string =>
  `${FORMAT} ${checksum.toString(16).padStart(8, "0")} ${`${length}`.padStart(16, "0")}\n`;
const FIRST = firstLine(0, 0).length;
const NEWLINE = 0x0a;

/** A checkpoint that was read: of which run, and where that is. */
export interface Kept {
  /** What its writer said that it is of. */
  readonly of: string;
  readonly snapshot: Snapshot;
}

/** A state without its numbers: how long their arrays are. */
interface Shape {
  readonly step: number;
  readonly lengths: readonly number[];
}

interface Header {
  readonly of: string;
  readonly seen: number;
  readonly history: Snapshot["history"];
  readonly state: Shape;
  readonly last?: Shape;
}

const shapeOf = ({ step, numbers }: State): Shape => ({ step, lengths: numbers.map(({ length }) => length) });

/**
 * A snapshot as bytes.
 *
 * @param kept the snapshot, and a text that says of what it is: only who says the same should go on from it
 * @returns the bytes, the same on every machine
 * Source: ours.
 */
export function toBytes({ of, snapshot: { seen, history, state, last } }: Kept): Uint8Array {
  const header: Header = { of, seen, history, state: shapeOf(state), ...(last && { last: shapeOf(last) }) };
  const head = new TextEncoder().encode(`${toExactJson(header)}\n`);
  const arrays = [...state.numbers, ...(last?.numbers ?? [])];
  // One array of bytes for all of it: a state may be as large as memory allows.
  const begin = FIRST + head.length;
  const bytes = new Uint8Array(begin + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  bytes.set(head, FIRST);
  const view = new DataView(bytes.buffer);
  let at = begin;
  for (const numbers of arrays) {
    for (let k = 0; k < numbers.length; k++, at += 8) view.setFloat64(at, numbers[k] as number, true);
  }
  const rest = bytes.subarray(FIRST);
  bytes.set(new TextEncoder().encode(firstLine(crc32(rest), rest.length)));
  return bytes;
}

/**
 * What bytes hold.
 *
 * @param bytes what `toBytes` gave, or anything
 * @returns the snapshot and of what it is; undefined where they were cut off or altered, or are nothing of the kind
 */
export function fromBytes(bytes: Uint8Array): Kept | undefined {
  const [, checksum, length] = FIRST_LINE.exec(new TextDecoder().decode(bytes.subarray(0, FIRST))) ?? [];
  const rest = bytes.subarray(FIRST);
  if (checksum === undefined || rest.length !== Number(length) || crc32(rest) !== Number.parseInt(checksum, 16)) {
    return undefined;
  }
  const end = rest.indexOf(NEWLINE) + 1;
  const { of, seen, history, state, last } = fromExactJson(new TextDecoder().decode(rest.subarray(0, end))) as Header;
  const count = [state, last].reduce((sum, shape) => sum + (shape?.lengths.reduce((a, b) => a + b, 0) ?? 0), 0);
  if (end + 8 * count !== rest.length) return undefined;
  const view = new DataView(rest.buffer, rest.byteOffset, rest.length);
  let at = end;
  const stateFrom = ({ step, lengths }: Shape): State => ({
    step,
    numbers: lengths.map((length) => {
      const numbers = new Float64Array(length);
      for (let k = 0; k < length; k++, at += 8) numbers[k] = view.getFloat64(at, true);
      return numbers;
    }),
  });
  return { of, snapshot: { seen, history, state: stateFrom(state), ...(last && { last: stateFrom(last) }) } };
}
