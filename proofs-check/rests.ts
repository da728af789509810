import type { ClaimVerdict, Rest } from "./claimVerdict.ts";

/**
 * Verdicts, each with what came of the claims that it rests on, directly or through others.
 *
 * @param verdicts of the claims that were checked together
 * @returns the same ones; of a claim that was not checked, only that it was not
 * Source: ours.
 */
export function withRests(verdicts: readonly ClaimVerdict[]): ClaimVerdict[] {
  const byId = new Map(verdicts.map((claim) => [claim.id, claim]));
  // `above` is the way down so far: claims of one's own may rest on each other in a circle.
  const below = (id: string, above: readonly string[]): string[] =>
    (byId.get(id)?.restsOn ?? [])
      .filter((lemma) => !above.includes(lemma))
      .flatMap((lemma) => [lemma, ...below(lemma, [...above, lemma])]);
  return verdicts.map((claim) => {
    const rests = [...new Set(below(claim.id, [claim.id]))].map(
      (id): Rest => ({ id, verdict: byId.get(id)?.verdict ?? "not checked" }),
    );
    return { ...claim, rests };
  });
}

/**
 * What a claim rests on, in a few words: what does not hold first.
 *
 * @param claim with its `rests`
 * @returns such as "rests on 4: adamw-large-stage2 contradicted, 1 open, 2 hold"; empty where it rests on nothing
 * Source: ours.
 */
export function restsText({ rests = [] }: Pick<ClaimVerdict, "rests">): string {
  const named = (verdict: Rest["verdict"]) => rests.filter((one) => one.verdict === verdict).map(({ id }) => id);
  const groups = [
    [named("contradicted"), "contradicted"],
    [named("fails with constants 1"), "fails with constants 1"],
    [named("holds in part"), "in part"],
    [[...named("inconclusive"), ...named("hypotheses unmet")], "open"],
    [named("not checked"), "not checked"],
  ] as const;
  const told = groups.flatMap(([ids, word]) => (ids.length === 0 ? [] : [`${ids.join(", ")} (${word})`]));
  const holding = named("holds").length;
  if (rests.length === 0) return "";
  return [...told, ...(holding > 0 ? [`${holding} that ${holding === 1 ? "holds" : "hold"}`] : [])].join("; ");
}
