import type { Moment } from "../../src/sim/trajectory.ts";
import { byId } from "../page/dom.ts";
import { epochText, numberText } from "../page/numberText.ts";
import { percent } from "../page/percent.ts";

const both = (plus: number | null, minus: number | null) =>
  [plus, minus].map((value) => (value === null ? "–" : numberText(value))).join(" / ");

/** The numbers below the race, by the id of their place. */
const NUMBERS: Readonly<Record<string, (moment: Moment) => string>> = {
  "at-epoch": ({ epoch }) => epochText(epoch),
  "at-signal": ({ featureLearning }) => both(featureLearning["+1"], featureLearning["-1"]),
  "at-noise": ({ noiseMemorization: { max } }) => both(max["+1"], max["-1"]),
  "at-fresh": ({ freshNoise }) => both(freshNoise?.high["+1"] ?? null, freshNoise?.high["-1"] ?? null),
  "at-train": ({ trainError }) => percent(trainError),
  "at-test": ({ testError }) => percent(testError),
};

/** Shows one moment in numbers; dashes where there is none. */
export function showMoment(moment: Moment | undefined): void {
  for (const [id, of] of Object.entries(NUMBERS)) {
    const text = moment ? of(moment) : "–";
    const place = byId(id);
    if (place.textContent !== text) place.textContent = text;
  }
}
