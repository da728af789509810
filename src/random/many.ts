// What is drawn number by number in sample.ts, shuffle.ts and normal.ts, in one call: the same numbers, by the kernel.
import { type Kernel, kernelWithRoom, openAt, openSeed } from "./kernel.ts";
import { PURPOSES, type Purpose } from "./stream.ts";

/** Numbers a piece of a long list is cut into. */
const PIECE = 65536;

const doubles = ({ memory }: Kernel, address: number, count: number) => new Float64Array(memory.buffer, address, count);

let last: Record<"members" | "normals", Float64Array> = { members: new Float64Array(0), normals: new Float64Array(0) };

/** Two lists of so many numbers from an address on; those of the call before where they are the same. */
function twoLists(kernel: Kernel, address: number, count: number): typeof last {
  const { members } = last;
  const same = members.buffer === kernel.memory.buffer && members.byteOffset === address && members.length === count;
  if (!same) last = { members: doubles(kernel, address, count), normals: doubles(kernel, address + 8 * count, count) };
  return last;
}

/** What `subset` needs of scratch. */
const tableSize = (size: number) => 16 * Math.ceil((8 * (3 * size + 1)) / 16);

/** Of what `drawSparse` draws. */
export interface Sparse {
  /** Whether a uniform number is drawn before all else. */
  readonly before: boolean;
  readonly population: number;
  readonly size: number;
  /** What the normal numbers are multiplied by. */
  readonly scale: number;
}

/**
 * A subset, and a normal number for each of its members.
 *
 * u = `uniform` if it comes before, `sampleWithoutReplacement`(population, size), then scale `normal` [size], from one stream
 *
 * @param seed integer in [0, 2^53)
 * @param purpose of the stream
 * @param index of the stream
 * @param sparse what is drawn
 * @returns u, or 0; the members, ascending; the normal numbers
 * Source: ours.
 */
export function drawSparse(seed: number, purpose: Purpose, index: number, sparse: Sparse) {
  const { before, population, size, scale } = sparse;
  const { kernel, room } = kernelWithRoom(tableSize(size) + 16 * (size + 1));
  openSeed(kernel, seed);
  openAt(kernel, PURPOSES[purpose], index);
  const out = room + tableSize(size);
  const chance = kernel.drawSparse(before ? 1 : 0, population, size, scale, room, out);
  return { chance, ...twoLists(kernel, out, size) };
}

/**
 * A subset, and a permutation of its size, from one stream.
 *
 * `sampleWithoutReplacement`(population, size), then `shuffledIndices`(size)
 *
 * @param seed integer in [0, 2^53)
 * @param purpose of the stream
 * @param index of the stream
 * @param population an integer in [1, 2^53)
 * @param size at most the population; about 28 bytes each
 * @returns the members, ascending, and the permutation
 * Source: ours.
 */
export function drawOrderedSubset(seed: number, purpose: Purpose, index: number, population: number, size: number) {
  const { kernel, room } = kernelWithRoom(tableSize(size) + 12 * (size + 1));
  openSeed(kernel, seed);
  openAt(kernel, PURPOSES[purpose], index);
  const out = room + tableSize(size);
  kernel.subset(population, size, room, out);
  kernel.shuffle(size, out + 8 * size);
  return {
    members: doubles(kernel, out, size).slice(),
    order: new Int32Array(kernel.memory.buffer, out + 8 * size, size).slice(),
  };
}

/** Permutations of 0, 1, ..., size - 1, of `count` streams from one on. */
export interface Orders {
  /** Index of the first stream, and how many streams. */
  readonly first: number;
  readonly count: number;
  /** An integer in [0, 2^31). */
  readonly size: number;
}

/**
 * Permutations: `shuffledIndices` of some streams, one after the other.
 *
 * @param seed integer in [0, 2^53)
 * @param purpose of the streams
 * @param orders which streams, and of how many members
 * @returns the permutations, [count * size]
 * Source: ours.
 */
export function drawOrders(seed: number, purpose: Purpose, { first, count, size }: Orders): Int32Array {
  const { kernel, room } = kernelWithRoom(4 * size * count);
  openSeed(kernel, seed);
  for (let k = 0; k < count; k++) {
    openAt(kernel, PURPOSES[purpose], first + k);
    kernel.shuffle(size, room + 4 * size * k);
  }
  return new Int32Array(kernel.memory.buffer, room, size * count).slice();
}

/** Takes some rows of a table, [rows * lanes], and the place of the first of them; they are good during the call. */
type Rows = (first: number, rows: Float64Array) => void;

function inPieces(
  draw: "drawAcross" | "drawAlong",
  { seed, purpose, places, lanes, scale }: NormalTable,
  take: Rows,
): void {
  const columns = lanes.length;
  const most = Math.min(places.length, Math.max(2, 2 * Math.floor(PIECE / 2 / columns)));
  const { kernel, room } = kernelWithRoom(8 * most * (columns + 2) + 16 * columns + 64);
  openSeed(kernel, seed);
  kernel.lanes.value = room + 16 * Math.ceil(most / 2);
  new Int32Array(kernel.memory.buffer, kernel.lanes.value, columns).set(lanes.map((lane) => 8 * lane));
  const out = kernel.lanes.value + 16 * Math.ceil(columns / 4);
  for (let first = 0; first < places.length; first += most) {
    const piece = places.subarray(first, first + most);
    doubles(kernel, room, piece.length).set(piece);
    kernel[draw](PURPOSES[purpose], room, piece.length, columns, scale, out);
    take(first, doubles(kernel, out, piece.length * columns));
  }
}

/** Which normal numbers. */
export interface NormalTable {
  /** Integer in [0, 2^53). */
  readonly seed: number;
  readonly purpose: Purpose;
  /** k of every row, ascending. */
  readonly places: Float64Array;
  /** For r = 0, 1, ..., where in its row number r goes: all places from 0 on, each once. */
  readonly lanes: Int32Array;
  /** What each is multiplied by. */
  readonly scale: number;
}

/**
 * Normal numbers at some places of many streams: row k holds number k of streams 0, 1, ..., k below 2^33.
 *
 * @param table which
 * @param take given some rows at a time
 * Source: ours.
 */
export const normalsAcross = (table: NormalTable, take: Rows): void => inPieces("drawAcross", table, take);

/**
 * The first normal numbers of some streams: row k holds numbers 0, 1, ... of stream k.
 *
 * @param table which
 * @param take as for `normalsAcross`
 * Source: ours.
 */
export const normalsAlong = (table: NormalTable, take: Rows): void => inPieces("drawAlong", table, take);
