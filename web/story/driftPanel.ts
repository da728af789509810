import { planeFor } from "../map/plane.ts";
import { byId } from "../page/dom.ts";
import { drifts } from "./drifts.ts";
import { RACERS } from "./race.ts";

const rounded = (value: number) => String(Number(value.toPrecision(2)));

/** Makes the two drifts follow their slider. */
export function newDriftPanel(): void {
  const [run] = RACERS as [(typeof RACERS)[number]];
  const { batchSizes } = planeFor(run.setting.n);
  const slider = byId<HTMLInputElement>("drift-batch");
  const most = Math.max(...batchSizes.map((b) => drifts(run, b).noise));
  const bar = (id: string, value: number) => {
    const place = byId(id);
    place.textContent = `${rounded(value)} η`;
    place.style.setProperty("--share", String(value / most));
  };
  const show = () => {
    const batchSize = batchSizes[Number(slider.value)] as number;
    const { signal, noise, pull } = drifts(run, batchSize);
    slider.setAttribute("aria-valuetext", `b = ${batchSize}`);
    byId("drift-b").textContent = String(batchSize);
    bar("drift-signal", signal);
    bar("drift-noise", noise);
    byId("drift-verdict").textContent =
      `${rounded(pull)}: ${pull > 1 ? "above 1, the signal turns around" : "below 1, the signal wins"}`;
  };
  slider.max = String(batchSizes.length - 1);
  slider.value = slider.max;
  slider.oninput = show;
  show();
}
