import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { isImages } from "../setting/imageSource.ts";
import { isObject } from "../setting/isObject.ts";

/** A path as it is from the working directory, if it was written in a file in this folder. */
function moved(path: unknown, folder: string): unknown {
  if (Array.isArray(path)) return path.map((one) => moved(one, folder));
  if (typeof path !== "string" || path.startsWith("npm:") || isAbsolute(path)) return path;
  return relative(process.cwd(), resolve(join(folder, path)));
}

const KEYS = ["images", "labels"] as const;

function movedFiles(files: Readonly<Record<string, unknown>>, folder: string): Readonly<Record<string, unknown>> {
  const own = KEYS.filter((key) => files[key] !== undefined).map((key) => [key, moved(files[key], folder)]);
  return {
    ...files,
    ...Object.fromEntries(own),
    ...(isObject(files.test) && { test: movedFiles(files.test, folder) }),
  };
}

/**
 * A run file, or a plan, with the images that it names beside it.
 *
 * @param data what the file holds
 * @param path of the file
 * @returns the same where it names none; else their paths are from the working directory, as those of a script are
 * @example
 * besideFile({ setting: { data: { images: "a.idx" } } }, "runs/mine.json").setting.data.images // => "runs/a.idx"
 */
export function besideFile(data: unknown, path: string): unknown {
  if (!isObject(data)) return data;
  if (isObject(data.base)) return { ...data, base: besideFile(data.base, path) };
  if (!isObject(data.setting) || !isImages(data.setting.data)) return data;
  const images = movedFiles({ ...data.setting.data }, dirname(path));
  return { ...data, setting: { ...data.setting, data: images } };
}
