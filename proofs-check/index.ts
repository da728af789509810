/** What a file with a claim of one's own imports as "adamcheck". */
export { audit } from "../src/bounds/audit.ts";
export { dynamics } from "../src/dynamics/dynamics.ts";
export { parseDynamics } from "../src/dynamics/run.ts";
export { defineOptimizer } from "../src/optimizers/defineOptimizer.ts";
export { PRESETS } from "../src/setting/presets.ts";
export { finish } from "../src/sim/follow.ts";
export { parseRun } from "../src/sim/run.ts";
export { simulate } from "../src/sim/simulate.ts";
export { frequency } from "./checks/frequency.ts";
export { proof } from "./checks/proof.ts";
export { property } from "./checks/property.ts";
export { scaling } from "./checks/scaling.ts";
export { trend } from "./checks/trend.ts";
export type { Check, Claim, Context, Counterexample, Finding } from "./claim.ts";
export { defineClaim } from "./defineClaim.ts";
export { hypothesesOf, meeting, runOf, unmetBy } from "./meeting.ts";
export { observe } from "./observe.ts";
