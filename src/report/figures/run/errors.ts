import * as Plot from "@observablehq/plot";
import type { Moment } from "../../../sim/trajectory.ts";
import type { Figure } from "../figure.ts";
import { FEW, INK, LOOKS, type Look } from "../palette.ts";
import { CLEAR, linear, logarithmic, shareAxis } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import type { Panel } from "../sheet/panel.ts";
import { RUN_RESULT, type RunData, runCaption, runFrom } from "./run.ts";

/** Times on which everything is shown. */
const TIMES = ["linear", "log"] as const;
type Time = (typeof TIMES)[number];

const WORDS = { linear: "linear time", log: "logarithmic time" } as const;

const keyOf = (label: string, { colour, dash, symbol }: Look, moments: readonly Moment[]): Key => ({
  ...{ label, colour, dash },
  ...(moments.length > FEW ? {} : { symbol }),
});

/** A quantity over the epochs. */
const curve = (moments: readonly Moment[], name: "trainError" | "testError" | "trainLoss", look: Look) => [
  Plot.line(moments, { x: "epoch", y: name, stroke: look.colour, strokeWidth: 2, strokeDasharray: look.dash }),
  ...(moments.length > FEW
    ? []
    : [Plot.dot(moments, { x: "epoch", y: name, fill: look.colour, symbol: look.symbol, r: 2.5 })]),
];

function panels(history: readonly Moment[], time: Time): [Panel, Panel] {
  const shown = time === "log" ? history.filter(({ epoch }) => epoch > 0) : history;
  const epochs = shown.map(({ epoch }) => epoch);
  const axis = (most: number) => (time === "log" ? logarithmic("epoch", epochs, most) : linear("epoch", epochs, most));
  const lossy = shown.filter(({ trainLoss }) => trainLoss > 0);
  const losses = history.map(({ trainLoss }) => trainLoss).filter((loss) => loss > 0);
  return [
    {
      name: `errors-${time}`,
      title: `errors, ${WORDS[time]}`,
      plot: ({ across, up }) => ({
        ...{ x: axis(across), y: shareAxis("error (share of examples)", up), ...CLEAR },
        marks: [
          Plot.frame({ stroke: INK }),
          ...curve(shown, "trainError", LOOKS.train),
          ...curve(shown, "testError", LOOKS.test),
        ],
      }),
    },
    {
      name: `loss-${time}`,
      title: `training loss, ${WORDS[time]}`,
      plot: ({ across, up }) => ({
        x: axis(across),
        y: logarithmic("training loss (nats)", losses.length > 0 ? losses : [1], up),
        marks: [Plot.frame({ stroke: INK }), ...curve(lossy, "trainLoss", LOOKS.train)],
      }),
    },
  ];
}

/** What a training gets wrong, of its own examples and of fresh ones. */
export const errors: Figure<RunData> = {
  name: "errors",
  about: "training and test error, and the training loss, over a training",
  from: RUN_RESULT,
  read: (source) => runFrom(source, "errors"),
  caption: runCaption,
  sheet(data) {
    const [errors, losses] = [0, 1].map((row) => TIMES.map((time) => panels(data.history, time)[row] as Panel));
    return {
      title: "Errors and loss over the training",
      about:
        "Four panels: training and test error, and below them the training loss, on linear and on logarithmic time.",
      rows: [errors as Panel[], losses as Panel[]],
      keys: () => [
        keyOf("training error, training loss", LOOKS.train, data.history),
        keyOf("test error (share of fresh examples)", LOOKS.test, data.history),
      ],
      caption: runCaption(data),
    };
  },
};
