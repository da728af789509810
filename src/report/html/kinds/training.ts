import { type DynamicsRun, runOfResult } from "../../../dynamics/run.ts";
import type { Moment, PerClass, Trajectory } from "../../../sim/trajectory.ts";
import { shortNumber } from "../../table.ts";
import { trajectoryTable } from "../../trajectoryTable.ts";
import { endText } from "../../verdicts.ts";
import { figuresOf } from "../figuresOf.ts";
import { explained } from "../glossary.ts";
import type { Kind } from "../kind.ts";
import { momentShape } from "../momentShape.ts";
import { rerun } from "../rerun.ts";
import { settingsTable } from "../settingsTable.ts";
import { flag, listOf, number, objectWith, optional, type Shape, text } from "../shape.ts";

interface Training extends Trajectory {
  readonly config: object;
  /** Of `dynamics`. */
  readonly method?: { readonly name: string; readonly about: string };
}

const shape: Shape = objectWith({
  config: objectWith({}),
  engine: objectWith({ name: text, version: text }),
  history: listOf(momentShape),
  final: momentShape,
  diverged: optional(objectWith({ step: number, epoch: number, metric: text, advice: text })),
  interrupted: optional(flag),
  method: optional(objectWith({ name: text, about: text })),
});

const rough = (x: number) => String(Number(x.toPrecision(2)));
const both = (of: PerClass<number>) => `${rough(of["+1"])} and ${rough(of["-1"])}`;

/** What the feature has to outweigh, beside it. */
function whyText({ featureLearning, freshNoise }: Moment): string {
  if (!freshNoise) return "";
  return ` The response to the feature is ${both(featureLearning)} (class +1 and -1); to noise that the network has never seen it stays, in 95% of fresh examples, at or below ${both(freshNoise.high)}.`;
}

const nameOf = ({ optimizer, batchSize }: DynamicsRun) =>
  `${optimizer.name}, ${batchSize === undefined ? "batches as given" : `batch size ${batchSize}`}`;

function answerOf(run: DynamicsRun, { final, diverged, interrupted }: Training): string {
  const name = nameOf(run);
  const end = endText(final.trainError, final.testError, run.setting.classes);
  const last = `after ${shortNumber(final.epoch)} epochs it is ${end}.${whyText(final)}`;
  if (diverged) {
    return `${name} diverged at step ${diverged.step}: ${diverged.metric} is not finite; ${diverged.advice}. At its last record, ${last}`;
  }
  return `${name}${interrupted ? ", interrupted" : ""}: ${last}`;
}

/** The result of `simulate` or `dynamics`. */
export const training: Kind = {
  about: "results of simulate or dynamics (--out FILE)",
  of: "file",
  section(source) {
    const given = source.json();
    if (!shape(given)) return undefined;
    const result = given as Training;
    const run = runOfResult(result.config);
    const { engine, method } = result;
    const command = method ? "dynamics" : "simulate";
    const [key, ...others] = figuresOf(source);
    return {
      title: `Training: ${nameOf(run)}`,
      path: source.path,
      answer: answerOf(run, result),
      blocks: [
        ...(key ? [key] : []),
        explained("feature", "memorized noise", "fresh noise", "training error"),
        {
          kind: "table",
          caption: "The training over time, at most twelve of its records; of two values the first is class +1.",
          table: trajectoryTable(result),
        },
        ...others,
        { kind: "heading", text: "What was run" },
        {
          kind: "text",
          text: `One training by ${command}, seed ${run.seed}, engine ${engine.name} ${engine.version}${method ? `, method ${method.name}: ${method.about}` : ""}.`,
        },
        { kind: "table", caption: "Settings of the training.", table: settingsTable(run) },
        rerun(source, command, given),
      ],
    };
  },
};
