import { type Merged, merge } from "../experiments/sweep/merge.ts";
import { InputError } from "../setting/inputError.ts";
import { isText, mustBe } from "../setting/mustBe.ts";
import * as z from "../setting/zod.ts";
import { checked, text } from "./options.ts";

const schema = z.strictObject({ out: text() });

/**
 * Puts the runs of several sweep folders, such as shards, into one; each run once, an outcome rather than a failure.
 *
 * @param folders of sweeps, one or several; they are left as they are
 * @param options out, the folder that all runs are put into; one that is a sweep's folder keeps its plan
 * @returns how many runs it has then, and what was damaged
 * @throws InputError, one sentence
 * Source: ours. Shown by `adamcheck merge --help`.
 */
export function mergeSweeps(folders: string | readonly string[], options: { readonly out: string }): Merged {
  const { out } = checked(schema, options, "mergeSweeps's options");
  if (out === undefined) throw new InputError("out must name a folder, but is missing; add it");
  const list = [folders].flat();
  const texts = list.length > 0 && list.every(isText);
  mustBe(texts, "folders", "the folder of a sweep or several, each a text", folders, "name one");
  return merge(list, out);
}
