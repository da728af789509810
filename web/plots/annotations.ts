import type uPlot from "uplot";
import type { PublishedEnd } from "../../src/experiments/targets/publishedEnd.ts";
import { numberText } from "../page/numberText.ts";
import type { Recorded } from "../training/recorded.ts";
import type { Chart, Curve } from "./charts.ts";
import { type Look, textColour } from "./look.ts";
import { type Stage, stagesOf } from "./stages.ts";

/** In pixels of the page; the smaller one where the plot is no wider than a hand. */
const FONT_SIZE = { wide: 12, narrow: 11 };
const NARROW = 420;
const MARK = 4.5;
/** Labels nearer to each other than this would touch. */
const LINE = 14;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Draws in pixels of the page, clipped to nothing. */
function inPixels({ ctx, width }: uPlot, draw: (ctx: CanvasRenderingContext2D) => void): void {
  ctx.save();
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.font = `${width > NARROW ? FONT_SIZE.wide : FONT_SIZE.narrow}px system-ui, sans-serif`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  draw(ctx);
  ctx.restore();
}

/** Where a value lies, in pixels of the canvas as the page sees it. */
function placer(plot: uPlot) {
  const { left, top } = plot.bbox;
  return (epoch: number, value: number) =>
    [left / devicePixelRatio + plot.valToPos(epoch, "x"), top / devicePixelRatio + plot.valToPos(value, "y")] as const;
}

/** A text that is read over whatever lies under it, which is seen through its ground. */
function write(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, look: Look): void {
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = look.paper;
  ctx.fillRect(x - 2, y - LINE / 2, ctx.measureText(text).width + 4, LINE);
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/**
 * Draws, pale, the curves of another run: the last one before this.
 *
 * @param plot whose axes they follow; what lies beyond them is not seen
 * @param curves which
 * @param records of the other run
 * @param look colours
 */
export function drawGhost(plot: uPlot, curves: readonly Curve[], records: readonly Recorded[], look: Look): void {
  const { ctx, bbox } = plot;
  const logarithmic = plot.scales.x?.distr === 3;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const curve of curves) {
    if (!curve.ghost) continue;
    ctx.beginPath();
    for (const record of records) {
      const value = curve.of(record);
      if (value === null || (logarithmic && record.epoch === 0)) continue;
      ctx.lineTo(plot.valToPos(record.epoch, "x", true), plot.valToPos(value, "y", true));
    }
    ctx.globalAlpha = 0.35;
    ctx.strokeStyle = look[curve.colour];
    ctx.lineWidth = (curve.width ?? 2) * devicePixelRatio;
    ctx.stroke();
  }
  ctx.restore();
}

/** Below zero is the wrong side: the line between them is seen. */
export function drawZero({ ctx, bbox, valToPos }: uPlot, { ink }: Look): void {
  const y = Math.round(valToPos(0, "y", true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Marks at the right what is published of a run's end, with a diamond: the paper's run may be longer than the one on screen. */
export function drawPublished(plot: uPlot, { published }: Chart, end: PublishedEnd, look: Look): void {
  const value = published?.(end) ?? null;
  if (value === null) return;
  const { left, top, width } = plot.bbox;
  const x = (left + width) / devicePixelRatio;
  const y = top / devicePixelRatio + plot.valToPos(value, "y");
  inPixels(plot, (ctx) => {
    ctx.beginPath();
    for (const [across, down] of [
      [-6, 0],
      [0, -6],
      [6, 0],
      [0, 6],
    ] as const)
      ctx.lineTo(x + across, y + down);
    ctx.closePath();
    ctx.fillStyle = look.paper;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = look.test;
    ctx.stroke();
    const text = `published ${numberText(value)}, epoch ${end.epochs}`;
    const below = value > 0.5 ? LINE : -LINE;
    write(ctx, text, x - ctx.measureText(text).width - 8, y + below, textColour(look, "test"), look);
  });
}

/** Writes what a curve is and its value at its end; those that would meet stand one below the other. */
function drawEnds(plot: uPlot, { curves }: Chart, record: Recorded, look: Look): Box[] {
  const place = placer(plot);
  const labels = curves
    .flatMap(({ label, colour, of }) => {
      const value = of(record);
      if (label === undefined || value === null) return [];
      const [x, y] = place(record.epoch, value);
      return [{ text: `${label} ${numberText(value)}`, colour, x, y }];
    })
    .sort((a, b) => a.y - b.y);
  const top = plot.bbox.top / devicePixelRatio + LINE / 2;
  const bottom = (plot.bbox.top + plot.bbox.height) / devicePixelRatio - LINE / 2;
  let last = Number.NEGATIVE_INFINITY;
  const ys = labels.map(({ y }) => {
    last = Math.max(y, last + LINE, top);
    return last;
  });
  // Those that the end of the plot would cut off move up, and those above them.
  for (let k = ys.length - 1, most = bottom; k >= 0; k--, most -= LINE) ys[k] = Math.min(ys[k] as number, most);
  const boxes: Box[] = [];
  inPixels(plot, (ctx) => {
    labels.forEach(({ text, colour, x }, k) => {
      const y = ys[k] as number;
      write(ctx, text, x + 6, y, textColour(look, colour), look);
      const right = x + 6 + ctx.measureText(text).width;
      boxes.push({ left: x + 6, top: y - LINE / 2, right, bottom: y + LINE / 2 });
    });
  });
  return boxes;
}

/** Stages that happen at one place of one curve have one mark, and the first two of them its label. */
function joined(stages: readonly Stage[]): Stage[] {
  const places = new Map<string, Stage[]>();
  for (const stage of stages) {
    const place = `${stage.colour} ${stage.record}`;
    places.set(place, [...(places.get(place) ?? []), stage]);
  }
  return [...places.values()].map((all) => {
    const labels = all.slice(0, 2).map(({ label }) => label);
    return { ...(all[0] as Stage), label: labels.join(", ") };
  });
}

/** Marks stages on their curves, each with its label where it meets no other. */
function drawStages(
  plot: uPlot,
  records: readonly Recorded[],
  stages: readonly Stage[],
  taken: Box[],
  look: Look,
): void {
  const place = placer(plot);
  const [left, top] = [plot.bbox.left / devicePixelRatio, plot.bbox.top / devicePixelRatio];
  // A label may reach over the edge where nothing is written beside it.
  const [right, bottom] = [plot.width, top + plot.bbox.height / devicePixelRatio];
  const inside = (box: Box) => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
  inPixels(plot, (ctx) => {
    const marks = joined(stages).map((stage) => ({
      ...stage,
      at: place(Math.max(records[stage.record]?.epoch ?? 0, plot.scales.x?.min ?? 0), stage.value),
    }));
    for (const {
      at: [x, y],
    } of marks)
      taken.push({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 });
    for (const {
      at: [x, y],
      colour,
      label,
    } of marks) {
      ctx.beginPath();
      ctx.arc(x, y, MARK, 0, 2 * Math.PI);
      ctx.fillStyle = look.paper;
      ctx.fill();
      ctx.lineWidth = 2;
      ctx.strokeStyle = look[colour];
      ctx.stroke();
      const width = ctx.measureText(label).width;
      const candidates = [14, -14, 28, -28, 44, -44, 62, -62].flatMap((down) =>
        [x - width / 2, x + 6, x - width - 6].map((from) => ({ from, y: y + down })),
      );
      const boxOf = ({ from, y }: { from: number; y: number }): Box => ({
        ...{ left: from - 2, top: y - LINE / 2, right: from + width + 2, bottom: y + LINE / 2 },
      });
      const free = candidates.find((candidate) => {
        const box = boxOf(candidate);
        return inside(box) && !taken.some((other) => meet(box, other));
      });
      if (!free) continue;
      taken.push(boxOf(free));
      if (Math.abs(free.y - y) > 14) {
        ctx.beginPath();
        ctx.moveTo(x, y + Math.sign(free.y - y) * MARK);
        ctx.lineTo(x, free.y - Math.sign(free.y - y) * (LINE / 2));
        ctx.lineWidth = 1;
        ctx.stroke();
      }
      write(ctx, label, free.from, free.y, textColour(look, colour), look);
    }
  });
}

/**
 * Writes over a plot what its curves are, and what happened to them.
 *
 * @param plot drawn
 * @param chart what it shows
 * @param records what it is drawn from
 * @param look colours
 */
export function annotate(plot: uPlot, chart: Chart, records: readonly Recorded[], look: Look): void {
  const last = records.at(-1);
  if (!last || (plot.scales.x?.distr === 3 && last.epoch === 0)) return;
  const ends = drawEnds(plot, chart, last, look);
  if (chart.stages) drawStages(plot, records, stagesOf(records, chart.stages), ends, look);
}
