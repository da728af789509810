import * as Plot from "@observablehq/plot";
import type { FreshNoise, Moment } from "../../../sim/trajectory.ts";
import type { Figure } from "../figure.ts";
import { FAINT, INK, LOOKS } from "../palette.ts";
import { linear, logarithmic } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import { drawSheet, type Panel } from "../sheet/sheet.ts";
import { numberText } from "../sheet/words.ts";
import { RUN_RESULT, type RunData, runCaption, runFrom } from "./run.ts";

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

/** False of results that do not have it. */
const above =
  (j: Class) =>
  ({ featureLearning, freshNoise }: Moment) =>
    freshNoise !== undefined && featureLearning[j] > freshNoise.high[j];
const below =
  (j: Class) =>
  ({ featureLearning, freshNoise }: Moment) =>
    freshNoise !== undefined && featureLearning[j] < freshNoise.median[j];

const STAGES = [
  {
    letter: "a",
    label: "first record with training error 0",
    of: (history: readonly Moment[]) => history.find(({ trainError }) => trainError === 0)?.epoch,
  },
  {
    letter: "b",
    label: "feature above 95% of fresh noise from here on",
    of: (history: readonly Moment[], j: Class) => settled(history, above(j)),
  },
  {
    letter: "c",
    label: "feature below most fresh noise from here on",
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
  const values = history.flatMap(({ featureLearning: f, noiseMemorization: { min, max }, freshNoise }) =>
    [f, min, max, freshNoise?.low, freshNoise?.high].flatMap((both) => CLASSES.flatMap((j) => both?.[j] ?? [])),
  );
  return [Math.min(0, ...values), Math.max(...values)];
}

/** Fresh noise from 5% to 95% of the examples as a band, the median as a line; nothing of results that do not have it. */
function freshMarks(history: readonly Moment[], j: Class) {
  const fresh = history.filter(({ freshNoise }) => freshNoise !== undefined);
  if (fresh.length === 0) return [];
  const at = (end: keyof FreshNoise) => (moment: Moment) => moment.freshNoise?.[end][j] as number;
  const { colour, dash } = LOOKS.fresh;
  return [
    Plot.areaY(fresh, { x: "epoch", y1: at("low"), y2: at("high"), fill: colour, fillOpacity: 0.22 }),
    Plot.line(fresh, { x: "epoch", y: at("median"), stroke: colour, strokeWidth: 1.4, strokeDasharray: dash }),
  ];
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
        ...freshMarks(shown, j),
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
  about:
    "feature learning, memorized noise and fresh noise over a training, both classes, on linear and logarithmic time",
  from: RUN_RESULT,
  read: (source) => runFrom(source, "trajectory"),
  caption: runCaption,
  draw: (data, document) =>
    drawSheet(
      {
        title: "Signal and noise over the training",
        about:
          "Four panels: for each class on linear and on logarithmic time, feature learning as a line, memorized noise and fresh noise as bands.",
        rows: CLASSES.map((j) => (["linear", "log"] as const).map((time) => panel(data.history, j, time))),
        keys: [
          { label: "feature learning, max over r of ⟨w(j,r), j v⟩", colour: LOOKS.feature.colour, dash: "" },
          {
            label: "noise memorization, max over r of ⟨w(j,r), ξᵢ⟩: least to largest example i",
            ...{ colour: LOOKS.noise.colour, fill: 0.22, dash: LOOKS.noise.dash },
          },
          ...(data.history.some(({ freshNoise }) => freshNoise !== undefined)
            ? [
                {
                  label: "fresh noise, max over r of ⟨w(j,r), ξ⟩ on fresh examples: 5%, half, 95% of them",
                  ...{ colour: LOOKS.fresh.colour, fill: 0.22, dash: LOOKS.fresh.dash },
                },
              ]
            : []),
          ...stageKeys(data.history),
        ],
        caption: runCaption(data),
      },
      document,
    ),
};
