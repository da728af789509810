import fc from "fast-check";
import { residual } from "../../src/sim/loss.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";

/** placeholder until the identities are written */
export const residualSign = (): Claim =>
  defineClaim({
    id: "residual-sign",
    source: "T25 A.6",
    kind: "identity",
    statement: "the residual has the sign of its class: sgn(y_i l_{j,i}) = j",
    latex: String.raw`\operatorname{sgn}(y_i \ell_{j,i}) = j`,
    checks: [
      property({
        name: "residual",
        about: "the network's residual at random margins is at least 0",
        cases: fc.double({ noNaN: true, min: -700, max: 700 }),
        block: 1000,
        violation: (margin) => (residual(margin) > 0 ? undefined : `at margin ${margin} it is ${residual(margin)}`),
      }),
    ],
  });
