import type { PublishedEnd } from "../../src/experiments/targets/publishedEnd.ts";
import { differences } from "../choice/differences.ts";
import { drawnRun } from "../choice/state.ts";
import { byId, make } from "../page/dom.ts";
import { outcomeText } from "../training/outcomeText.ts";
import type { Session, Trained } from "../training/session.ts";
import { outcomeOf } from "../training/watched.ts";
import { type Chart, ERRORS, LOSS } from "./charts.ts";
import { newHero } from "./hero.ts";
import { followScheme, lookNow } from "./look.ts";
import { newNeuronPanels } from "./neuronPanels.ts";
import { type Drawn, newPlot } from "./plot.ts";
import { showMoment } from "./readout.ts";
import type { Class } from "./stages.ts";
import { whyText } from "./whyText.ts";

/** Milliseconds between two drawings of the neurons: they are many. */
const NEURONS_EVERY = 100;

/** Everything that moves. */
export interface Screen {
  /** Draws before the next frame. */
  draw(): void;
  /** Marks how the papers say that the run ends; undefined where it is no published run. */
  publish(end: PublishedEnd | undefined): void;
}

const setText = (id: string, text: string) => {
  const place = byId(id);
  if (place.textContent !== text) place.textContent = text;
};

/** Of a run that has come to an end, finite numbers all along. */
function whyOf({ network, run }: Trained, shown: Class): string {
  const outcome = outcomeOf(network);
  return outcome && !outcome.diverged ? whyText(network.history, run, shown) : "";
}

function endOf(trained: Trained, shown: Class): string {
  const outcome = outcomeOf(trained.network);
  return outcome ? `${outcomeText(outcome)} ${whyOf(trained, shown)}` : "";
}

/** A plot below the race. */
function small(chart: Chart, onRead: (record: number | undefined) => void) {
  const plot = newPlot(chart, chart.title, onRead);
  const caption = make(
    "figcaption",
    {},
    make("strong", {}, chart.title),
    make("span", { class: "about" }, chart.about),
  );
  byId("plots").append(make("figure", { class: "plot" }, caption, plot.place));
  return plot;
}

/**
 * Puts plots and neurons into the page.
 *
 * @param session what is drawn
 * @param onFrame called after every drawing
 * @returns the screen; it draws in animation frames alone
 */
export function newScreen(session: Session, onFrame: () => void): Screen {
  let waiting = false;
  let published: PublishedEnd | undefined;
  let read: number | undefined;
  let drawnNeurons = 0;
  let late: ReturnType<typeof setTimeout> | undefined;

  const showNumbers = () => {
    const { history } = session.network;
    showMoment((read === undefined ? undefined : history[read]) ?? history.at(-1));
  };
  const onRead = (record: number | undefined) => {
    read = record;
    hero.read(record);
    for (const plot of plots) plot.read(record);
    showNumbers();
  };
  const hero = newHero(onRead);
  const plots = [ERRORS, LOSS].map((chart) => small(chart, onRead));
  const panels = newNeuronPanels();

  const neurons = () => {
    late = undefined;
    drawnNeurons = performance.now();
    const { epochs, recordEvery } = drawnRun(session.drawn.run);
    panels.draw(session.network.neurons, Math.ceil(epochs / recordEvery) + 1, lookNow());
  };
  const neuronsSoon = () => {
    late ??= setTimeout(neurons, Math.max(0, NEURONS_EVERY - (performance.now() - drawnNeurons)));
  };
  const drawnOf = ({ network, run }: Trained, more: Partial<Drawn> = {}): Drawn => ({
    ...{ history: network.history, beside: [], ghost: [], time: session.choice.time },
    ...{ epochs: drawnRun(run).epochs, recordEvery: drawnRun(run).recordEvery },
    ...more,
  });
  const frame = () => {
    waiting = false;
    const { drawn, beside, pinned, choice } = session;
    const ghost = (pinned ?? session.ghost)?.network.history ?? [];
    const now = drawnOf(drawn, { beside: beside?.history ?? [], ghost });
    hero.draw(choice.shown, pinned ? { ...now, ghost: [] } : now, pinned && drawnOf(pinned));
    for (const plot of plots) plot.draw({ ...now, published });
    if (read !== undefined && read >= drawn.network.history.length) onRead(undefined);
    const [a, b] = pinned ? differences(pinned.choice, choice) : ["", ""];
    setText("race-a", a && `A: ${a}`);
    setText("race-b", b && `B: ${b}`);
    setText("end-a", pinned ? endOf(pinned, choice.shown) : "");
    setText("why", pinned ? endOf(drawn, choice.shown) : whyOf(drawn, choice.shown));
    byId("ghost-key").hidden = ghost.length === 0 || pinned !== undefined;
    byId<HTMLProgressElement>("progress").value = drawn.network.done;
    showNumbers();
    neuronsSoon();
    onFrame();
  };
  const draw = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(frame);
  };
  const restyle = () => {
    hero.restyle();
    for (const plot of plots) plot.restyle();
    draw();
  };
  followScheme(restyle);
  restyle();
  addEventListener("resize", draw);
  return {
    draw,
    publish(end) {
      published = end;
      draw();
    },
  };
}
