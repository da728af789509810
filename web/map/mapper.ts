import type { Grid } from "../../src/experiments/phase/refine.ts";
import type { Run } from "../../src/sim/run.ts";
import { breath } from "../training/breath.ts";
import { type Atlas, atlas, nowhere, type Place } from "./atlas.ts";
import { placeOf } from "./placeOf.ts";

/** A map as far as it is drawn. */
export interface Sketch {
  readonly filled: Atlas["filled"];
  /** By node, of those that were trained. */
  readonly places: ReadonlyMap<number, Place>;
  /** How many are known to be missing; more may be found to be. */
  readonly missing: number;
}

/** Milliseconds of work between two looks for orders, and between two reports. */
const SLICE = 20;
const REPORT_EVERY = 150;
/** The longest side of a cell that may stay unlooked at: every border is followed to single nodes all the same. */
const COARSE = 8;

/**
 * Draws one map at a time.
 *
 * @returns `draw` puts a map in the place of the last one and goes on with it until it is complete; `stop` ends it
 */
export function newMapper() {
  let orders = 0;
  return {
    /**
     * @param size of the plane, in nodes
     * @param ask gives the run of a node; undefined where none can be trained
     * @param tell told of the map as it grows, and when it is complete
     */
    async draw(
      size: Pick<Grid, "width" | "height">,
      ask: (node: number) => Promise<Run | undefined> | Run | undefined,
      tell: (sketch: Sketch) => void,
    ): Promise<void> {
      const order = ++orders;
      const places = new Map<number, Place>();
      const grid = { ...size, coarse: COARSE };
      let told = performance.now();
      let breathed = told;
      for (;;) {
        const { missing, filled } = atlas(grid, (node) => places.get(node));
        const [node] = missing;
        if (node === undefined || performance.now() - told >= REPORT_EVERY) {
          tell({ filled, places, missing: missing.length });
          told = performance.now();
        }
        if (node === undefined) return;
        const run = await ask(node);
        if (order !== orders) return;
        const legs = run && placeOf(run);
        for (let leg = legs?.next(); ; leg = legs?.next()) {
          if (!leg || leg.done) {
            places.set(node, leg?.value ?? nowhere);
            break;
          }
          if (performance.now() - breathed < SLICE) continue;
          await breath();
          if (order !== orders) return;
          breathed = performance.now();
        }
      }
    },
    stop(): void {
      orders++;
    },
  };
}
