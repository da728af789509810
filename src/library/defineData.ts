import { OWN_DATA, type OwnData } from "../data/own.ts";
import { noteDefined } from "../optimizers/origin.ts";
import { mustKnowKeys } from "../setting/explain.ts";
import { isListed, mustBe, mustBeOptions } from "../setting/mustBe.ts";
import { mustBeWord } from "./ownNames.ts";

/**
 * Data of your own, known from then on by their name: a setting's `data` may be it.
 *
 *   (y, x_1, ..., x_P) = draw({ index, purpose, uniform, normal, setting }),  x_1 the signal patch, the others noise patches
 *
 * Random numbers come from the example's own stream, so that no example depends on another. A run records as feature learning that of the first
 * of `features`, and with several that of each; without any, that of the mean of y x_1 over the training examples, at length 1. Of one vector
 * (`patches` 1) noise memorization is of the whole vector. Either engine trains it; levels 1 and 2 do not.
 *
 * @param given name, a word; `draw`, a function of index (from 0), purpose ("train" or "test"), uniform() in (0, 1), normal() and the setting that
 *   gives { label, patches }: 1 or -1, and P rows of d finite numbers (one row where the setting's `patches` is 1); `features`, if there are
 *   any, a list of directions [d], taken at length 1, or a function of the setting that gives it
 * @returns the data
 * @throws InputError for a field that is missing or wrong, or a name that is taken; one sentence. While a run is drawn: where `draw` fails, gives
 *   other shapes, numbers that are not finite, or another example when it is asked again
 * Source: ours.
 * @example
 * const coins = defineData({ name: "example-coins", draw: ({ uniform, setting: { d } }) => ({ label: uniform() < 0.5 ? -1 : 1, patches: [Array(d).fill(1), Array(d).fill(0)] }) })
 * coins.name // => "example-coins"
 */
export function defineData(given: OwnData): OwnData {
  mustBeOptions(given, "defineData");
  const { name, draw, features } = given;
  mustBeWord("data", name);
  mustKnowKeys(given, `data ${name}`, ["name", "draw", "features"]);
  mustBe(typeof draw === "function", `draw of data ${name}`, "a function", draw, "it gives the example of an index");
  const listed = features === undefined || typeof features === "function" || isListed(features);
  mustBe(
    listed,
    `features of data ${name}`,
    "a list of directions, or a function",
    features,
    "correct it or leave it out",
  );
  const data: OwnData = { name, draw, ...(features !== undefined && { features }) };
  noteDefined(name, "data");
  OWN_DATA.add(data, JSON.stringify([String(draw), typeof features === "function" ? String(features) : features]));
  return data;
}
