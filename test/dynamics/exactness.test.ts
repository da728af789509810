import { describe, it } from "vitest";
import { coordinate } from "../../src/dynamics/coordinate.ts";
import { gram } from "../../src/dynamics/gram.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { scalar } from "../../src/dynamics/scalar.ts";
import { cases } from "./arbitrary.ts";
import { mustFollow } from "./backward.ts";

const STEPS = 1000;

const sgd = (optimizer: Problem["optimizer"]) => ({ ...optimizer, name: "sgd" });
/** What the conditions of scalar and coordinate ask for: no decay in the moments, and about b1^(3/2) < b2. */
const uncoupled = (optimizer: Problem["optimizer"]) => ({
  ...optimizer,
  ...(optimizer.betas?.[1] === 0.75 && { betas: [0.8, 0.75] as const }),
  weightDecay: optimizer.name.endsWith("w") ? optimizer.weightDecay : 0,
});
const normalized = (optimizer: Problem["optimizer"]) =>
  uncoupled({ ...optimizer, name: optimizer.name === "sgd" ? "adamw" : optimizer.name, eps: 0 });
const adaptive = (optimizer: Problem["optimizer"]) =>
  uncoupled({ ...optimizer, name: optimizer.name.startsWith("adam") ? optimizer.name : "adamw" });

/** The bounds are derived in docs/notes/exactness.md. */
describe("every step of level 1 is one step of level 0 from level 1's own state, over 1000 steps", () => {
  it.each([
    ["gram, disjoint supports", gram, cases("disjoint", STEPS, sgd)],
    ["gram, overlapping supports", gram, cases("independent", STEPS, sgd)],
    ["scalar", scalar, cases("disjoint", STEPS, normalized)],
    ["coordinate", coordinate, cases("disjoint", STEPS, adaptive)],
  ] as const)("%s", (_, method, arbitrary) => {
    mustFollow(method, arbitrary);
  });
});
