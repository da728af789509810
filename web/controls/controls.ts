import { numberFrom } from "../../src/cli/numbers.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { shortNumber } from "../../src/report/table.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { SUPPORTS } from "../../src/setting/setting.ts";
import { BESIDE, type Choice, optimizerNames, settingOf, standardOf, TIMES } from "../choice/state.ts";
import { byId, make } from "../page/dom.ts";
import type { Mark } from "../theory/theoryOf.ts";
import { DIALS, type Dial } from "./dials.ts";
import { nearestStop, placeOf, stopsOf } from "./stops.ts";

/** The form in which everything is chosen. */
export interface Controls {
  /** Shows a choice. */
  show(choice: Choice): void;
  /** Marks weight decays on their slider. */
  mark(marks: readonly Mark[]): void;
}

const BESIDE_WORDS = {
  none: "nothing",
  exact: "exact recurrence in coefficients (level 1)",
  signs: "the papers’ sign recurrence (level 2)",
};
const SUPPORTS_WORDS = { independent: "drawn by chance", disjoint: "disjoint, as the proofs assume" };
const TIME_WORDS = { linear: "linear", log: "logarithmic" };

/** Of the number of a mark, as a share of the slider. */
const NUMBER_WIDTH = 0.06;

function selectOf(
  name: keyof Choice,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  onPick: (value: string) => void,
) {
  const select = make(
    "select",
    { id: name, onchange: () => onPick(select.value) },
    ...options.map(([value, words]) => make("option", { value }, words)),
  );
  byId("controls").append(make("div", { class: "control" }, make("label", { for: name }, label), select));
  return select;
}

/** A slider, and a field for any other number; both tell the number. */
function dialOf({ name, label, symbol, scale }: Dial, onTurn: (value: () => number) => void) {
  let stops: number[] = [];
  const slider = make("input", {
    ...{ type: "range", id: name, min: 0, step: 1 },
    oninput: () => onTurn(() => stops[Number(slider.value)] as number),
  });
  const field = make("input", {
    ...{ type: "text", inputmode: "decimal", id: `${name}-field`, "aria-label": `${label}, as a number`, size: 8 },
    ...{ autocomplete: "off", spellcheck: "false" },
    onchange: () => onTurn(() => numberFrom(label, field.value.trim())),
  });
  const marks = make("div", { class: "marks", "aria-hidden": "true" });
  byId("controls").append(
    make(
      "div",
      { class: "control" },
      make("label", { for: name }, label, ...(symbol ? [" ", make("i", {}, symbol)] : [])),
      field,
      make("div", { class: "slide" }, slider, marks),
    ),
  );
  return {
    show(choice: Choice): void {
      const value = choice[name];
      stops = stopsOf(scale(settingOf(choice)));
      slider.max = String(stops.length - 1);
      slider.value = String(nearestStop(stops, value));
      slider.setAttribute("aria-valuetext", String(value));
      field.value = String(value);
    },
    mark(all: readonly Mark[]): void {
      const places = all.map(({ median }) => placeOf(stops, median));
      marks.replaceChildren(
        ...all.flatMap(({ name, low, median, high }, k) => {
          const at = places[k] as number;
          // Numbers that would meet stand one below the other.
          const row = places.slice(0, k).filter((other) => Math.abs(other - at) < NUMBER_WIDTH).length;
          const tick = make("span", { class: "tick", title: `${name}: ${shortNumber(median)}` }, String(k + 1));
          const [from, to] = [placeOf(stops, low), placeOf(stops, high)];
          tick.style.setProperty("--at", String(at));
          tick.style.setProperty("--row", String(row));
          const band = make("span", { class: "band" });
          band.style.setProperty("--from", String(from));
          band.style.setProperty("--to", String(to));
          return [band, tick];
        }),
      );
    },
  };
}

/**
 * Builds the form.
 *
 * @param current the choice as it stands
 * @param onChoose told what gives the new choice: it throws InputError for what is no number, and its run may be one that cannot be trained
 * @returns the form
 */
export function newControls(current: () => Choice, onChoose: (next: () => Choice) => void): Controls {
  const change = (part: Partial<Choice>) => onChoose(() => ({ ...current(), ...part }));
  const selects = [
    selectOf(
      "preset",
      "setting",
      Object.keys(PRESETS).map((name) => [name, name]),
      (preset) => onChoose(() => ({ ...standardOf(preset), time: current().time, beside: current().beside })),
    ),
    selectOf(
      "optimizer",
      "optimizer",
      optimizerNames().map((name) => [name, optimizerNamed(name).title]),
      (optimizer) => change({ optimizer }),
    ),
  ];
  const dials = DIALS.map(
    (dial) => [dial.name, dialOf(dial, (value) => onChoose(() => ({ ...current(), [dial.name]: value() })))] as const,
  );
  selects.push(
    selectOf(
      "supports",
      "noise supports",
      SUPPORTS.map((value) => [value, SUPPORTS_WORDS[value]]),
      (supports) => change({ supports: supports as Choice["supports"] }),
    ),
    selectOf(
      "beside",
      "laid over it",
      BESIDE.map((value) => [value, BESIDE_WORDS[value]]),
      (beside) => change({ beside: beside as Choice["beside"] }),
    ),
    selectOf(
      "time",
      "time axis",
      TIMES.map((value) => [value, TIME_WORDS[value]]),
      (time) => change({ time: time as Choice["time"] }),
    ),
  );
  return {
    show(choice) {
      for (const select of selects) select.value = String(choice[select.id as keyof Choice]);
      for (const [, dial] of dials) dial.show(choice);
    },
    mark(marks) {
      dials.find(([name]) => name === "weightDecay")?.[1].mark(marks);
    },
  };
}
