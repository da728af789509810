import { afterEach, describe, expect, test, vi } from "vitest";
import { momentRatio } from "../../../proofs-check/claims/momentRatio.ts";
import { residualSign } from "../../../proofs-check/claims/residualSign.ts";
import { thm45 } from "../../../proofs-check/claims/thm45.ts";
import { machineChecked } from "../../../proofs-check/coq/machineChecked.ts";
import { fakeCoq } from "../../helpers/fakeCoq.ts";
import { newFolder } from "../../helpers/newFolder.ts";

afterEach(() => vi.unstubAllEnvs());

describe("asking Coq", () => {
  test("gives a piece of evidence a theorem, with checker, hash and assumptions", async () => {
    fakeCoq({ coqc: "for k in 1 2 3; do echo 'Closed under the global context'; done" });
    const { evidence, checker, notes } = await machineChecked([momentRatio()]);
    expect([checker, notes]).toEqual(["coqc 8.16.1", []]);
    const found = evidence.get("moment-ratio") ?? [];
    expect(found.map(({ check, part, grade, verdict }) => [check, part, grade, verdict])).toEqual([
      ["coq-bound", "bound", "machine-checked", "holds"],
      ["coq-correction", "bias correction", "machine-checked", "holds"],
      ["coq-supremum", "supremum", "machine-checked", "holds"],
    ]);
    expect(found[0]?.reason).toMatch(
      /^bound of momentRatio\.v, sha-256 [0-9a-f]{64}, is accepted by coqc and coqchk 8\.16\.1; assumes nothing$/,
    );
  });

  test("leaves open what is refused, and says why", async () => {
    fakeCoq({ coqc: 'echo "Error: no" >&2; exit 1' });
    const { evidence, notes } = await machineChecked([momentRatio()]);
    expect(evidence.get("moment-ratio")?.every(({ verdict }) => verdict === "inconclusive")).toBe(true);
    expect(notes).toEqual([
      "moment-ratio is not checked by Coq: momentRatio.v: coqc does not accept momentRatio.v: it says no",
    ]);
  });

  test("calls what encloses instances certified, on coqc's word and machine integers; where that is refused nothing is said", async () => {
    const integers = "echo Axioms:; echo 'PrimInt63.int : Set'; echo 'Uint63.add_spec'; echo 'Classical_Prop.classic'";
    const closed = "echo 'Closed under the global context'";
    const coqc = (enclosures: string) =>
      `case "$*" in *residualEnclosures.v*) ${enclosures};; *) ${closed}; ${closed};; esac`;
    fakeCoq({ coqc: coqc(integers) });
    const found = (await machineChecked([residualSign()])).evidence.get("residual-sign") ?? [];
    expect(found.map(({ grade, scope }) => [grade, scope])).toEqual([
      ["machine-checked", "domain"],
      ["machine-checked", "domain"],
      ["certified", "wherever"],
    ]);
    expect(found.at(-1)?.reason).toMatch(
      /by coqc 8\.16\.1; assumes Classical_Prop\.classic, 2 facts about machine integers$/,
    );
    vi.unstubAllEnvs();
    fakeCoq({ coqc: coqc("echo 'Error: no Interval' >&2; exit 1") });
    const { evidence, notes } = await machineChecked([residualSign()]);
    expect(evidence.get("residual-sign")).toHaveLength(2);
    expect(notes).toEqual([
      expect.stringMatching(/^residual-sign is not checked by Coq: residualEnclosures\.v: .*no Interval/),
    ]);
  });

  test("lets no theorem of the grade machine-checked rest on machine integers", async () => {
    const integers = "echo Axioms:; echo 'PrimInt63.int : Set'";
    fakeCoq({ coqc: `${integers}; ${integers}; ${integers}` });
    const found = (await machineChecked([momentRatio()])).evidence.get("moment-ratio") ?? [];
    expect(found.map(({ verdict }) => verdict)).toEqual(["inconclusive", "inconclusive", "inconclusive"]);
  });

  test("says what to install where there is no coqc, and which claims are stated in Coq where none was chosen", async () => {
    vi.stubEnv("PATH", newFolder());
    const none = await machineChecked([momentRatio()]);
    expect([none.evidence.size, none.checker]).toEqual([0, undefined]);
    expect(none.notes).toEqual([expect.stringMatching(/no coqc on PATH; install it with apt install coq/)]);
    expect((await machineChecked([thm45()])).notes).toEqual([
      expect.stringMatching(/none is stated in Coq; .*cor-4\.6/),
    ]);
  });

  test("knows nothing of a claim of somebody's own", async () => {
    fakeCoq({ coqc: "exit 0" });
    const own = { ...momentRatio(), file: "mine.ts" };
    expect((await machineChecked([own])).evidence.size).toBe(0);
  });
});
