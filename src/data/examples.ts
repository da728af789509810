import { noisePatchesOf } from "../setting/model.ts";
import type { Setting } from "../setting/setting.ts";
import { type Entries, type ExamplePurpose, entriesOf, type Rows } from "./entries.ts";
import { directionsOf, hasShown } from "./features.ts";
import { imageReader } from "./images/reader.ts";
import { dataNamed } from "./own.ts";
import { drawOwnExamples } from "./ownExamples.ts";
import { drawPatches, type Patch } from "./patch.ts";
import { type Rotation, rotated, rotationOf } from "./rotation.ts";

/**
 * Labelled examples, noise patches stored by rows of their nonzero entries (the signal patch is y v, so the label says it all):
 *
 *   row i:  xi_i[coordinates[e]] = values[e]   for e in rows[i] .. rows[i+1]-1, coordinates ascending; 0 is the feature coordinate (e_1 of the papers)
 *
 * Where examples have several noise patches, the rows of one follow each other: [count * (P - 1)] in all.
 */
export interface Examples {
  readonly count: number;
  /** The labels that are seen. */
  readonly labels: Int8Array;
  /** The labels that the patches are made of, where some of them are others. */
  readonly truths?: Int8Array;
  /** What each shows, where that is not its label alone: feature and strength, mu and sign in it, [count] each; and the features. */
  readonly shown?: {
    readonly features: Int32Array;
    readonly strengths: Float64Array;
    readonly directions: Rows;
    /** How many of the directions are features whose learning is measured, the first ones; all where absent. */
    readonly learnt?: number;
  };
  readonly rows: Int32Array;
  readonly coordinates: Int32Array;
  readonly values: Float64Array;
  /** What most entries of every patch are, [d], where that is not 0: pixels where images are black. Rows have it; engines may take it out. */
  readonly ground?: Float64Array;
}

function resized(old: Float64Array, length: number, used: number) {
  const room = new Float64Array(length);
  room.set(old.subarray(0, used));
  return room;
}

/**
 * Puts patches one after the other, each held only while it is copied: a million patches as objects would take more room than their entries.
 *
 * @param patches whose coordinates may be any
 * @param entries how many entries they have in all, where that is known: room is then made once
 * @param directions the features, where the patches say which of them they show
 * @returns the examples, entry for entry, with coordinates as doubles
 * Source: ours.
 */
export function listOf(patches: Iterable<Patch>, entries = 0, directions?: Rows) {
  const labels: number[] = [];
  const truths: number[] = [];
  const features: number[] = [];
  const strengths: number[] = [];
  let flips = false;
  const rows = [0];
  let coordinates = new Float64Array(entries);
  let values = new Float64Array(entries);
  let end = 0;
  const add = (row: Entries) => {
    const start = end;
    end += row.values.length;
    if (end > values.length) {
      coordinates = resized(coordinates, 2 * end, start);
      values = resized(values, 2 * end, start);
    }
    coordinates.set(row.coordinates, start);
    values.set(row.values, start);
    rows.push(end);
  };
  for (const patch of patches) {
    add(patch);
    patch.others?.forEach(add);
    labels.push(patch.label);
    truths.push(patch.truth ?? patch.label);
    if (patch.shown) {
      features.push(patch.shown.feature);
      strengths.push(patch.shown.strength);
    }
    flips ||= patch.truth !== undefined;
  }
  const list = {
    count: labels.length,
    labels: Int8Array.from(labels),
    rows: Int32Array.from(rows),
    coordinates: coordinates.subarray(0, end),
    values: values.length === end ? values : values.slice(0, end),
  };
  const shown = { features: Int32Array.from(features), strengths: Float64Array.from(strengths) };
  return {
    ...list,
    ...(flips && { truths: Int8Array.from(truths) }),
    ...(directions && { shown: { ...shown, directions } }),
  };
}

function* inRotation(patches: Iterable<Patch>, rotation: Rotation): Generator<Patch> {
  for (const patch of patches) {
    const others = patch.others?.map((other) => rotated(rotation, other));
    yield { ...patch, ...rotated(rotation, patch), ...(others && { others }) };
  }
}

/**
 * Puts patches one after the other.
 *
 * @param patches coordinates below 2^31
 * @param entries how many entries they have in all, where that is known: room is then made once
 * @param directions the features, where the patches say which of them they show
 * @returns the examples, entry for entry
 * Source: ours.
 * @example
 * const patch = { label: 1, coordinates: Float64Array.of(0, 2), values: Float64Array.of(-0.2, 3) };
 * [...examplesOf([patch, patch]).rows] // => [0, 2, 4]
 */
export function examplesOf(patches: Iterable<Patch>, entries = 0, directions?: Rows): Examples {
  const { count, labels, rows, coordinates, values, truths, shown } = listOf(patches, entries, directions);
  // Written out: a copy by `...` is an object whose fields an engine knows less of, and a forward pass a third slower.
  const list = { count, labels, rows, coordinates: new Int32Array(coordinates), values };
  if (!truths && !shown) return list;
  return { ...list, ...(truths && { truths }), ...(shown && { shown }) };
}

/**
 * Draws examples by Definition 3.1: those of `drawPatches`, stored; or those of a user's own, where the setting names data, or images.
 *
 * @param setting s <= d - 1 < 2^31; n s <= d - 1 for disjoint supports
 * @param seed integer in [0, 2^53)
 * @param purpose "trainExample" or "testExample": two independent sequences
 * @param count how many; example i does not depend on it
 * @returns the examples
 * @throws RangeError as `drawPatches`; InputError as `drawOwnExamples`
 * Source: [T25] Definition 3.1.
 */
export function drawExamples(setting: Setting, seed: number, purpose: ExamplePurpose, count: number): Examples {
  const { d, s, featureSupport: k = 1, basis } = setting;
  const { data } = setting;
  if (typeof data === "object") return imageReader(data).draw(setting, seed, purpose, count);
  if (data !== undefined) return drawOwnExamples(dataNamed(data), setting, seed, purpose, count);
  const patches = drawPatches(setting, seed, purpose, count);
  const rows = count * noisePatchesOf(setting);
  const directions = hasShown(setting) ? directionsOf(setting, seed) : undefined;
  if (basis !== "rotated") return examplesOf(patches, rows * (s + k), directions);
  return examplesOf(inRotation(patches, rotationOf(d, seed)), rows * d, directions);
}

/**
 * Examples from explicit labels and dense noise patches, entry for entry.
 *
 * @param labels [n], each +1 or -1
 * @param noisePatches [n][d], coordinate 1 (the feature noise) included
 * @returns the examples; zeros are not stored
 * Source: ours.
 * @example
 * examplesFromPatches([1], [[-0.2, 0, 3]]).values.length // => 2
 */
export function examplesFromPatches(labels: readonly number[], noisePatches: readonly (readonly number[])[]): Examples {
  return examplesOf(labels.map((label, i) => ({ label, ...entriesOf(noisePatches[i] as readonly number[]) })));
}
