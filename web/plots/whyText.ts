import type { Run } from "../../src/sim/run.ts";
import { numberText } from "../page/numberText.ts";
import type { Recorded } from "../training/training.ts";
import { type Class, type Stage, type StageName, stagesOf } from "./stages.ts";

/** How far a class's signal is above what it must outdo. */
function lead({ featureLearning, freshNoise, counterSignal }: Recorded, j: Class): number {
  const rivals = [freshNoise?.median[j], counterSignal?.[j]].filter((value) => value !== undefined);
  return featureLearning[j] - Math.max(...rivals);
}

/** The class whose signal does worse. */
export const worseClass = (record: Recorded): Class => (lead(record, "-1") < lead(record, "+1") ? "-1" : "+1");

const className = (j: Class) => `class ${j.replace("-", "−")}`;

/**
 * Why a training ends as it does, in a sentence about the class whose signal does worse: what its signal is up against.
 *
 * @param records of the training, up to its end
 * @param run what was trained
 * @returns the sentence; "" of levels that draw no fresh examples
 */
export function whyText(records: readonly Recorded[], { optimizer: { weightDecay } }: Run): string {
  const last = records.at(-1);
  const fresh = last?.freshNoise;
  if (!last || !fresh) return "";
  const j = worseClass(last);
  const stages = new Map(stagesOf(records, j).map((stage): [StageName, Stage] => [stage.name, stage]));
  const from = (name: StageName) => {
    const stage = stages.get(name);
    return stage ? ` from epoch ${records[stage.record]?.epoch} on` : "";
  };
  const signal = last.featureLearning[j];
  const counter = last.counterSignal?.[j];
  const memorized = last.noiseMemorization.max[j];
  const [value, median, high] = [signal, fresh.median[j], fresh.high[j]].map(numberText);
  if (stages.has("fades")) {
    const decay = weightDecay > 0 ? `, under weight decay λ = ${weightDecay}` : "";
    return `Why: nothing is learnt. Signal and noise both fade to 0${decay}.`;
  }
  if (signal < 0) {
    const turn = stages.get("turns");
    const turned = turn ? `turned around at epoch ${records[turn.record]?.epoch} and ` : "";
    return `Why: the signal of ${className(j)} ${turned}is below 0${from("flipped")}, at ${value}. Its fresh examples are decided by their noise (median ${median}) and by the other class’s answer (${numberText(counter ?? 0)}).`;
  }
  if (counter !== undefined && signal < counter) {
    return `Why: the signal of ${className(j)} (${value}) is under its counter-signal (${numberText(counter)})${from("countered")}: the other class answers to the feature more strongly than its own.`;
  }
  if (signal < fresh.median[j]) {
    return `Why: the signal of ${className(j)} (${value}) is under the noise of most fresh examples (median ${median})${from("drowned")}: noise decides, not the feature.`;
  }
  if (signal < fresh.high[j]) {
    return `Why: the signal of ${className(j)} (${value}) is amid the noise of fresh examples (median ${median}, 95% up to ${high}): it decides some, their noise the others.`;
  }
  const harmless =
    memorized !== null && memorized > signal
      ? ` More noise was memorized (${numberText(memorized)}), but no fresh example has it.`
      : "";
  return `Why: the signal (${value}) is above the noise of 95% of fresh examples (${high})${from("clear")}.${harmless}`;
}
