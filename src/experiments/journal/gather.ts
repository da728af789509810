import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { isPacked } from "../packed.ts";
import { removeAsides } from "../writeAside.ts";
import { newIndex, type Place } from "./indexLines.ts";
import { hasCode, install, partsOf, takeParts } from "./parts.ts";
import { newPlaceReader } from "./placeReader.ts";

/** Bytes that are written at a time. */
const PIECE = 1 << 20;
const NEWLINE = Buffer.from("\n");

/** Every known key once: first those asked for, then the others sorted. */
function* inOrder(wanted: Iterable<string>, known: ReadonlyMap<string, Place>): Generator<Place> {
  const rest = new Map(known);
  for (const key of wanted) {
    const place = rest.get(key);
    if (!place) continue;
    rest.delete(key);
    yield place;
  }
  for (const key of [...rest.keys()].sort()) yield rest.get(key) as Place;
}

function copy(places: Iterable<Place>, aside: string): void {
  const reader = newPlaceReader();
  const file = openSync(aside, "wx");
  let piece: Buffer[] = [];
  let size = 0;
  const flush = () => {
    const bytes = Buffer.concat(piece);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    piece = [];
    size = 0;
  };
  try {
    for (const place of places) {
      piece.push(reader.read(place), NEWLINE);
      size += place.length + 1;
      if (size > PIECE) flush();
    }
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
    reader.close();
  }
}

/**
 * Makes one file of all parts of a journal, unpacked, unless it is one packed file. Lines that could not be trusted, and those of keys that are there twice, are gone then.
 *
 * @param path of the journal
 * @param keys their order; other keys follow, sorted
 * @throws the file system's error; every line is still in some part then
 */
export function gather(path: string, keys: Iterable<string>): void {
  const aside = `${path}.${randomUUID()}.tmp`;
  const parts = partsOf(path);
  if (parts.length === 1 && parts.every(isPacked)) return;
  try {
    const taken = takeParts(path);
    if (taken.length === 0) return;
    copy(inOrder(keys, newIndex(taken).places), aside);
    install(aside, path, taken);
    // Where one of them is another process's that is at work, that one keeps its parts: no line is lost.
    removeAsides(path);
  } catch (error) {
    // Another process does the same and has taken what was ours: it will have every line.
    if (!hasCode(error, "ENOENT")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
