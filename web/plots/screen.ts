import { byId } from "../page/dom.ts";
import type { Session } from "../training/session.ts";
import { CHARTS } from "./charts.ts";
import { followScheme, lookNow } from "./look.ts";
import { newNeuronPanels } from "./neuronPanels.ts";
import { newPlot } from "./plot.ts";
import { showMoment } from "./readout.ts";

/** Milliseconds between two drawings of the neurons: they are many. */
const NEURONS_EVERY = 100;

/** Everything that moves. */
export interface Screen {
  /** Draws before the next frame. */
  draw(): void;
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
  let pointed: number | undefined;
  let drawnNeurons = 0;
  let late: ReturnType<typeof setTimeout> | undefined;

  const showNumbers = () => {
    const { history } = session.network;
    showMoment((pointed === undefined ? undefined : history[pointed]) ?? history.at(-1));
  };
  const plots = CHARTS.map((chart) =>
    newPlot(chart, (record) => {
      pointed = record;
      showNumbers();
    }),
  );
  const panels = newNeuronPanels();

  const neurons = () => {
    late = undefined;
    drawnNeurons = performance.now();
    const { epochs, recordEvery } = session.run;
    panels.draw(session.network.neurons, Math.ceil(epochs / recordEvery) + 1, lookNow());
  };
  const neuronsSoon = () => {
    late ??= setTimeout(neurons, Math.max(0, NEURONS_EVERY - (performance.now() - drawnNeurons)));
  };
  const frame = () => {
    waiting = false;
    const { network, beside, run, choice } = session;
    const { epochs, recordEvery } = run;
    const levels = { history: network.history, beside: beside?.history ?? [] };
    const drawn = { ...levels, epochs, recordEvery, time: choice.time };
    for (const plot of plots) plot.draw(drawn);
    byId<HTMLProgressElement>("progress").value = network.done;
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
    for (const plot of plots) plot.restyle(lookNow());
    draw();
  };
  followScheme(restyle);
  restyle();
  addEventListener("resize", draw);
  return { draw };
}
