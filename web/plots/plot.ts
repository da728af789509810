import uPlot from "uplot";
import type { PublishedEnd } from "../../src/experiments/targets/publishedEnd.ts";
import { make } from "../page/dom.ts";
import type { Recorded } from "../training/recorded.ts";
import { annotate, drawGhost, drawPublished, drawZero } from "./annotations.ts";
import type { Chart, Curve } from "./charts.ts";
import { type Look, lookNow } from "./look.ts";

/** What plots are drawn from. */
export interface Drawn {
  readonly history: readonly Recorded[];
  /** Of the level beside the network; empty without one. */
  readonly beside: readonly Recorded[];
  /** Of the run before this one; empty without one. */
  readonly ghost: readonly Recorded[];
  readonly epochs: number;
  /** Epochs between two records. */
  readonly recordEvery: number;
  readonly time: "linear" | "log";
  /** How the papers say that it ends, where it is a published run. */
  readonly published?: PublishedEnd | undefined;
}

/** A plot of the page. */
export interface Plot {
  readonly place: HTMLElement;
  /** Draws; `extent`: the least and the largest value of the axis, its own where none is given. */
  draw(drawn: Drawn, extent?: readonly [number, number]): void;
  /** Shows what is read at a record; undefined takes it away. */
  read(record: number | undefined): void;
  /** Takes the colours of the page, from the next drawing on. */
  restyle(): void;
}

const FONT = "12px system-ui, sans-serif";
const PALE = "59";
/** Of the labels at the ends of curves. */
const ROOM = { most: 134, share: 0.35 };

/** uPlot would hear the mouse alone: what a finger and the keyboard do as well is heard below. */
const DEAF = Object.fromEntries(
  ["mousedown", "mouseup", "click", "dblclick", "mousemove", "mouseleave", "mouseenter"].map((name) => [
    name,
    () => null,
  ]),
);

const series = (curve: Curve, look: Look, pale: boolean): uPlot.Series => ({
  stroke: `${look[curve.colour]}${pale ? PALE : ""}`,
  width: pale ? 7 : (curve.width ?? 2),
  ...(curve.dash && !pale && { dash: [...curve.dash] }),
  points: { show: false },
});

const short = (value: number) =>
  (Math.abs(value) < 1e5 ? String(Number(value.toPrecision(6))) : value.toExponential()).replace("-", "−");

function axis(look: Look, more: uPlot.Axis): uPlot.Axis {
  const line = { stroke: look.faint, width: 1 };
  return {
    ...{ stroke: look.ink, font: FONT, grid: line, ticks: line },
    values: (_, splits) => splits.map((split) => (split === null ? "" : short(split))),
    ...more,
  };
}

/** From 0, or below it where values are, to what is needed. */
function range(least: number | null, most: number | null): uPlot.Range.MinMax {
  const [from, to] = [Math.min(0, least ?? 0), Math.max(0, most ?? 1)];
  const room = 0.06 * (to - from || 1);
  return [from < 0 ? from - room : from, to + room];
}

/** The least and the largest value of all that is drawn in plots of one scale. */
export function extentOf({ curves }: Chart, ...all: readonly Drawn[]): [number, number] {
  let [least, most] = [0, 0];
  const include = (records: readonly Recorded[], shown: readonly Curve[]) => {
    for (const record of records) {
      for (const { of } of shown) {
        const value = of(record);
        if (value === null || !Number.isFinite(value)) continue;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
  };
  for (const { history, beside, ghost } of all) {
    include(history, curves);
    include(
      beside,
      curves.filter((curve) => curve.beside),
    );
    include(
      ghost,
      curves.filter((curve) => curve.ghost),
    );
  }
  return [least, most || 1];
}

function dataOf(chart: Chart, { history, beside, time }: Drawn): uPlot.AlignedData {
  const longer = beside.length > history.length ? beside : history;
  // On a logarithmic axis there is no place for the start.
  const first = time === "log" ? 1 : 0;
  const values = (records: readonly Recorded[], { of }: Curve) =>
    longer.slice(first).map((_, k) => {
      const record = records[k + first];
      return record ? of(record) : null;
    });
  return [
    longer.slice(first).map(({ epoch }) => epoch),
    ...chart.curves.filter((curve) => curve.beside).map((curve) => values(beside, curve)),
    ...chart.curves.map((curve) => values(history, curve)),
  ];
}

const swatch = (colour: keyof Look) =>
  make("span", { class: "dot", "aria-hidden": "true", style: `background: var(--${colour})` });

/**
 * A plot whose values are read with pointer, finger or keyboard.
 *
 * @param chart what it shows
 * @param name of it, for those who hear it
 * @param onRead told the record under the pointer, undefined where it leaves
 * @returns the plot, empty, its place not yet in the page
 */
export function newPlot(chart: Chart, name: string, onRead: (record: number | undefined) => void): Plot {
  const box = make("div", { class: "reading", hidden: true });
  const place = make("div", {
    ...{ class: "canvas", tabindex: 0, role: "slider", "aria-label": `${name}: read at an epoch` },
    ...{ "aria-valuemin": 0, "aria-valuemax": 0, "aria-valuenow": 0, "aria-valuetext": "no record yet" },
  });
  place.style.height = `${chart.height}px`;
  place.append(box);
  let plot: uPlot | undefined;
  let drawn: Drawn | undefined;
  let extent: readonly [number, number] | undefined;
  let made: Pick<Drawn, "epochs" | "time"> | undefined;
  let read: number | undefined;

  const offset = () => (drawn?.time === "log" ? 1 : 0);
  const width = () => place.clientWidth;

  const options = ({ epochs, recordEvery, time }: Drawn, look: Look): uPlot.Options => {
    const pale = chart.curves.filter(({ beside }) => beside);
    return {
      ...{ width: width(), height: chart.height, legend: { show: false } },
      padding: [8, Math.min(ROOM.most, ROOM.share * width()), 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false }, bind: DEAF },
      scales: {
        x:
          time === "log"
            ? { time: false, distr: 3, range: [Math.min(recordEvery, epochs / 2), epochs] }
            : { time: false, range: [0, epochs] },
        y: {
          range:
            chart.most === undefined
              ? (_, least, most) => (extent ? range(...extent) : range(least, most))
              : [0, chart.most],
        },
      },
      axes: [
        axis(look, { label: "epoch", labelSize: 18, labelFont: FONT, size: 30, space: 60 }),
        axis(look, { size: 44, space: chart.height > 200 ? 40 : 30 }),
      ],
      series: [
        {},
        ...pale.map((curve) => series(curve, look, true)),
        ...chart.curves.map((curve) => series(curve, look, false)),
      ],
      bands: (chart.bands ?? []).map(([upper, lower]) => ({
        series: [1 + pale.length + upper, 1 + pale.length + lower],
        fill: `${look[(chart.curves[upper] as Curve).colour]}33`,
      })),
      hooks: {
        drawAxes: [
          (under) => {
            drawZero(under, look);
            if (drawn) drawGhost(under, chart.curves, drawn.ghost, look);
          },
        ],
        draw: [
          (over) => {
            if (!drawn) return;
            if (drawn.published) drawPublished(over, chart, drawn.published, look);
            annotate(over, chart, drawn.history, look);
          },
        ],
      },
    } as uPlot.Options;
  };

  const build = (now: Drawn): void => {
    plot?.destroy();
    made = now;
    plot = new uPlot(options(now, lookNow()), dataOf(chart, now), place);
    const { over } = plot;
    const follow = ({ clientX }: PointerEvent) => {
      const known = (drawn?.history.length ?? 0) > offset();
      if (plot && known) onRead(offset() + plot.posToIdx(clientX - over.getBoundingClientRect().left));
    };
    over.addEventListener("pointerdown", follow);
    over.addEventListener("pointermove", follow);
    over.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse") onRead(undefined);
    });
  };

  const showBox = (record: Recorded): void => {
    const x = plot?.valToPos(record.epoch, "x") ?? 0;
    const left = (plot?.bbox.left ?? 0) / devicePixelRatio;
    const texts = chart.readings.map(({ label, of }) => `${label} ${of(record)}`);
    place.setAttribute("aria-valuetext", texts.join(", "));
    box.replaceChildren(
      ...chart.readings.map(({ label, colour, of }) =>
        make("span", {}, ...(colour ? [swatch(colour)] : []), `${label} `, make("b", {}, of(record))),
      ),
    );
    box.hidden = false;
    const right = x > (plot?.over.clientWidth ?? 0) / 2;
    box.style.translate = right ? `calc(${left + x - 10}px - 100%) 0` : `${left + x + 10}px 0`;
  };

  const showRead = (): void => {
    const history = drawn?.history ?? [];
    const at = read === undefined ? undefined : history[read];
    const last = history.length - 1;
    place.setAttribute("aria-valuemax", String(Math.max(0, last)));
    place.setAttribute("aria-valuenow", String(read ?? Math.max(0, last)));
    if (at) return showBox(at);
    box.hidden = true;
    const latest = history[last];
    if (latest && document.activeElement === place) return;
    place.setAttribute(
      "aria-valuetext",
      latest ? chart.readings.map(({ label, of }) => `${label} ${of(latest)}`).join(", ") : "no record yet",
    );
  };

  const steps: Readonly<Record<string, (at: number, last: number) => number | undefined>> = {
    ArrowRight: (at) => at + 1,
    ArrowUp: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    ArrowDown: (at) => at - 1,
    PageUp: (at) => at + 10,
    PageDown: (at) => at - 10,
    Home: () => 0,
    End: (_, last) => last,
    Escape: () => undefined,
  };
  place.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const last = (drawn?.history.length ?? 0) - 1;
    if (!step || last < 0) return;
    event.preventDefault();
    const next = step(read ?? last, last);
    onRead(next === undefined ? undefined : Math.max(offset(), Math.min(last, next)));
  });
  place.addEventListener("blur", () => onRead(undefined));

  new ResizeObserver(() => {
    if (made && drawn && plot && plot.width !== width()) build(drawn);
  }).observe(place);
  return {
    place,
    restyle() {
      made = undefined;
    },
    read(record) {
      if (record === read) return;
      read = record;
      const at = record === undefined ? undefined : drawn?.history[record];
      plot?.setCursor(at ? { left: plot.valToPos(at.epoch, "x"), top: 1 } : { left: -10, top: -10 }, false);
      showRead();
    },
    draw(now, within) {
      drawn = now;
      extent = within;
      if (made?.epochs === now.epochs && made.time === now.time) plot?.setData(dataOf(chart, now));
      else build(now);
      showRead();
    },
  };
}
