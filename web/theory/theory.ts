import "./theory.css";
import type { PublishedEnd } from "../../src/experiments/targets/publishedEnd.ts";
import { mustBePapers } from "../../src/setting/mustBePapers.ts";
import { ownOptimizers } from "../choice/own.ts";
import type { DrawnRun } from "../choice/state.ts";
import { byId } from "../page/dom.ts";
import type { Watched } from "../training/watched.ts";
import { theLibrary } from "./library.ts";
import type { Theory } from "./theoryOf.ts";
import type { TheoryPanel } from "./theoryPanel.ts";

/** What is laid over other parts of the page. */
type Laid = Pick<Theory, "marks" | "lines"> & { readonly published?: PublishedEnd | undefined };

/** Why no theorem speaks of a run; undefined where some may. */
function whyBeyond(run: DrawnRun): string | undefined {
  try {
    mustBePapers(run, "theorems");
    return undefined;
  } catch (error) {
    return `No theorem speaks of this run: ${(error as Error).message}.`;
  }
}

/** The theory of what is on screen. */
export interface TheoryOfRun {
  /** Nothing is known of what is chosen now. */
  forget(): void;
  /** Asks about a run; answers to earlier questions are dropped. */
  ask(run: DrawnRun): Promise<void>;
  /** Shows what became of the run that was asked about, once it has ended; it may be told again and again. */
  observe(network: Watched): void;
}

/**
 * Mounts the theory: a worker that is loaded with the first question, and a panel that is loaded with the first answer.
 *
 * @param onTheory told the answer to the latest question
 * @param onFault told why there is none
 * @returns the theory
 */
export function newTheory(onTheory: (theory: Laid) => void, onFault: (message: string) => void): TheoryOfRun {
  let panel: TheoryPanel | undefined;
  let asked: DrawnRun | undefined;
  /** The run that the panel shows, once it has an answer. */
  let answered: DrawnRun | undefined;
  let seen: { readonly network: Watched; readonly ended: Watched["ended"] } | undefined;

  const busy = (is: boolean) => byId("theory-content").setAttribute("aria-busy", String(is));
  return {
    forget() {
      answered = undefined;
      busy(true);
    },
    async ask(run) {
      asked = run;
      const beyond = whyBeyond(run);
      if (beyond !== undefined) {
        byId("theory-summary").textContent = beyond;
        byId("theory-content").replaceChildren();
        busy(false);
        onTheory({ marks: [], lines: [] });
        return;
      }
      try {
        const library = theLibrary();
        // More may have come since the last question.
        await library.define(ownOptimizers());
        const [theory, { newTheoryPanel }, { publishedEnd }] = await Promise.all([
          library.theoryOf(run),
          import("./theoryPanel.ts"),
          // Published runs are parsed, which the page can and the worker need not be able to.
          import("../../src/experiments/targets/publishedEnd.ts"),
        ]);
        if (run !== asked) return;
        panel ??= newTheoryPanel();
        const published = run.start || run.batches ? undefined : publishedEnd(run);
        panel.show(theory, run, published);
        answered = run;
        seen = undefined;
        busy(false);
        onTheory({ ...theory, published });
      } catch (error) {
        if (run === asked) onFault(`the theory has no answer: ${(error as Error).message}`);
      }
    },
    observe(network) {
      if (!panel || !answered || (seen?.network === network && seen.ended === network.ended)) return;
      const { ended, history } = network;
      seen = { network, ended };
      // A run that has left the finite numbers shows nothing of what a theorem says.
      const trained = ended && "outcome" in ended && !ended.outcome.diverged;
      panel.observe(trained ? { run: answered, history } : undefined);
    },
  };
}
