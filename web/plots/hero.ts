import { byId } from "../page/dom.ts";
import { raceOf } from "./charts.ts";
import { type Drawn, extentOf, newPlot, type Plot } from "./plot.ts";
import type { Class } from "./stages.ts";

/** Where the race is drawn: of the run on screen, and of the pinned one beside it. */
export interface Hero {
  /** `pinned`: what stands beside it, if anything does. */
  draw(shown: Class, now: Drawn, pinned?: Drawn): void;
  read(record: number | undefined): void;
  restyle(): void;
}

/**
 * Puts the race into the page.
 *
 * @param onRead told the record of the run on screen that is under the pointer
 * @returns the plot, empty
 */
export function newHero(onRead: (record: number | undefined) => void): Hero {
  let shown: Class | undefined;
  let plots: { now: Plot; pinned: Plot } | undefined;

  /** A plot a class: what its curves are of does not change. */
  const build = (j: Class) => {
    shown = j;
    const chart = raceOf(j);
    const pinned = newPlot(chart, "Race of A", (record) => pinned.read(record));
    const now = newPlot(chart, "Race", onRead);
    byId("race-now").replaceChildren(now.place);
    byId("race-pinned").replaceChildren(pinned.place);
    plots = { now, pinned };
    return plots;
  };

  return {
    draw(j, now, pinned) {
      byId("race").classList.toggle("pair", pinned !== undefined);
      byId("race-pinned").parentElement?.toggleAttribute("hidden", pinned === undefined);
      const both = plots && shown === j ? plots : build(j);
      const chart = raceOf(j);
      const extent = extentOf(chart, now, ...(pinned ? [pinned] : []));
      both.now.draw(now, extent);
      if (pinned) both.pinned.draw(pinned, extent);
    },
    read: (record) => plots?.now.read(record),
    restyle() {
      plots?.now.restyle();
      plots?.pinned.restyle();
    },
  };
}
