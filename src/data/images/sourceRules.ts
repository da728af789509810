import { mustKnowKeys } from "../../setting/explain.ts";
import { type ImageFiles, type ImageSource, NORMALIZATIONS, PRECISIONS } from "../../setting/imageSource.ts";
import { isListed, isText, mustBe } from "../../setting/mustBe.ts";
import { advice } from "../../setting/nearest.ts";
import type { ImageFormat } from "./formats/format.ts";
import { IMAGE_FORMATS } from "./formats/registry.ts";

const KEYS = ["format", "images", "labels", "test", "only", "patch", "stride", "normalize", "precision", "sha256"];

const isPath = (given: unknown): boolean =>
  isText(given) || (isListed(given) && given.length <= 1000 && given.every(isText));

const lengthOf = (paths: unknown): number => (Array.isArray(paths) ? paths.length : 1);

/** Files of one set, and labels where the format has them apart. */
function mustBeFiles(given: ImageFiles, format: ImageFormat, field: string): void {
  mustBe(isPath(given.images), `${field}.images`, "a path, or a list of paths", given.images, "name the files");
  const { labels } = given;
  if (!format.labels) {
    const rule = `absent, as ${format.name} has labels beside the images`;
    return mustBe(labels === undefined, `${field}.labels`, rule, labels, "leave it out");
  }
  mustBe(isPath(labels), `${field}.labels`, "a path, or a list of paths", labels, "name the files of labels");
  const [one, other] = [lengthOf(given.images), lengthOf(labels)];
  mustBe(one === other, `${field}.labels`, `as many files as images, ${one}`, other, "name one for each");
}

const isSize = (given: unknown): boolean => Number.isSafeInteger(given) && (given as number) >= 1;

const isPair = (given: unknown): boolean => Array.isArray(given) && given.length === 2 && given.every(isSize);

const isLabel = (given: unknown): boolean =>
  Number.isInteger(given) && (given as number) >= 0 && (given as number) < 256;

/** The format of a source: that of its name. */
export function formatOf({ format = "idx" }: ImageSource): ImageFormat {
  const names = IMAGE_FORMATS.map(({ name }) => name);
  const found = IMAGE_FORMATS.find(({ name }) => name === format);
  mustBe(found !== undefined, "setting.data.format", `one of ${names.join(", ")}`, format, advice(format, names));
  return found as ImageFormat;
}

/**
 * Refuses what is no source of images; the files are not looked at.
 *
 * @param data as given
 * @throws InputError, one sentence with the field
 * Source: ours.
 */
export function mustBeSource(data: ImageSource): void {
  mustKnowKeys(data, "setting.data", KEYS);
  const format = formatOf(data);
  mustBeFiles(data, format, "setting.data");
  const { test, only, patch, stride, normalize = "unit", precision = "float64", sha256 } = data;
  if (test !== undefined) {
    mustBe(typeof test === "object" && test !== null, "setting.data.test", "{ images, labels }", test, "correct it");
    mustKnowKeys(test, "setting.data.test", ["images", "labels"]);
    mustBeFiles(test, format, "setting.data.test");
  }
  const labels = Array.isArray(only) && only.length >= 2 && only.every(isLabel) && new Set(only).size === only.length;
  mustBe(
    only === undefined || labels,
    "setting.data.only",
    "a list of two labels or more, each once",
    only,
    "correct it",
  );
  mustBe(isPair(patch), "setting.data.patch", "[height, width] in pixels, 1 or more", patch, "correct it");
  const steps = stride === undefined || isSize(stride) || isPair(stride);
  mustBe(steps, "setting.data.stride", "pixels, 1 or more, or [down, across]", stride, "correct it");
  const rule = `one of ${NORMALIZATIONS.join(", ")}`;
  mustBe(
    NORMALIZATIONS.includes(normalize),
    "setting.data.normalize",
    rule,
    normalize,
    advice(normalize, NORMALIZATIONS),
  );
  mustBe(
    PRECISIONS.includes(precision),
    "setting.data.precision",
    `one of ${PRECISIONS.join(", ")}`,
    precision,
    advice(precision, PRECISIONS),
  );
  const hash = sha256 === undefined || (typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256));
  mustBe(hash, "setting.data.sha256", "64 hexadecimal digits", sha256, "leave it out");
}
