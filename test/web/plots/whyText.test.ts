import { describe, expect, it } from "vitest";
import { runOf, standardOf } from "../../../web/choice/state.ts";
import { whyText } from "../../../web/plots/whyText.ts";
import { type Told, told } from "./told.ts";

const RUN = runOf({ ...standardOf("tiny"), weightDecay: 0.5 });
const why = (...all: Told[]) => whyText(all.map(told), RUN, "+1");
const fresh = [0, 0.2, 0.4] as const;

describe("why a training ends as it does", () => {
  it.each([
    [
      "Why: the signal of class +1 (0.6) is above the noise of 95% of fresh examples (0.4) from epoch 10 on; more noise was memorized (1.5), but no fresh example has it.",
      [
        { signal: 0.1, fresh },
        { signal: 0.6, fresh, memorized: [1, 1.5] },
      ],
    ],
    [
      "Why: the signal of class +1 (−0.1) turned around at epoch 10 and is below 0 from epoch 20 on: fresh examples are decided by their noise (median 0.2) and by the other class’s answer to the feature (0.3).",
      [
        { signal: 0.3, fresh },
        { signal: 0.5, fresh },
        { signal: -0.1, fresh, counter: 0.3 },
      ],
    ],
    [
      "Why: the signal of class +1 (0.3) is under its counter-signal (0.5) from epoch 10 on: the other class answers to the feature more strongly than its own.",
      [
        { signal: 0.3, fresh, counter: 0 },
        { signal: 0.3, fresh, counter: 0.5 },
      ],
    ],
    [
      "Why: the signal of class +1 (0.1) is under the noise of most fresh examples (median 0.2) from epoch 10 on: noise decides, not the feature.",
      [
        { signal: 0.3, fresh },
        { signal: 0.1, fresh },
      ],
    ],
    [
      "Why: the signal of class +1 (0.3) is amid the noise of fresh examples (median 0.2, 95% up to 0.4): it decides some, their noise the others.",
      [{ signal: 0.3, fresh }],
    ],
    [
      "Why: the signal of class +1 (0.001) fades to 0, as all noise does: nothing is learnt (weight decay λ = 0.5).",
      [
        { signal: 0.3, fresh },
        { signal: 0.001, fresh: [0, 0.001, 0.001] },
      ],
    ],
  ] as [string, Told[]][])("%s", (sentence, all) => {
    expect(why(...all)).toBe(sentence);
  });

  it("speaks of the other class where that fares differently", () => {
    const one = told({ signal: 0.6, fresh });
    const apart = { ...one, featureLearning: { "+1": 0.6, "-1": 0.1 } };
    expect(whyText([one, apart], RUN, "+1")).toMatch(
      /^Why: the signal of class \+1 \(0\.6\) is above .*\. That of class −1 \(0\.1\) is under /,
    );
    expect(whyText([one, apart], RUN, "-1")).toMatch(
      /^Why: the signal of class −1 \(0\.1\) is under .*\. That of class \+1 \(0\.6\) is above /,
    );
  });

  it("is nothing where there is no record", () => {
    expect(whyText([], RUN, "+1")).toBe("");
  });
});
