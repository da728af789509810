import { createHash } from "node:crypto";
import type { CompleteSource, ImageSource } from "../../setting/imageSource.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { mustBe } from "../../setting/mustBe.ts";
import { type Collection, collectionOf } from "./collection.ts";
import type { ImageFormat } from "./formats/format.ts";
import { countPatches } from "./patches.ts";
import type { Described } from "./reader.ts";
import { formatOf, mustBeSource } from "./sourceRules.ts";

/** Classes that labels can tell. */
const MOST_CLASSES = 100;
const MOST_PATCHES = 1000;
/** Examples of the test error where a run does not say how many. */
const USUAL_TEST = 10000;

/** The files of a source, looked through: those of training, and of the test where there are some. */
export interface Opened {
  readonly format: ImageFormat;
  readonly train: Collection;
  readonly test?: Collection;
}

/**
 * Looks through the files of a source.
 *
 * @param data whose keys are right
 * @returns what they hold
 * @throws InputError as `collectionOf`; where test images are of another size; and where `sha256` is that of other files
 * Source: ours.
 */
export function openSource(data: ImageSource): Opened {
  const format = formatOf(data);
  const train = collectionOf(data, format, "setting.data");
  if (!data.test) return { format, train };
  const test = collectionOf(data.test, format, "setting.data.test");
  const sizes = [test, train].map(({ height, width }) => `${height} x ${width}`) as [string, string];
  if (sizes[0] === sizes[1]) return { format, train, test };
  throw new InputError(`setting.data.test must have images of ${sizes[1]}, but they are ${sizes[0]}; name others`);
}

/** The hash of all that a source holds: with test files one of both. */
const hashOf = ({ train, test }: Opened): string =>
  test ? createHash("sha256").update(`${train.sha256} ${test.sha256}`).digest("hex") : train.sha256;

/** Images that a source has: of one split, of the labels that are kept. */
export const keptOf = ({ labels }: Collection, { only }: ImageSource): Int32Array => {
  const kept = new Set(only ?? labels);
  const all = new Int32Array(labels.length).map((_, image) => image);
  return all.filter((image) => kept.has(labels[image] as number));
};

/** K: as many as labels are kept; or what the setting says, the format, or one more than the largest label. */
function classesOf(data: ImageSource, { format, train, test }: Opened, given: unknown): number {
  const { only } = data;
  if (only) {
    const missing = only.find((label) => !train.labels.includes(label));
    mustBe(missing === undefined, "setting.data.only", "labels that the files have", missing, "leave it out");
    return only.length;
  }
  const least = train.labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const K = Number.isInteger(given)
    ? (given as number)
    : (format.classes ?? Math.min(Math.max(2, least), MOST_CLASSES));
  for (const [name, { labels }] of [
    ["labels", train],
    ["test.labels", test ?? train],
  ] as const) {
    const at = labels.findIndex((label) => label >= K);
    if (at < 0) continue;
    throw new InputError(
      `setting.data.${name} must be labels from 0 to ${K - 1}, but label ${at} is ${labels[at]}; correct the file, raise setting.classes, or keep some labels with only`,
    );
  }
  return K;
}

/** What a source says by itself must not be said otherwise. */
function mustAgree(given: Described, said: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(said)) {
    const own = given[key];
    const rule = `${show(value)}, as setting.data says, or absent`;
    mustBe(own === undefined || own === value, `setting.${key}`, rule, own, "leave it out");
  }
}

/** Whether there are as many images as are asked for. */
function mustSuffice(field: string, asked: unknown, there: number, of: string): void {
  const rule = `at most ${there}, the images ${of}`;
  if (Number.isSafeInteger(asked)) mustBe((asked as number) <= there, field, rule, asked, "lower it");
}

/**
 * Completes a run whose setting has images as data: what the files say is added, so that the setting is one like any other.
 *
 * d = C h w, patches = P, classes = K;  s = d - 1, sigmaP = alpha = 0: nothing is drawn;  data.sha256 of the files
 *
 * @param run as it was written, with a setting
 * @param data of that
 * @returns the run with these; completed again it is the same
 * @throws InputError, one sentence, for what is wrong with the source, its files, or keys beside it that say otherwise
 * Source: ours.
 */
export function completeImages(run: Described, data: ImageSource): Described {
  mustBeSource(data);
  const setting = run.setting as Described;
  const opened = openSource(data);
  const { train, test } = opened;
  const { patch, stride = patch, normalize = "unit", sha256 } = data;
  for (const [side, name] of [train.height, train.width].entries()) {
    mustBe(
      (patch[side] as number) <= name,
      "setting.data.patch",
      `at most ${train.height} x ${train.width}, an image`,
      patch,
      "lower it",
    );
  }
  const hash = hashOf(opened);
  const rule = `${hash}, that of the files`;
  mustBe(
    sha256 === undefined || sha256 === hash,
    "setting.data.sha256",
    rule,
    sha256,
    "name the same files, or leave it out",
  );
  const complete: CompleteSource = {
    ...{ format: opened.format.name, images: data.images },
    ...(data.labels !== undefined && { labels: data.labels }),
    ...(data.test && { test: data.test }),
    ...(data.only && { only: data.only }),
    ...{ patch, stride: typeof stride === "number" ? [stride, stride] : stride, normalize },
    ...(data.precision === "float32" && { precision: data.precision }),
    sha256: hash,
  };
  const { patches, d } = countPatches(train, complete);
  mustBe(d >= 2, "setting.data.patch", "of two numbers or more", patch, "raise it");
  mustBe(
    patches <= MOST_PATCHES,
    "setting.data.stride",
    `such that an image has ${MOST_PATCHES} patches at most`,
    stride,
    "raise it",
  );
  const classes = classesOf(data, opened, setting.classes);
  const said = { d, patches, classes, s: d - 1, sigmaP: 0, alpha: 0 };
  mustAgree(setting, said);
  const there = keptOf(train, data).length;
  const { n } = setting;
  mustSuffice("setting.n", n, test ? there : there - 1, "to train on");
  const rest = test ? keptOf(test, data).length : there - (Number.isSafeInteger(n) ? (n as number) : 0);
  mustSuffice("testSize", run.testSize, rest, "left for the test");
  return {
    ...run,
    setting: { ...setting, ...said, data: complete },
    testSize: run.testSize ?? Math.min(USUAL_TEST, rest),
  };
}
