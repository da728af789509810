import { describe, expect, it } from "vitest";
import { wrssr17Worse } from "../../../proofs-check/claims/wrssr17Worse.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

const FULL = "at the full batch";
const ONE = "at batches of one example";

describe("wrssr17-worse", () => {
  it("holds at the full batch, and is contradicted at batches of one example", async () => {
    const only = [`adam, ${FULL}`, `trained better, ${FULL}`, `adam, ${ONE}`];
    expect(byCheck(await checked(wrssr17Worse(), { only }))).toEqual({
      [`adam, ${FULL}`]: "holds",
      [`trained better, ${FULL}`]: "holds",
      [`adam, ${ONE}`]: "contradicted",
    });
  });

  it.each([
    ["SGD and Adam in each other's place", { methods: ["sgd"], than: "adam" }, "sgd", 6],
    ["a difference of 0.9 for a significant one", { methods: ["rmsprop"], significant: 0.9 }, "significantly", 6],
    ["AdaGrad against Adam, where it trains better", { methods: ["adagrad"], than: "adam" }, "trained better", 20],
  ] as const)("with %s fails", async (_, numbers, name, cases) => {
    const only = [`${name}, ${FULL}`];
    expect((await checked(wrssr17Worse(numbers), { cases, only })).verdict).toBe("contradicted");
  });
});
