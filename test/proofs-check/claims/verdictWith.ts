import { check } from "../../../proofs-check/check.ts";
import type { Claim, Verdict } from "../../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../../proofs-check/claimVerdict.ts";
import { here } from "../../../proofs-check/executor.ts";
import { checkNamed } from "../../helpers/checked.ts";

/** A claim's verdict from the cases that it needs, and what a mutant with the same runs concludes from them. */
export async function verdictWith(claim: Claim) {
  const samples = new Map<string, unknown[]>();
  const executor: typeof here = {
    ...here,
    async sample(task, index, context) {
      const timed = await here.sample(task, index, context);
      if ("failed" in timed) throw new Error(timed.failed);
      samples.set(task.check.name, [...(samples.get(task.check.name) ?? []), timed.sample]);
      return timed;
    },
  };
  const [verdict] = (await check([claim], { seed: 1, cases: 1, executor, now: () => 0 })) as [ClaimVerdict];
  return {
    verdict,
    /** Names of the checks that came to a verdict. */
    checksThat: (wanted: Verdict) => verdict.evidence.filter((one) => one.verdict === wanted).map((one) => one.check),
    judge: (mutant: Claim, name: string) => checkNamed(mutant, name).judge(samples.get(name) as unknown[]).verdict,
  };
}
