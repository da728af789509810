import type { Moment } from "../../src/sim/trajectory.ts";
import { GALLERY } from "../choice/gallery.ts";
import { type DrawnRun, drawnRunOf } from "../choice/state.ts";
import { make } from "../page/dom.ts";
import { percent } from "../page/percent.ts";
import { newTraining } from "../training/training.ts";
import { draw } from "./svg.ts";

/** The two runs that are raced: those of the gallery's first starts, the small batch first. */
export const RACERS: readonly DrawnRun[] = [1, 0].map((k) =>
  drawnRunOf((GALLERY[k] as (typeof GALLERY)[number]).choice),
);

const [WIDTH, HEIGHT] = [160, 110];
/** Of the values that are drawn: both runs stay within. */
const [LEAST, MOST] = [-0.3, 2.4];
/** Seconds that a training takes on screen, where the machine is quick enough. */
const SECONDS = 4;

const CURVES: Readonly<Record<string, (moment: Moment) => number>> = {
  noise: ({ noiseMemorization: { max } }) => Math.max(max["+1"] ?? 0, max["-1"] ?? 0),
  fresh: ({ freshNoise }) => Math.max(freshNoise?.high["+1"] ?? 0, freshNoise?.high["-1"] ?? 0),
  feature: ({ featureLearning }) => Math.min(featureLearning["+1"], featureLearning["-1"]),
};

const yOf = (value: number) => HEIGHT * (1 - (Math.max(LEAST, Math.min(MOST, value)) - LEAST) / (MOST - LEAST));

function panel(run: DrawnRun, onFault: (message: string) => void) {
  const lines = Object.keys(CURVES).map((name) => draw("polyline", { class: name }));
  const verdict = make("strong", {}, "not trained yet");
  const picture = draw(
    "svg",
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "img",
      "aria-label": `Signal and noise over the training with batch size ${run.batchSize}`,
    },
    draw("line", { x1: 0, x2: WIDTH, y1: yOf(0), y2: yOf(0), class: "axis" }),
    ...lines,
  );
  const moments = Math.ceil(run.epochs / run.recordEvery);
  const training = newTraining(
    "network",
    () => {
      const { history } = training.watched;
      lines.forEach((line, k) => {
        const of = Object.values(CURVES)[k] as (moment: Moment) => number;
        line.setAttribute(
          "points",
          history.map((moment, at) => `${(WIDTH * at) / moments},${yOf(of(moment))}`).join(" "),
        );
      });
      const last = history.at(-1);
      if (last) verdict.textContent = `${percent(last.testError)} wrong`;
    },
    onFault,
  );
  training.begin(run);
  return {
    element: make("figure", {}, make("figcaption", {}, `b = ${run.batchSize}`), picture, verdict),
    play: () => training.play(moments / SECONDS),
  };
}

/**
 * Trains both side by side.
 *
 * @param host where they stand
 * @param onFault told why one fails
 */
export function race(host: HTMLElement, onFault: (message: string) => void): void {
  const panels = RACERS.map((run) => panel(run, onFault));
  host.replaceChildren(...panels.map(({ element }) => element));
  for (const { play } of panels) play();
}
