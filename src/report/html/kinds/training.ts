import { type DynamicsRun, parseDynamics } from "../../../dynamics/run.ts";
import type { Trajectory } from "../../../sim/trajectory.ts";
import { shortNumber } from "../../table.ts";
import { trajectoryTable } from "../../trajectoryTable.ts";
import { figuresOf } from "../figuresOf.ts";
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

function endOf({ final, diverged, interrupted }: Training): string {
  const { epoch, trainError, testError } = final;
  const errors = `training error ${shortNumber(trainError)} and test error ${shortNumber(testError)}`;
  const last = `at its last record, epoch ${shortNumber(epoch)}: ${errors}`;
  if (diverged) {
    return `diverged at step ${diverged.step} (${diverged.metric} is not finite; ${diverged.advice}); ${last}`;
  }
  return interrupted ? `interrupted; ${last}` : last;
}

const nameOf = ({ optimizer, batchSize }: DynamicsRun) =>
  `${optimizer.name}, ${batchSize === undefined ? "batches as given" : `batch size ${batchSize}`}`;

/** The result of `simulate` or `dynamics`. */
export const training: Kind = {
  about: "results of simulate or dynamics (--out FILE)",
  of: "file",
  section(source) {
    const given = source.json();
    if (!shape(given)) return undefined;
    const result = given as Training;
    const run = parseDynamics(result.config);
    const { engine, method } = result;
    const command = method ? "dynamics" : "simulate";
    return {
      title: `Training: ${nameOf(run)}`,
      path: source.path,
      glance: `one training, seed ${run.seed}; ${endOf(result)}`,
      blocks: [
        { kind: "heading", text: "What was run" },
        {
          kind: "text",
          text: `One training by ${command}, seed ${run.seed}, engine ${engine.name} ${engine.version}${method ? `, method ${method.name}: ${method.about}` : ""}.`,
        },
        { kind: "table", caption: "Settings of the training.", table: settingsTable(run) },
        { kind: "heading", text: "What came out" },
        { kind: "text", text: `The training ${result.diverged ? "" : "ended "}${endOf(result)}.` },
        {
          kind: "table",
          caption: "The training over time, at most twelve of its records; of two values the first is class +1.",
          table: trajectoryTable(result),
        },
        ...figuresOf(source),
        rerun(source, command, given),
      ],
    };
  },
};
