import type { Run } from "../../src/sim/run.ts";
import { type Choice, runOf } from "../choice/state.ts";
import { byId } from "../page/dom.ts";
import type { Explorer } from "../page/explorer.ts";
import { explainIn } from "../page/tip.ts";
import { explainedLetter } from "../theory/letters.ts";
import { newDriftPanel } from "./driftPanel.ts";
import { ask } from "./guess.ts";
import { race } from "./race.ts";
import { examplesPicture, examplesWords, neuronPicture } from "./strips.ts";

/** What the first pictures depend on. */
const drawnOf = ({ setting, seed, network, start }: Run) => JSON.stringify([setting, seed, network, start]);

/**
 * Fills the steps of the story with pictures and questions.
 *
 * @param explorer the page around it
 * @param onFault told why a training of it fails
 */
export function newSteps(explorer: Explorer, onFault: (message: string) => void): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let drawn = "";
  explorer.follow((choice: Choice) => {
    const run = runOf(choice);
    const now = drawnOf(run);
    if (now === drawn) return;
    drawn = now;
    byId("story-example").replaceChildren(examplesPicture(run));
    byId("story-example-words").textContent = examplesWords(run);
    byId("story-neuron").replaceChildren(neuronPicture(run));
  });
  ask(
    byId("story-race-guess"),
    {
      answers: ["as many", "half as many", "none"],
      right: "none",
      because:
        "with b = 2 the signal outgrows the noise of fresh examples; with b = 40 it turns around, and the noise decides.",
    },
    still,
    () => race(byId("story-race"), onFault),
  );
  newDriftPanel();
  ask(
    byId("story-drift-guess"),
    {
      answers: ["as far", "8 times", "80 times"],
      right: "8 times",
      because:
        "100 weights of size 0.1 are moved at once. Smaller batches move the signal more often; the noise, less than as often.",
    },
    still,
    () => byId("story-drift").classList.add("shown"),
  );
  explainIn(byId("story"), "mi", explainedLetter);
  byId("story-try").onclick = () => {
    byId("main").scrollIntoView();
    byId("play").focus();
  };
}
