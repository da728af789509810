import { fc } from "@fast-check/vitest";
import { spread } from "./spread.ts";

const about1 = fc.double({ min: 0.5, max: 4, noNaN: true });
const powerOfLog = spread(0, 3);

export const familySizes = fc.integer({ min: 8, max: 1e6 });

/** Constants that keep every number of the family within the doubles and s below d; any of them may be left out. */
export const constantSets = fc.record(
  {
    D: fc.double({ min: 4.5, max: 8, noNaN: true }),
    q: fc.integer({ min: 3, max: 6 }),
    lambda: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 10, noNaN: true })),
    // So small that s would round to 0, too.
    cS: fc.double({ min: 0.001, max: 4, noNaN: true }),
    cSigmaP: about1,
    logSigmaP: powerOfLog,
    cAlpha: about1,
    logAlpha: powerOfLog,
    cSigma0: about1,
    cM: about1,
    logM: powerOfLog,
    cEta: about1,
    powerEta: fc.double({ min: 0.5, max: 20, noNaN: true }),
    cEps: about1,
  },
  { requiredKeys: [] },
);
