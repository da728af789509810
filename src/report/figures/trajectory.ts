import * as Plot from "@observablehq/plot";
import type { Moment } from "../../sim/trajectory.ts";
import { linear, logarithmic } from "./axes.ts";
import type { Figure } from "./figure.ts";
import type { Key } from "./legend.ts";
import { FAINT, INK, LOOKS } from "./palette.ts";
import { RUN_RESULT, type RunData, runCaption, runFrom } from "./run.ts";
import { drawSheet, type Panel } from "./sheet.ts";
import { numberText } from "./words.ts";

const CLASSES = ["+1", "-1"] as const;
type Class = (typeof CLASSES)[number];

/** A moment that a figure marks. */
interface Stage {
  readonly letter: string;
  readonly epoch: number;
}

/** The first moment from which on something holds to the end; undefined where it does not hold at the end. */
function settled(history: readonly Moment[], holds: (moment: Moment) => boolean): number | undefined {
  const last = history.findLastIndex((moment) => !holds(moment));
  return history[last + 1]?.epoch;
}

const above =
  (j: Class) =>
  ({ featureLearning, noiseMemorization: { max } }: Moment) =>
    featureLearning[j] > (max[j] ?? -Infinity);
const below =
  (j: Class) =>
  ({ featureLearning, noiseMemorization: { min } }: Moment) =>
    featureLearning[j] < (min[j] ?? -Infinity);

const STAGES = [
  {
    letter: "a",
    label: "first record with training error 0",
    of: (history: readonly Moment[]) => history.find(({ trainError }) => trainError === 0)?.epoch,
  },
  {
    letter: "b",
    label: "feature above all noise from here on",
    of: (history: readonly Moment[], j: Class) => settled(history, above(j)),
  },
  {
    letter: "c",
    label: "feature below all noise from here on",
    of: (history: readonly Moment[], j: Class) => settled(history, below(j)),
  },
] as const;

/** The stages of a class, those of one epoch as one. */
function stagesOf(history: readonly Moment[], j: Class): Stage[] {
  const letters = new Map<number, string[]>();
  for (const { letter, of } of STAGES) {
    const epoch = of(history, j);
    if (epoch !== undefined) letters.set(epoch, [...(letters.get(epoch) ?? []), letter]);
  }
  return [...letters].map(([epoch, all]) => ({ letter: all.join(", "), epoch }));
}

/** Stage letters with the epochs at which the data put them. */
function stageKeys(history: readonly Moment[]): Key[] {
  return STAGES.flatMap(({ letter, label, of }) => {
    const epochs = CLASSES.map((j) => of(history, j));
    if (epochs.every((epoch) => epoch === undefined)) return [];
    const each = CLASSES.map((j, k) => `${j}: ${epochs[k] === undefined ? "never" : numberText(epochs[k])}`).join(", ");
    const same = epochs[0] === epochs[1] ? numberText(epochs[0] as number) : each;
    return [{ letter, label: `${label} (epoch ${same})`, colour: INK }];
  });
}

/** Least and largest of what both classes show, so that all panels have one scale. */
function rangeOf(history: readonly Moment[]): [number, number] {
  const values = history.flatMap(({ featureLearning: f, noiseMemorization: { min, max } }) =>
    [f, min, max].flatMap((both) => CLASSES.flatMap((j) => both[j] ?? [])),
  );
  return [Math.min(0, ...values), Math.max(...values)];
}

function panel(history: readonly Moment[], j: Class, time: "linear" | "log"): Panel {
  const shown = time === "log" ? history.filter(({ epoch }) => epoch > 0) : history;
  const noise = shown.filter(({ noiseMemorization: { min } }) => min[j] !== null);
  const epochs = shown.map(({ epoch }) => epoch);
  const [least, most] = rangeOf(history);
  const stages = stagesOf(history, j).filter(({ epoch }) => epoch >= (epochs[0] as number));
  const edge = (of: "min" | "max") =>
    Plot.line(noise, {
      ...{ x: "epoch", y: (moment: Moment) => moment.noiseMemorization[of][j] },
      ...{ stroke: LOOKS.noise.colour, strokeWidth: 1.2, strokeDasharray: LOOKS.noise.dash },
    });
  return {
    title: `class ${j}, ${time === "log" ? "logarithmic" : "linear"} time`,
    plot: {
      x: time === "log" ? logarithmic("epoch", epochs) : linear("epoch"),
      // Room above the curves for the letters of the stages.
      y: linear("coefficient (weight × patch)", {
        domain: [least - 0.05 * (most - least), most + 0.2 * (most - least)],
        ticks: 5,
      }),
      marks: [
        Plot.ruleY([0], { stroke: FAINT }),
        Plot.areaY(noise, {
          ...{
            x: "epoch",
            y1: (m: Moment) => m.noiseMemorization.min[j],
            y2: (m: Moment) => m.noiseMemorization.max[j],
          },
          ...{ fill: LOOKS.noise.colour, fillOpacity: 0.22 },
        }),
        edge("min"),
        edge("max"),
        Plot.line(shown, {
          ...{ x: "epoch", y: (moment: Moment) => moment.featureLearning[j] },
          ...{ stroke: LOOKS.feature.colour, strokeWidth: 2.2 },
        }),
        Plot.ruleX(stages, { x: "epoch", stroke: INK, strokeWidth: 1, strokeDasharray: "1 3" }),
        // One under the other, so that neighbours do not collide.
        ...stages.map((stage, k) =>
          Plot.text([stage], {
            ...{ x: "epoch", text: "letter", frameAnchor: "top", textAnchor: "start", fontWeight: "bold" },
            ...{ dx: 3, dy: 2 + 12 * k, fill: INK },
          }),
        ),
        Plot.frame({ stroke: INK }),
      ],
    },
  };
}

/** Signal and noise race: what a training learns of the feature, and what it memorizes of the noise. */
export const trajectory: Figure<RunData> = {
  name: "trajectory",
  about: "feature learning and noise memorization over a training, both classes, on linear and logarithmic time",
  from: RUN_RESULT,
  read: (source) => runFrom(source, "trajectory"),
  caption: runCaption,
  draw: (data, document) =>
    drawSheet(
      {
        title: "Signal and noise over the training",
        about:
          "Four panels: for each class on linear and on logarithmic time, feature learning as a line and noise memorization as a band.",
        rows: CLASSES.map((j) => (["linear", "log"] as const).map((time) => panel(data.history, j, time))),
        keys: [
          { label: "feature learning, max over r of ⟨w(j,r), j v⟩", colour: LOOKS.feature.colour, dash: "" },
          {
            label: "noise memorization, max over r of ⟨w(j,r), ξᵢ⟩: least to largest example i",
            ...{ colour: LOOKS.noise.colour, fill: 0.22, dash: LOOKS.noise.dash },
          },
          ...stageKeys(data.history),
        ],
        caption: runCaption(data),
      },
      document,
    ),
};
