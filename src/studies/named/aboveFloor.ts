import { most, numbersAt } from "../counted.ts";
import { learns } from "../learns.ts";
import { FEW, MOST, type Part, type Predicted, type Study } from "../study.ts";
import { testError } from "../testError.ts";
import { floorPart } from "./floor.ts";

/** Where the floor is 4 that decay at 1 fails below; at the other batch size it is 1/4. */
const FAILING = 16;
const FLOOR = 4;
const WRONG: Predicted = { least: 0.05, most: 0.3 };

const ABOVE = "at the floor and above";

function part(name: string, quick: boolean, asked: Parameters<typeof floorPart>[3]): Part {
  const { plan, ...rest } = floorPart("overlapping", 64, quick, asked);
  return { ...rest, name, plan: { ...plan, seeds: quick ? "1-10" : "21-40" } };
}

const QUICK = [part(ABOVE, true, { sizes: [FAILING], weightDecay: [4] })];
const FULL = [
  part(ABOVE, false, { sizes: [4, FAILING], weightDecay: [2, 4, 8] }),
  // Asked when the other had been seen: nothing was predicted.
  part("below it", false, { sizes: [FAILING], weightDecay: [0, 0.1, 0.3, 1, 1.4] }),
];

export const aboveFloor: Study = {
  name: "above-floor",
  question: "Does decay at the floor b^2/n mend what decay below it breaks, where supports overlap?",
  prediction:
    "No: at lambda = 2, 4 and 8 with a floor of 4 (n = 64, b = 16) most seeds fail, with a median test error of 0.05 to 0.3, since decay shrinks the feature and the noise alike; at b = 4, with a floor of 1/4, most learn.",
  derivation: "docs/notes/above-floor.md",
  overturn: "most seeds learning at a lambda of 4 or 8 and b = 16",
  measures: [
    learns(({ batchSize }, part) => (part !== ABOVE ? undefined : batchSize === FAILING ? FEW : MOST)),
    testError("median at the end", {
      predicted: ({ batchSize }, part) => (part === ABOVE && batchSize === FAILING ? WRONG : undefined),
    }),
  ],
  overturns(row) {
    const { weightDecay, batchSize } = numbersAt(row);
    return row.measure === "learn" && batchSize === FAILING && weightDecay >= FLOOR && most(row);
  },
  parts: (quick) => (quick ? QUICK : FULL),
};
