import { describe, expect, it } from "vitest";
import { wa24Timescale } from "../../../proofs-check/claims/wa24Timescale.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

describe("wa24-timescale", () => {
  it("is contradicted: the best lambda falls with n and grows with b, by less", async () => {
    const verdict = await checked(wa24Timescale(), { cases: 6 });
    expect(byCheck(verdict)).toEqual({ "over n": "contradicted", "over b": "contradicted" });
    const half = wa24Timescale({ overN: -0.5, overB: 0.5 });
    expect((await checked(half, { cases: 6 })).verdict).toBe("holds");
  });
});
