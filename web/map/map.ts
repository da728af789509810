import "./map.css";
import { proxy, type Remote, wrap } from "comlink";
import { ownOptimizers } from "../choice/own.ts";
import { type Choice, settingOf } from "../choice/state.ts";
import { byId } from "../page/dom.ts";
import type { Explorer } from "../page/explorer.ts";
import type { TrainerWorker } from "../training/worker.ts";
import { type Drawn, newMapPanel } from "./mapPanel.ts";
import type { Sketch } from "./mapper.ts";
import { nodeOf, planeFor } from "./plane.ts";
import { runAt } from "./runAt.ts";
import type { ThresholdLine } from "./thresholdLines.ts";

/** Milliseconds that a choice rests before it is mapped: its own training comes first. */
const REST = 700;

/** The map of where training learns, memorizes and is stuck. */
export interface PhaseMap {
  /** Lays thresholds of weight decay over it. */
  mark(thresholds: readonly ThresholdLine[]): void;
}

/** What a map depends on: all of a choice but where it lies on the map, and how it is drawn. */
const mappedOf = (choice: Choice) =>
  JSON.stringify({
    ...choice,
    ...{ batchSize: 0, weightDecay: 0, batches: "", testSize: 0, recordEvery: null },
    ...{ beside: "none", time: "linear", shown: "+1" },
  });

const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/**
 * Mounts the map; its trainings are in a worker that is loaded when the map is first seen. A dot follows the choice, whose setting is mapped once
 * it rests; a click, or Enter, chooses a place.
 *
 * @param host its section
 * @param explorer the page around it
 * @param onFault told why there is no map
 * @returns the map
 */
export function newMap(host: HTMLElement, explorer: Explorer, onFault: (message: string) => void): PhaseMap {
  const panel = newMapPanel(host);
  let worker: Remote<TrainerWorker> | undefined;
  let choice: Choice | undefined;
  let mapped = "";
  let seen = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let sketch: Sketch | undefined;
  let thresholds: readonly ThresholdLine[] = [];
  let cursor: readonly [number, number] = [0, 0];

  const drawnOf = (of: Choice): Drawn => ({
    plane: planeFor(settingOf(of).n),
    ...{ sketch, thresholds },
    dot: of.batches === "" ? of : undefined,
  });
  const draw = () => choice && panel.draw(drawnOf(choice));
  const point = (node: readonly [number, number]) => {
    cursor = node;
    if (choice) panel.point(drawnOf(choice), node);
  };

  async function begin(of: Choice): Promise<void> {
    const mine = mapped;
    try {
      worker ??= wrap<TrainerWorker>(new Worker(new URL("../training/worker.ts", import.meta.url), { type: "module" }));
      // More may have come since the last map.
      await worker.define(ownOptimizers());
      if (mapped !== mine) return;
      const { batchSizes, weightDecays } = planeFor(settingOf(of).n);
      const { length: height } = weightDecays;
      await worker.drawMap(
        { width: batchSizes.length, height },
        proxy((node: number) =>
          runAt(of, {
            batchSize: batchSizes[Math.floor(node / height)] as number,
            weightDecay: weightDecays[node % height] as number,
          }),
        ),
        proxy((next: Sketch) => {
          if (mapped !== mine) return;
          sketch = next;
          draw();
          point(cursor);
        }),
      );
    } catch (error) {
      onFault(`there is no map: ${(error as Error).message}`);
    }
  }

  function beginSoon(): void {
    clearTimeout(rest);
    if (!seen || !choice) return;
    const of = choice;
    rest = setTimeout(() => begin(of), REST);
  }

  function spotAt({ offsetX, offsetY }: MouseEvent): readonly [number, number] {
    const { plane } = drawnOf(choice as Choice);
    const [width, height] = [plane.batchSizes.length, plane.weightDecays.length];
    const { clientWidth, clientHeight } = panel.plane;
    return [
      clamp(Math.floor((width * offsetX) / clientWidth), width),
      clamp(Math.floor(height * (1 - offsetY / clientHeight)), height),
    ];
  }

  function pick(): void {
    const { plane } = drawnOf(choice as Choice);
    const [i, k] = cursor;
    const spot = { batchSize: plane.batchSizes[i] as number, weightDecay: plane.weightDecays[k] as number };
    explorer.choose({ ...explorer.choice, ...spot, batches: "" });
  }

  panel.plane.addEventListener("pointermove", (event) => point(spotAt(event)));
  panel.plane.addEventListener("click", (event) => {
    point(spotAt(event));
    pick();
  });
  panel.plane.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (event.key === "Enter") pick();
    else if (!step || !choice) return;
    else {
      const { plane } = drawnOf(choice);
      point([
        clamp(cursor[0] + step[0], plane.batchSizes.length),
        clamp(cursor[1] + step[1], plane.weightDecays.length),
      ]);
    }
    event.preventDefault();
  });
  // What the pointer or a slider changes is not read aloud.
  panel.plane.addEventListener("focus", () => byId("map-words").setAttribute("aria-live", "polite"));
  panel.plane.addEventListener("blur", () => byId("map-words").removeAttribute("aria-live"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      seen = true;
      beginSoon();
    },
    { rootMargin: "100px" },
  ).observe(host);

  explorer.follow((next) => {
    choice = next;
    const asked = mappedOf(next);
    if (asked === mapped) panel.move(drawnOf(next));
    else {
      mapped = asked;
      sketch = undefined;
      thresholds = [];
      worker?.stopMap();
      draw();
      beginSoon();
    }
    point(nodeOf(planeFor(settingOf(next).n), next));
  });
  return {
    mark(next) {
      thresholds = next;
      draw();
    },
  };
}
