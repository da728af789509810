import { describe, expect, it } from "vitest";
import { type DrawnRun, standardOf } from "../../../web/choice/state.ts";
import { atlas } from "../../../web/map/atlas.ts";
import { newMapper, type Sketch } from "../../../web/map/mapper.ts";
import { placeOf } from "../../../web/map/placeOf.ts";
import { runAt } from "../../../web/map/runAt.ts";

const SMALL = standardOf("small");

function placed(at: Parameters<typeof runAt>[1]) {
  const legs = placeOf(runAt(SMALL, at) as DrawnRun);
  for (let leg = legs.next(); ; leg = legs.next()) if (leg.done) return leg.value;
}

describe("a place of the map", () => {
  it("is what the gallery shows there", () => {
    expect(placed({ batchSize: 40, weightDecay: 1e-5 }).region).toBe("memorizes");
    expect(placed({ batchSize: 2, weightDecay: 1e-5 }).region).toBe("learns");
    expect(placed({ batchSize: 2, weightDecay: 0.1 }).region).toBe("stuck");
  });

  it("is trained for its epochs, but for at most 2/lr steps", () => {
    // 2/5e-4 = 4000 steps, 40 an epoch at b = 1; 800 epochs of one step at b = 40.
    expect(runAt(SMALL, { batchSize: 1, weightDecay: 0 })?.epochs).toBe(100);
    expect(runAt(SMALL, { batchSize: 40, weightDecay: 0 })?.epochs).toBe(800);
  });

  it("is nowhere for a run that cannot be trained", () => {
    expect(runAt(SMALL, { batchSize: 41, weightDecay: 0 })).toBe(undefined);
  });
});

describe("the mapper", () => {
  it("draws a map to its end, and stops when another is asked for", async () => {
    const mapper = newMapper();
    const choice = { ...standardOf("tiny"), epochs: 20 };
    const decays = [1e-6, 1e-3, 1];
    const size = { width: 6, height: 3 };
    const ask = (node: number) =>
      runAt(choice, { batchSize: 1 + Math.floor(node / 3), weightDecay: decays[node % 3] as number });
    const sketches: Sketch[] = [];
    const first = mapper.draw(size, ask, () => expect.unreachable("the first map was given up"));
    const second = mapper.draw(size, ask, (sketch) => sketches.push(sketch));
    await Promise.all([first, second]);
    const last = sketches.at(-1) as Sketch;
    expect(last.missing).toBe(0);
    expect(last.filled).toHaveLength(18);
    expect(last.filled.every((region) => region !== null)).toBe(true);
    expect(atlas({ ...size, coarse: 8 }, (node) => last.places.get(node)).missing).toEqual([]);
  });
});
