import { numberFrom } from "../src/cli/numbers.ts";
import { optimizerNamed } from "../src/optimizers/registry.ts";
import { PRESETS } from "../src/setting/presets.ts";
import { DIALS, type Dial, settingOf } from "./dials.ts";
import { byId, make } from "./dom.ts";
import { BESIDE, type Choice, OPTIMIZER_NAMES, standardOf, TIMES } from "./state.ts";
import { nearestStop, placeOf, stopsOf } from "./stops.ts";
import type { Mark } from "./theoryOf.ts";

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
const TIME_WORDS = { linear: "linear", log: "logarithmic" };

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
      slider.setAttribute("aria-valuetext", `${label} ${value}`);
      field.value = String(value);
    },
    mark(all: readonly Mark[]): void {
      marks.replaceChildren(
        ...all.flatMap(({ low, median, high }, k) => {
          const tick = make("span", { class: "tick" }, String(k + 1));
          const [from, at, to] = [low, median, high].map((value) => placeOf(stops, value)) as [number, number, number];
          tick.style.setProperty("--at", String(at));
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
      OPTIMIZER_NAMES.map((name) => [name, optimizerNamed(name).title]),
      (optimizer) => change({ optimizer }),
    ),
  ];
  const dials = DIALS.map(
    (dial) => [dial.name, dialOf(dial, (value) => onChoose(() => ({ ...current(), [dial.name]: value() })))] as const,
  );
  selects.push(
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
