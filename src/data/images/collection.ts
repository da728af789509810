import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type { ImageFiles } from "../../setting/imageSource.ts";
import { InputError } from "../../setting/inputError.ts";
import { openRecords, type Source } from "./bytes.ts";
import type { ImageFormat, ImageRecords, Records } from "./formats/format.ts";
import { placeOf } from "./place.ts";

/** What files of images hold, without the pixels. */
export interface Collection {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** The label of every image, as the files have it. */
  readonly labels: Uint8Array;
  /** Images of each file. */
  readonly counts: readonly number[];
  /** Share of the pixels that are not 0. */
  readonly ink: number;
  /** SHA-256 of all files, unpacked, one after the other, images before labels: 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Bytes that are read at a time. */
const CHUNK = 2 ** 20;

const listed = (paths: string | readonly string[]): readonly string[] => (typeof paths === "string" ? [paths] : paths);

/** Opens one file after the other, and closes each. */
function* eachFile<R extends Records>(
  paths: string | readonly string[],
  field: string,
  records: Parameters<typeof openRecords<R>>[2],
): Generator<{ readonly file: string; readonly source: Source<R> }> {
  for (const file of listed(paths)) {
    const source = openRecords(file, placeOf(file, field), records);
    try {
      yield { file, source };
    } finally {
      source.close();
    }
  }
}

const wholeOf = ({ first, each, count }: Records): number => first + each * count;

function* chunksOf({ records, read }: Source<Records>): Generator<Uint8Array> {
  const end = wholeOf(records);
  for (let at = 0; at < end; at += CHUNK) yield read(at, Math.min(CHUNK, end - at));
}

function collect({ images, labels }: ImageFiles, format: ImageFormat, field: string): Collection {
  const hash = createHash("sha256");
  const counts: number[] = [];
  const all: Uint8Array[] = [];
  let shape: ImageRecords | undefined;
  let [ink, pixels] = [0, 0];
  for (const { file, source } of eachFile(images, `${field}.images`, (head) => format.images(head))) {
    const { records } = source;
    const { height, width, channels, count, before, each, first } = records;
    shape ??= records;
    if (height !== shape.height || width !== shape.width) {
      throw new InputError(
        `${file} must have images of ${shape.height} x ${shape.width}, as the file before it, but they are ${height} x ${width}; name files of one size`,
      );
    }
    let at = 0;
    const beside = new Uint8Array(format.labelAt === undefined ? 0 : count);
    for (const chunk of chunksOf(source)) {
      hash.update(chunk);
      for (let k = 0; k < chunk.length; k++, at++) {
        const place = (at - first) % each;
        if (at < first) continue;
        if (place === format.labelAt) beside[(at - first - place) / each] = chunk[k] as number;
        if (place >= before && chunk[k] !== 0) ink++;
      }
    }
    counts.push(count);
    pixels += height * width * channels * count;
    if (format.labelAt !== undefined) all.push(beside);
  }
  let part = 0;
  for (const { file, source } of format.labels ? eachFile(labels ?? [], `${field}.labels`, format.labels) : []) {
    const { count, first } = source.records;
    if (count !== counts[part]) {
      throw new InputError(
        `${file} must have a label for each of the ${counts[part]} images, but has ${count}; name the file that belongs to them`,
      );
    }
    for (const chunk of chunksOf(source)) hash.update(chunk);
    all.push(source.read(first, count).slice());
    part++;
  }
  const { height, width, channels } = shape as ImageRecords;
  return {
    ...{ height, width, channels, labels: Buffer.concat(all), counts },
    ...{ ink: ink / pixels, sha256: hash.digest("hex") },
  };
}

/** What tells files from those that lay at their places before. */
function stampOf({ images, labels }: ImageFiles, { name }: ImageFormat, field: string): string {
  const of = (paths: string | readonly string[], which: string) =>
    listed(paths).map((path) => {
      const place = placeOf(path, `${field}.${which}`);
      const { size, mtimeMs, ino } = statSync(place, { throwIfNoEntry: false }) ?? {};
      return [place, size, mtimeMs, ino];
    });
  return JSON.stringify([name, of(images, "images"), of(labels ?? [], "labels")]);
}

/** The latest ones: a sweep asks for the same files at every run. */
const known = new Map<string, Collection>();
const KEPT = 4;

/**
 * Looks through files of images: sizes, labels, and the hash of what they hold; of the pixels nothing is kept.
 *
 * @param files of one format
 * @param format theirs
 * @param field that has them, for errors
 * @returns what they hold
 * @throws InputError, one sentence, for a file that is missing, of another format, cut off, or whose counts differ
 * Source: ours.
 */
export function collectionOf(files: ImageFiles, format: ImageFormat, field: string): Collection {
  const stamp = stampOf(files, format, field);
  const found = known.get(stamp) ?? collect(files, format, field);
  known.delete(stamp);
  known.set(stamp, found);
  for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
  return found;
}

/**
 * The pixels of some images.
 *
 * @param files of one format
 * @param format theirs
 * @param field that has them, for errors
 * @param chosen which images, numbered through all files
 * @returns one image after the other, channel by channel, by rows
 * @throws InputError as `collectionOf`
 * Source: ours.
 */
export function pixelsOf(files: ImageFiles, format: ImageFormat, field: string, chosen: Int32Array): Uint8Array {
  let out = new Uint8Array(0);
  let base = 0;
  for (const { source } of eachFile(files.images, `${field}.images`, (head) => format.images(head))) {
    const { count, first, each, before } = source.records;
    const length = each - before;
    if (base === 0) out = new Uint8Array(chosen.length * length);
    chosen.forEach((image, k) => {
      const own = image - base;
      if (own >= 0 && own < count) out.set(source.read(first + own * each + before, length), k * length);
    });
    base += count;
  }
  return out;
}
