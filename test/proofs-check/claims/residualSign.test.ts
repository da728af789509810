import { describe, expect, test } from "vitest";
import { residualSign } from "../../../proofs-check/claims/residualSign.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("residual-sign", () => {
  test("is proved for all outputs, and holds for the network's residual as far as doubles reach", async () => {
    const verdict = await checked(residualSign(), { cases: 3 });
    expect(verdict).toMatchObject({ verdict: "holds", grade: "proved" });
    expect(byCheck(verdict)).toEqual({ algebra: "holds", enclosure: "holds", pull: "holds" });
  });

  test("is contradicted by every check with the sign flipped", async () => {
    const verdict = await checked(residualSign({ sign: -1 }));
    expect(verdict).toMatchObject({ verdict: "contradicted", grade: "proved" });
    expect(byCheck(verdict)).toEqual({ algebra: "contradicted", enclosure: "contradicted", pull: "contradicted" });
  });
});
