import fc from "fast-check";
import { scalingOf } from "../../src/bounds/order/scalingOf.ts";
import { parseStatement } from "../../src/bounds/order/statement.ts";
import { valueOf } from "../../src/bounds/order/valueOf.ts";
import { familySetting } from "../../src/setting/family.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { decided } from "../support/evidence/decided.ts";
import { share } from "../uniform.ts";

/** What Adam's weight decay must stay below for training to succeed, and AdamW's must reach. */
interface Cor46Options {
  readonly adam?: string;
  readonly adamw?: string;
}

/** The two orders. */
export const ORDERS = { adam: "sigma0^(q-2)", adamw: "min(B^2/n, 1)" };

/**
 * AdamW takes weight decay of a larger order than Adam can bear.
 *
 * lambda_Adam ~ sigma0^(q-2) = o(min(B^2/n, 1)),  min(B^2/n, 1) ~ lambda_AdamW
 *
 * @param options the two orders, as formulas
 * Source: [T25] Corollary 4.6.
 */
export const cor46 = ({ adam = ORDERS.adam, adamw = ORDERS.adamw }: Cor46Options = {}): Claim =>
  defineClaim({
    id: "cor-4.6",
    source: "T25 4.6",
    kind: "identity",
    statement:
      "the weight decay that Adam bears, of order sigma0^(q-2), is of smaller order than that which AdamW's theorems ask for, min(B^2/n, 1), at every batch size",
    latex: String.raw`\lambda_{\mathrm{Adam}} \sim \sigma_0^{q-2} \ll \tfrac{B^2}{n} \wedge 1 \sim \lambda_{\mathrm{AdamW}}`,
    hypotheses: ["noise-l1"],
    restsOn: ["cor-4.3", "thm-4.4", "thm-4.5"],
    checks: [
      proof({
        name: "orders",
        about: "the order algebra, over all D > 4, q >= 3 and batch sizes n^beta, 0 <= beta <= 1",
        part: "orders",
        prove: () => decided(`${adam} = o(${adamw})`, scalingOf()),
      }),
      proof({
        name: "power",
        about: "the same by a power of n, which no polylog makes up for",
        part: "power of n",
        prove: () => decided(`${adam} = o~(${adamw})`, scalingOf()),
      }),
      property({
        name: "numbers",
        about: "the family's own numbers with all constants 1: sigma0^(q-2) < min(B^2/n, 1) at n from 8 to 10^6",
        part: "orders",
        cases: fc.record({
          n: fc.integer({ min: 8, max: 1e6 }),
          D: fc.double({ min: 4.01, max: 8, noNaN: true }),
          q: fc.integer({ min: 3, max: 6 }),
          share,
        }),
        block: 100,
        asymptotic: true,
        violation({ n, D, q, share }) {
          const B = Math.max(1, Math.round(share * n));
          const { sigma0 } = familySetting(n, { D, q }).setting;
          const { left, right } = parseStatement(`${adam} < ${adamw}`);
          const [most, least] = [left, right].map((side) => valueOf(side, { n, D, q, sigma0, B })) as [
            ReturnType<typeof valueOf>,
            ReturnType<typeof valueOf>,
          ];
          return most.lt(least) ? undefined : `n = ${n}, D = ${D}, q = ${q}, B = ${B}: ${most} against ${least}`;
        },
      }),
    ],
  });
