import { median } from "../../src/statistics/median.ts";
import { byId } from "../page/dom.ts";
import { numberText } from "../page/numberText.ts";
import type { Look } from "./look.ts";

const PANEL = { width: 74, height: 46, gap: 6 };
/** Points of a curve at most: a panel has no more columns. */
const POINTS = 60;

/** Small multiples: a panel a neuron, class +1 in the first rows. */
export interface NeuronPanels {
  /** `sizes`: of every record what `neuronSizes` gives; `records`: how many there will be. */
  draw(sizes: readonly Float64Array[], records: number, look: Look): void;
}

const evenly = (count: number) => {
  const stride = Math.max(1, Math.ceil(count / POINTS));
  return Array.from({ length: count }, (_, k) => k).filter((k) => k % stride === 0 || k === count - 1);
};

function scaleOf(sizes: readonly Float64Array[], shown: readonly number[]): [number, number] {
  let [least, most] = [0, 1e-300];
  for (const k of shown) {
    for (const value of sizes[k] as Float64Array) {
      if (value > most) most = value;
      else if (value < least && value > Number.NEGATIVE_INFINITY) least = value;
    }
  }
  return [least, most];
}

/** What the panels show, in words. */
export function wordsOf(latest: Float64Array | undefined): string {
  if (!latest) return "no neurons yet";
  const lanes = latest.length / 2;
  const signals = latest.subarray(0, lanes);
  const ahead = signals.filter((signal, r) => signal > (latest[lanes + r] as number)).length;
  const turned = signals.filter((signal) => signal < 0).length;
  return `${lanes} neurons: ${ahead} have more signal than noise, ${turned} point against their feature, median signal ${numberText(median([...signals]))}`;
}

/**
 * Takes charge of the canvas of neurons.
 *
 * @returns panels that share one scale, so that sizes compare
 */
export function newNeuronPanels(): NeuronPanels {
  const canvas = byId<HTMLCanvasElement>("neurons");
  const words = byId("neuron-words");
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  return {
    draw(sizes, records, look) {
      const m = (sizes[0]?.length ?? 0) / 4;
      const width = (canvas.parentElement as HTMLElement).clientWidth;
      const fitting = Math.max(1, Math.floor((width + PANEL.gap) / (PANEL.width + PANEL.gap)));
      const rows = Math.ceil(m / fitting);
      const columns = Math.max(1, Math.ceil(m / rows));
      const across = (width + PANEL.gap) / columns - PANEL.gap;
      const down = PANEL.height + PANEL.gap;
      const height = 2 * rows * down + PANEL.gap;
      const scale = devicePixelRatio;
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.style.height = `${height}px`;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      const shown = evenly(sizes.length);
      const [least, most] = scaleOf(sizes, shown);
      const yOf = (value: number) => PANEL.height - (PANEL.height * (value - least)) / (most - least);
      const line = (lane: number, colour: string, thickness: number) => {
        context.beginPath();
        context.strokeStyle = colour;
        context.lineWidth = thickness;
        for (const k of shown) {
          const value = (sizes[k] as Float64Array)[lane] as number;
          if (Number.isFinite(value)) context.lineTo((across * k) / Math.max(1, records - 1), yOf(value));
        }
        context.stroke();
      };
      context.font = "10px system-ui, sans-serif";
      for (let lane = 0; lane < 2 * m; lane++) {
        const r = lane % m;
        const side = lane < m ? 0 : 1;
        const row = side * rows + Math.floor(r / columns);
        context.save();
        context.translate((r % columns) * (across + PANEL.gap), row * down + side * PANEL.gap);
        context.strokeStyle = look.faint;
        context.lineWidth = 1;
        context.strokeRect(0.5, 0.5, across - 1, PANEL.height - 1);
        context.beginPath();
        context.moveTo(0, yOf(0));
        context.lineTo(across, yOf(0));
        context.stroke();
        line(2 * m + lane, look.noise, 1.5);
        line(lane, look.feature, 2);
        context.fillStyle = look.ink;
        context.fillText(`${side === 0 ? "+" : "−"}${r + 1}`, 4, 12);
        context.restore();
      }
      words.textContent = wordsOf(sizes.at(-1));
    },
  };
}
