import { InputError } from "../../setting/inputError.ts";
import { readingAdvice } from "../packed.ts";
import { reason } from "../reason.ts";
import { newAppender } from "./appender.ts";
import { gather } from "./gather.ts";
import { type Damage, type Index, newIndex, type Place, TRIES } from "./indexLines.ts";
import { type Finished, finishedOf, lineOf } from "./line.ts";
import { hasCode, isWhole, partsOf } from "./parts.ts";
import { newPlaceReader } from "./placeReader.ts";
import { newUnpacker } from "./unpacker.ts";

/** What is known of a job. */
export type State = "outcome" | "failed";

/** Finished jobs by key. `T` is what a job gives. */
export interface Journal<T> {
  /** How many jobs have finished. */
  readonly size: number;
  /** Lines that could not be trusted. */
  readonly damaged: readonly Damage[];
  /** Whether all of it is in one file, packed or not, with nothing damaged: as `settle` leaves it. */
  readonly settled: boolean;
  /** What became of a job; undefined where it has not finished. */
  state(key: string): State | undefined;
  get(key: string): Finished<T> | undefined;
  /** Every job that has finished, once, in the order of the files; none is held. */
  entries(): Iterable<readonly [key: string, finished: Finished<T>]>;
  add(key: string, finished: Finished<T>): void;
  /** Makes sure that it can be written before the work for it begins. */
  open(): void;
  /** Reads what other processes have added. */
  refresh(): void;
  /**
   * Makes one file of all parts, in the order of `keys` and then of the other keys: it does not tell in which order workers finished,
   * how often they were interrupted, or how many processes there were. A packed file alone stays as it is.
   */
  settle(keys: Iterable<string>): void;
  /** Syncs what was added. */
  close(): void;
}

const unreadable = (path: string, error: unknown) =>
  new InputError(
    `the journal ${path} must be files that can be read, but reading them gave ${reason(error)}; ${readingAdvice(error, "check them")}`,
  );

/**
 * Opens a journal, reading what earlier or other processes have finished.
 *
 * @param path the NDJSON file; the parts of processes lie beside it, and may be packed by gzip (parts.ts). Nothing is made before a job is added
 * @returns the journal; it holds where each line is, not what it says, but of packed files all
 * @throws InputError where its files cannot be read, or the folder refuses to be written
 * Source: ours (design: the store).
 */
export function openJournal<T>(path: string): Journal<T> {
  const appender = newAppender(path);
  const unpack = newUnpacker();
  let known: Index | undefined;
  const index = () => {
    try {
      known ??= newIndex(() => partsOf(path), unpack);
      return known;
    } catch (error) {
      throw unreadable(path, error);
    }
  };
  index();

  /** Reads lines with their files held open; where another process has just made one file of them, they are looked up again. */
  function* read(wanted: () => Iterable<readonly [string, Place]>): Generator<readonly [string, Finished<T>]> {
    const reader = newPlaceReader(unpack);
    try {
      for (let tries = 1, held = false; !held; tries++) {
        try {
          reader.hold(new Set(Array.from(wanted(), ([, { part }]) => part)));
          held = true;
        } catch (error) {
          if (!hasCode(error, "ENOENT") || tries > TRIES) throw unreadable(path, error);
          reader.close();
          known = undefined;
        }
      }
      for (const [key, place] of wanted()) yield [key, finishedOf<T>(reader.read(place))];
    } finally {
      reader.close();
    }
  }

  return {
    get size() {
      return index().places.size;
    },
    get damaged() {
      return index().damaged;
    },
    get settled() {
      return isWhole(path) && index().damaged.length === 0;
    },
    state(key) {
      const place = index().places.get(key);
      return place && (place.failed ? "failed" : "outcome");
    },
    get(key) {
      const wanted = (): [string, Place][] => {
        const place = index().places.get(key);
        return place ? [[key, place]] : [];
      };
      return [...read(wanted)][0]?.[1];
    },
    entries: () => read(() => index().places),
    add(key, finished) {
      const line = Buffer.from(lineOf(key, finished));
      const failed = "failed" in finished;
      index().enter(key, { ...appender.append(line), length: line.length - 1, failed });
    },
    open: appender.open,
    refresh: () => index().refresh(),
    settle(keys) {
      appender.close();
      gather(path, keys);
      known = undefined;
    },
    close: appender.close,
  };
}

/** A journal that is kept in memory only. */
export function memoryJournal<T>(): Journal<T> {
  const kept = new Map<string, Finished<T>>();
  return {
    get size() {
      return kept.size;
    },
    damaged: [],
    settled: true,
    state(key) {
      const finished = kept.get(key);
      return finished && ("failed" in finished ? "failed" : "outcome");
    },
    get: (key) => kept.get(key),
    entries: () => kept,
    add: (key, finished) => void kept.set(key, finished),
    open() {},
    refresh() {},
    settle() {},
    close() {},
  };
}
