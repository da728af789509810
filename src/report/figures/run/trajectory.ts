import * as Plot from "@observablehq/plot";
import type { FreshNoise, Moment } from "../../../sim/trajectory.ts";
import type { Figure } from "../figure.ts";
import { FAINT, INK, LOOKS, PAPER } from "../palette.ts";
import { linear, logarithmic } from "../sheet/axes.ts";
import type { Panel } from "../sheet/panel.ts";
import { RUN_RESULT, type RunData, runCaption, runFrom } from "./run.ts";
import { CLASSES, type Class, flipOf, stageKeys, stagesOf } from "./stages.ts";

/** Least and largest of what both classes show, so that all panels have one scale. */
function rangeOf(history: readonly Moment[]): [number, number] {
  const values = history.flatMap(({ featureLearning: f, noiseMemorization: { min, max }, freshNoise }) =>
    [f, min, max, freshNoise?.low, freshNoise?.high].flatMap((both) => CLASSES.flatMap((j) => both?.[j] ?? [])),
  );
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  // Room above the curves for the letters of the stages.
  return [least, most + 0.1 * (most - least)];
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

/** Where the feature turns around, and where it has flipped. */
function flipMarks(shown: readonly Moment[], j: Class) {
  const flip = flipOf(shown, j);
  if (!flip) return [];
  const place = { x: "epoch", y: ({ featureLearning }: Moment) => featureLearning[j], r: 3.6, stroke: INK };
  return [
    Plot.dot([flip.turns], { ...place, fill: PAPER, strokeWidth: 1.6 }),
    Plot.dot([flip.negative], { ...place, fill: INK }),
  ];
}

const TIMES = ["linear", "log"] as const;
type Time = (typeof TIMES)[number];
const WORDS = { linear: "linear", log: "logarithmic" } as const;

const panelName = (j: Class, time: Time) => `${j === "+1" ? "plus" : "minus"}-${time}`;

function panel(history: readonly Moment[], j: Class, time: Time): Panel {
  const shown = time === "log" ? history.filter(({ epoch }) => epoch > 0) : history;
  const noise = shown.filter(({ noiseMemorization: { min } }) => min[j] !== null);
  const epochs = shown.map(({ epoch }) => epoch);
  const stages = stagesOf(history, j).filter(({ epoch }) => epoch >= (epochs[0] as number));
  const edge = (of: "min" | "max") =>
    Plot.line(noise, {
      ...{ x: "epoch", y: (moment: Moment) => moment.noiseMemorization[of][j] },
      ...{ stroke: LOOKS.noise.colour, strokeWidth: 1.2, strokeDasharray: LOOKS.noise.dash },
    });
  return {
    name: panelName(j, time),
    title: `class ${j}, ${WORDS[time]} time`,
    plot: ({ across, up, letters }) => ({
      x: time === "log" ? logarithmic("epoch", epochs, across) : linear("epoch", epochs, across),
      y: linear("coefficient (weight × patch)", rangeOf(history), up),
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
        ...flipMarks(shown, j),
        Plot.ruleX(stages, { x: "epoch", stroke: INK, strokeWidth: 1, strokeDasharray: "1 3" }),
        // One under the other, so that neighbours do not collide.
        ...stages.map((stage, k) =>
          Plot.text([stage], {
            ...{ x: "epoch", text: "letter", frameAnchor: "top", textAnchor: "start", fontWeight: "bold" },
            ...{ dx: 3, dy: 2 + 1.1 * letters.text * k, fill: INK },
          }),
        ),
        Plot.frame({ stroke: INK }),
      ],
    }),
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
  sheet: (data) => ({
    title: "Signal and noise over the training",
    about:
      "Four panels: for each class on linear and on logarithmic time, feature learning as a line, memorized noise and fresh noise as bands.",
    rows: CLASSES.map((j) => TIMES.map((time) => panel(data.history, j, time))),
    keys: (shown) => [
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
      ...stageKeys(
        data.history,
        CLASSES.filter((j) => TIMES.some((time) => shown.has(panelName(j, time)))),
      ),
    ],
    caption: runCaption(data),
  }),
};
