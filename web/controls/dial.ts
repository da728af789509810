import { numberFrom } from "../../src/cli/numbers.ts";
import { shortNumber } from "../../src/report/table.ts";
import { FIELDS } from "../choice/fields.ts";
import { settingOf } from "../choice/state.ts";
import { make } from "../page/dom.ts";
import type { Mark } from "../theory/theoryOf.ts";
import { type Ask, type Control, newRefusal } from "./control.ts";
import type { Dial } from "./dials.ts";
import { fitTo } from "./fitTo.ts";
import { nearestStop, placeOf, stopsOf } from "./stops.ts";

/** A slider, and a field for any other number. */
export interface DialControl extends Control {
  /** Marks values on the slider. */
  mark(marks: readonly Mark[]): void;
}

/** Of the number of a mark, as a share of the slider. */
const NUMBER_WIDTH = 0.06;

/**
 * A number to be dragged or typed.
 *
 * @param dial which
 * @param ask told its value, at every stop that the slider passes and at that where it is let go
 * @returns the control
 */
export function newDial({ name, scale, used = () => true }: Dial, ask: Ask): DialControl {
  const { label, symbol } = FIELDS[name];
  let stops: number[] = [];
  const turn = (dragging: boolean) => async () => {
    const value = stops[Number(slider.value)] as number;
    refusal.say(await ask(() => ({ [name]: value }), dragging));
  };
  const slider = make("input", {
    ...{ type: "range", id: name, min: 0, step: 1 },
    ...{ oninput: turn(true), onchange: turn(false) },
  });
  const field = make("input", {
    ...{ type: "text", inputmode: "decimal", id: `${name}-field`, "aria-label": `${label}, as a number`, size: 8 },
    ...{ autocomplete: "off", spellcheck: "false" },
    onchange: async () => refusal.say(await ask(() => ({ [name]: numberFrom(label, field.value.trim()) }))),
  });
  const refusal = newRefusal(name, field, slider);
  const marks = make("div", { class: "marks", "aria-hidden": "true" });
  /** What the marks are: their numbers alone fit below the slider. */
  const legend = make("p", { class: "marks-words" });
  return {
    name,
    say: refusal.say,
    element: make(
      "div",
      { class: "control" },
      make("label", { for: name }, label, ...(symbol === undefined ? [] : [" ", make("i", {}, symbol)])),
      field,
      make("div", { class: "slide" }, slider, marks, legend),
      refusal.element,
    ),
    show(choice) {
      const value = choice[name];
      stops = stopsOf(scale(settingOf(choice)));
      slider.max = String(stops.length - 1);
      slider.value = String(nearestStop(stops, value));
      slider.setAttribute("aria-valuetext", String(value));
      field.value = String(value);
      fitTo(field);
      slider.disabled = field.disabled = !used(choice);
      refusal.say(undefined);
    },
    mark(all) {
      legend.textContent = all.map(({ name: of }, k) => `${k + 1} ${of}`).join(" · ");
      const places = all.map(({ median }) => placeOf(stops, median));
      marks.replaceChildren(
        ...all.flatMap(({ name: of, low, median, high }, k) => {
          const at = places[k] as number;
          // Numbers that would meet stand one below the other.
          const row = places.slice(0, k).filter((other) => Math.abs(other - at) < NUMBER_WIDTH).length;
          const tick = make("span", { class: "tick", title: `${of}: ${shortNumber(median)}` }, String(k + 1));
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
