import type { ImageSource } from "../../setting/imageSource.ts";
import { InputError, show } from "../../setting/inputError.ts";
import type { Setting } from "../../setting/setting.ts";
import type { ExamplePurpose, Rows } from "../entries.ts";

/** Images as examples; the shape of `Examples`. */
export interface ImageExamples extends Rows {
  readonly count: number;
  readonly labels: Int8Array;
  readonly truths?: Int8Array;
  readonly shown: {
    readonly features: Int32Array;
    readonly strengths: Float64Array;
    readonly directions: Rows;
    readonly learnt: number;
  };
  readonly ground?: Float64Array;
}

/** A run file as it was written, with what its images say by themselves. */
export type Described = Readonly<Record<string, unknown>>;

/** What can be done with files of images. */
export interface ImageReader {
  /** Completes a run whose setting has images as data. */
  complete(run: Described, data: ImageSource): Described;
  /** Share of the pixels that are stored, in (0, 1]. */
  density(data: ImageSource): number;
  draw(setting: Setting, seed: number, purpose: ExamplePurpose, count: number): ImageExamples;
}

let reader: ImageReader | undefined;

/**
 * Lets data be files of images: a page has no files.
 *
 * @param by reads them
 */
export function readImagesBy(by: ImageReader): void {
  reader = by;
}

/**
 * What reads files of images.
 *
 * @param data that they are
 * @returns the reader
 * @throws InputError where there is none
 */
export function imageReader(data: ImageSource): ImageReader {
  if (reader) return reader;
  throw new InputError(
    `setting.data must be a name where no files are read, as in a browser, but is ${show(data)}; train it with simulate in Node`,
  );
}
