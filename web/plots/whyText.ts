import { isPapers } from "../../src/setting/mustBePapers.ts";
import type { Run } from "../../src/sim/run.ts";
import { epochText, numberText } from "../page/numberText.ts";
import type { Recorded } from "../training/recorded.ts";
import { type Class, type StageName, stagesOf } from "./stages.ts";

/** What decides the fresh examples of a class in the end. */
interface Reason {
  readonly kind: "nothing" | "turned" | "countered" | "drowned" | "amid" | "clear";
  /** After "the signal of class +1" and its value. */
  readonly text: string;
}

const nameOf = (j: Class) => `class ${j.replace("-", "−")}`;

function reasonOf(records: readonly Recorded[], j: Class): Reason | undefined {
  const last = records.at(-1);
  const fresh = last?.freshNoise;
  if (!last || !fresh) return undefined;
  const stages = new Map(
    stagesOf(records, j).map(({ name, record }) => [name, epochText(records[record]?.epoch ?? 0)]),
  );
  const from = (name: StageName) => (stages.has(name) ? ` from epoch ${stages.get(name)} on` : "");
  const signal = last.featureLearning[j];
  const counter = last.counterSignal?.[j] ?? Number.NEGATIVE_INFINITY;
  const memorized = last.noiseMemorization.max[j];
  const [median, high] = [numberText(fresh.median[j]), numberText(fresh.high[j])];
  if (stages.has("fades")) return { kind: "nothing", text: "fades to 0, as all noise does: nothing is learnt" };
  if (signal < 0) {
    const turned = stages.has("turns") ? `turned around at epoch ${stages.get("turns")} and ` : "";
    const answer = counter > 0 ? ` and by the other class’s answer to the feature (${numberText(counter)})` : "";
    const text = `${turned}is below 0${from("flipped")}: fresh examples are decided by their noise (median ${median})${answer}`;
    return { kind: "turned", text };
  }
  if (signal < counter) {
    const text = `is under its counter-signal (${numberText(counter)})${from("countered")}: the other class answers to the feature more strongly than its own`;
    return { kind: "countered", text };
  }
  if (signal < fresh.median[j]) {
    const text = `is under the noise of most fresh examples (median ${median})${from("drowned")}: noise decides, not the feature`;
    return { kind: "drowned", text };
  }
  if (signal < fresh.high[j]) {
    const text = `is amid the noise of fresh examples (median ${median}, 95% up to ${high}): it decides some, their noise the others`;
    return { kind: "amid", text };
  }
  const more = memorized !== null && memorized > signal;
  const harmless = more ? `; more noise was memorized (${numberText(memorized)}), but no fresh example has it` : "";
  return { kind: "clear", text: `is above the noise of 95% of fresh examples (${high})${from("clear")}${harmless}` };
}

/**
 * Why a training ends as it does: what the signal is up against.
 *
 * @param records of the training, up to its end
 * @param run what was trained
 * @param shown the class that is spoken of; of the other one where it fares differently
 * @returns a sentence or two; "" of levels that draw no fresh examples, and beyond the papers' model, whose outputs are made of more
 */
export function whyText(records: readonly Recorded[], run: Run, shown: Class): string {
  const { weightDecay } = run.optimizer;
  if (!isPapers(run)) return "";
  const other = shown === "+1" ? "-1" : "+1";
  const [mine, its] = [reasonOf(records, shown), reasonOf(records, other)];
  if (!mine || !its) return "";
  const signal = (j: Class) => numberText(records.at(-1)?.featureLearning[j] ?? Number.NaN);
  const decay = mine.kind === "nothing" && weightDecay > 0 ? ` (weight decay λ = ${weightDecay})` : "";
  const differs = its.kind === mine.kind ? "" : ` That of ${nameOf(other)} (${signal(other)}) ${its.text}.`;
  return `Why: the signal of ${nameOf(shown)} (${signal(shown)}) ${mine.text}${decay}.${differs}`;
}
