import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { coqVersion, type Judged, judgedByKernel } from "../../../proofs-check/coq/kernel.ts";
import type { CoqProof } from "../../../proofs-check/coq/theorem.ts";
import { fakeCoq } from "../../helpers/fakeCoq.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const PROOF: CoqProof = {
  claim: "two",
  file: "two",
  needs: ["one"],
  theorems: [{ name: "same", about: "two is two", statement: "2 = 2" }],
};
const source = (file: string) =>
  file === "one" ? "(* nothing *)" : "Theorem same :\n  2 = 2.\nProof. reflexivity. Qed.\nPrint Assumptions same.\n";
const OWN = 'case "$*" in *two.v*) echo "Axioms:"; echo "Classical_Prop.classic : forall P : Prop, P";; esac';

let temporary: string;
beforeEach(() => {
  temporary = newFolder();
  vi.stubEnv("TMPDIR", temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  expect(readdirSync(temporary).filter((name) => name.startsWith("adamcheck-coq"))).toEqual([]);
});

const judge = async (proof = PROOF, options = {}): Promise<Judged | undefined> =>
  (await judgedByKernel([proof], "8.16.1", { source, ...options })).get("two");

describe("the kernel", () => {
  test("is found by its version, or is not there", async () => {
    fakeCoq({ coqc: "exit 1" });
    expect(await coqVersion()).toBe("8.16.1");
    vi.stubEnv("PATH", temporary);
    expect(await coqVersion()).toBeUndefined();
  });

  test("accepts what both programs accept, needs first; hashes and assumptions are told", async () => {
    const folder = fakeCoq({ coqc: `echo "$*" >> "$(dirname "$0")/asked"\n${OWN}` });
    expect(await judge()).toEqual({
      version: "8.16.1",
      // printf '%s' '(* nothing *)' | sha256sum
      hashes: {
        "one.v": "00fa266d1b2084bf679f24ef0dc68a636a17fab1433d24df4bafb94c64dbd627",
        "two.v": expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      assumptions: ["Classical_Prop.classic"],
    });
    const asked = readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
    expect(asked.map((line) => line.split(" ").at(-1))).toEqual(["one.v", "two.v"]);
  });

  test.each([
    [
      "an error",
      { coqc: 'echo "Error: Unable to unify 2 with 3." >&2; exit 1' },
      /coqc does not accept one\.v: it says Unable to unify 2 with 3/,
    ],
    [
      "an error of the second file",
      { coqc: 'case "$*" in *two.v*) echo "Error: no" >&2; exit 1;; esac' },
      /not accept two\.v/,
    ],
    [
      "an axiom of its own",
      { coqc: 'case "$*" in *two.v*) echo "Axioms:"; echo "mine : False";; esac' },
      /^it assumes mine$/,
    ],
    ["no word about assumptions", { coqc: "exit 0" }, /does not print the assumptions/],
    [
      "a second program that refuses",
      { coqc: OWN, coqchk: 'echo "Fatal Error: bad" >&2; exit 1' },
      /^coqchk says bad$/,
    ],
  ])("refuses %s", async (_, programs, reason) => {
    fakeCoq(programs);
    expect(await judge()).toEqual({ refused: expect.stringMatching(reason) });
  });

  test("refuses a file that does not say what the claim says, before it is compiled for it", async () => {
    fakeCoq({ coqc: OWN });
    const [theorem] = PROOF.theorems;
    const other = { ...PROOF, theorems: [{ ...(theorem as (typeof PROOF.theorems)[number]), statement: "2 = 3" }] };
    expect(await judge(other)).toEqual({
      refused: "it does not say what the claim says: Theorem same : 2 = 3.",
    });
  });

  test("ends what takes too long, and leaves nothing behind", async () => {
    const folder = fakeCoq({ coqc: 'echo $$ > "$(dirname "$0")/pid"; exec sleep 60' });
    expect(await judge(PROOF, { seconds: 0.5 })).toEqual({
      refused: "coqc does not accept one.v: it took longer than 0.5 s",
    });
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("is ended by the signal, and then says nothing", async () => {
    const folder = fakeCoq({ coqc: 'echo $$ > "$(dirname "$0")/pid"; exec sleep 60' });
    const stop = new AbortController();
    const judged = judge(PROOF, { signal: stop.signal });
    await vi.waitFor(() => expect(existsSync(join(folder, "pid"))).toBe(true), { timeout: 10_000 });
    stop.abort();
    expect(await judged).toBeUndefined();
  });
});
