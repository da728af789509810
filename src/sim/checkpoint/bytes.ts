import type { State } from "../state.ts";
import { crc32 } from "./crc32.ts";
import { fromExactJson, toExactJson } from "./exactJson.ts";
import type { Snapshot } from "./snapshot.ts";

/*
 * A checkpoint as bytes: a line that says what it is, the CRC-32 of all that follows and how many bytes that is; a line of JSON; and the doubles of
 * the states, little-endian, one after the other. Nothing of it is rounded.
 */

const FORMAT = "adamcheck checkpoint 1";
const FIRST_LINE = /^adamcheck checkpoint 1 ([0-9a-f]{8}) (\d{1,16})$/;
/** Bytes that the first line has at most. */
const LONGEST = 64;
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
  const rest = new Uint8Array(head.length + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  rest.set(head);
  const view = new DataView(rest.buffer);
  let at = head.length;
  for (const numbers of arrays) {
    for (let k = 0; k < numbers.length; k++, at += 8) view.setFloat64(at, numbers[k] as number, true);
  }
  const checksum = crc32(rest).toString(16).padStart(8, "0");
  const first = new TextEncoder().encode(`${FORMAT} ${checksum} ${rest.length}\n`);
  const bytes = new Uint8Array(first.length + rest.length);
  bytes.set(first);
  bytes.set(rest, first.length);
  return bytes;
}

/**
 * What bytes hold.
 *
 * @param bytes what `toBytes` gave, or anything
 * @returns the snapshot and of what it is; undefined where they were cut off or altered, or are nothing of the kind
 */
export function fromBytes(bytes: Uint8Array): Kept | undefined {
  const start = bytes.subarray(0, LONGEST).indexOf(NEWLINE) + 1;
  const [, checksum, length] = FIRST_LINE.exec(new TextDecoder().decode(bytes.subarray(0, start).slice(0, -1))) ?? [];
  const rest = bytes.subarray(start);
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
