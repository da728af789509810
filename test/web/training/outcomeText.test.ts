import { expect, it } from "vitest";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { outcomeText } from "../../../web/training/outcomeText.ts";

const ended = (file: object) => simulate(parseRun({ preset: "tiny", batchSize: 2, epochs: 4, testSize: 40, ...file }));
const trained = ended({ optimizer: { name: "adam", lr: 0.01 } });
const withFinal = (trainError: number, testError: number, feature: number) => ({
  ...trained,
  final: { ...trained.final, trainError, testError, featureLearning: { "+1": feature, "-1": feature } },
});

it.each([
  [0, 0.01, 1, "Generalizes: fits the training set, and is wrong on 1% of 40 fresh examples."],
  [0, 0.0125, 1, "Fits: right on every training example, but wrong on 1.25% of 40 fresh examples."],
  [0, 0.5, 1, "Memorizes: right on every training example, but wrong on 50% of 40 fresh examples."],
  [0.5, 0.5, 1, "Does not fit: wrong on 50% of the training set, and wrong on 50% of 40 fresh examples."],
])("training error %d, test error %d, signal %d", (trainError, testError, feature, sentence) => {
  expect(outcomeText(withFinal(trainError, testError, feature))).toBe(sentence);
});

it("guessing among three classes is wrong on two thirds", () => {
  const ofThree = (testError: number) => {
    const ended = withFinal(0, testError, 1);
    return outcomeText({ ...ended, config: { ...ended.config, setting: { ...ended.config.setting, classes: 3 } } });
  };
  expect([24 / 40, 200 / 300].map(ofThree).map((text) => text.split(":")[0])).toEqual(["Fits", "Memorizes"]);
});

it("a training that diverged says where, and what to try", () => {
  const diverged = ended({ optimizer: { name: "adamw", lr: 1, weightDecay: 9 }, epochs: 500 });
  expect(outcomeText(diverged)).toMatch(
    /^Diverged: weight decay λ must leave every number finite, but 9 does not \(\w+ at step \d+\); lower it\.$/,
  );
});
