import { knownOptimizers } from "../../src/optimizers/registry.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import { BY_FORMULA } from "../choice/formula.ts";
import {
  type Choice,
  NO_PARAMETERS,
  optimizerName,
  optimizerNames,
  PARAMETERS,
  presetOf,
  runOf,
  standardOf,
} from "../choice/state.ts";
import { byId, make } from "../page/dom.ts";
import type { Mark } from "../theory/theoryOf.ts";
import type { Fault } from "../training/fault.ts";
import type { Ask, Control } from "./control.ts";
import { newDial } from "./dial.ts";
import { DIALS } from "./dials.ts";
import { type Meaning, newEntry } from "./entry.ts";
import { newSelect } from "./select.ts";
import { OPTIONS, optimizerTitle } from "./words.ts";

/** The form in which everything is chosen. */
export interface Controls {
  /** Shows a choice. */
  show(choice: Choice): void;
  /** Marks weight decays on their slider. */
  mark(marks: readonly Mark[]): void;
  /** Says at its field what the engine could not use; undefined for nothing. It may be told again and again. */
  blame(fault: Fault | undefined): void;
}

const optimizerOf = (choice: Choice) => knownOptimizers().find(({ name }) => name === optimizerName(choice));

const takesBetas = (choice: Choice) => {
  const optimizer = optimizerOf(choice);
  return optimizer !== undefined && (optimizer.adaptive || optimizer.own?.betas !== undefined);
};

const takesEps = (choice: Choice) => {
  const optimizer = optimizerOf(choice);
  return optimizer !== undefined && (optimizer.adaptive || optimizer.own?.eps !== undefined);
};

const beta = (k: 0 | 1): Meaning => ({
  used: takesBetas,
  standard: (choice) => (takesBetas(choice) ? String((optimizerOf(choice)?.own?.betas ?? [0.9, 0.999])[k]) : "none"),
});

const parameter = (name: (typeof PARAMETERS)[number]): Meaning => {
  const standard = (choice: Choice) => optimizerOf(choice)?.own?.parameters?.[name]?.standard;
  return { used: (choice) => standard(choice) !== undefined, standard: (choice) => String(standard(choice) ?? "none") };
};

/** What numbers mean that may be left out. */
const MEANINGS: Partial<Record<keyof Choice, Meaning>> = {
  beta1: beta(0),
  beta2: beta(1),
  eps: {
    used: takesEps,
    standard: (choice) => (takesEps(choice) ? String(runOf(choice).optimizer.eps) : "none"),
  },
  ...{ momentum: parameter("momentum"), rho: parameter("rho"), maxNorm: parameter("maxNorm") },
  start: { used: () => true, standard: () => "drawn from the seed" },
  batches: { used: () => true, standard: () => "drawn from the seed" },
  recordEvery: { used: () => true, standard: (choice) => String(runOf({ ...choice, recordEvery: null }).recordEvery) },
};

/** What an optimizer does not take is not carried over to it. */
const withOptimizer = (optimizer: string, now: Choice): Partial<Choice> => {
  const next = { ...now, optimizer };
  return {
    optimizer,
    ...(!takesBetas(next) && { beta1: null, beta2: null }),
    ...(!takesEps(next) && { eps: null }),
    ...NO_PARAMETERS,
  };
};

/** How the page is looked at, which stays where another setting is chosen. */
const VIEW = ["time", "beside", "shown"] as const;

const viewOf = (choice: Choice): Partial<Choice> => Object.fromEntries(VIEW.map((name) => [name, choice[name]]));

/**
 * Builds the form.
 *
 * @param ask told what is changed
 * @returns the form
 */
export function newControls(ask: Ask): Controls {
  const dials = DIALS.map((dial) => [dial.name, newDial(dial, ask)] as const);
  const select = (name: keyof typeof OPTIONS) => newSelect(name, OPTIONS[name], ask);
  const entry = (name: keyof Choice) => newEntry(name, ask, MEANINGS[name]);
  const presets = Object.keys(PRESETS).map((name) => [name, name] as const);
  const optimizers = optimizerNames().map((name) => [name, optimizerTitle(name)] as const);
  const formula = [entry("memory"), entry("direction"), select("decay")];
  const first = [
    newSelect("preset", presets, ask, {
      partOf: (preset, now) => ({ ...standardOf(preset), ...viewOf(now) }),
      ...{ shownAs: presetOf, other: "own run" },
    }),
    newSelect("optimizer", optimizers, ask, { partOf: withOptimizer }),
  ];
  const main = [...dials.map(([, dial]) => dial), select("supports"), select("beside"), select("time")];
  const more = [
    ...(["n", "d", "m", "q", "sigmaP"] as const).map(entry),
    ...(["labels", "network"] as const).map(select),
    ...(["beta1", "beta2", "eps", ...PARAMETERS] as const).map(entry),
    select("convention"),
    ...(["testSize", "recordEvery", "start", "batches"] as const).map(entry),
  ];
  const beyond = [
    ...(["mu", "classes", "featureSupport", "features", "frequencyRatio", "strengthRatio"] as const).map(entry),
    ...(["xor", "basis"] as const).map(select),
    entry("patches"),
    ...(["noise", "alongFeature"] as const).map(select),
    ...(["flip", "balance"] as const).map(entry),
    ...(["flipEvery", "activation"] as const).map(select),
    ...(["leak", "knee"] as const).map(entry),
    ...(["outputScale", "biases", "secondLayer", "loss"] as const).map(select),
    ...(["labelSmoothing", "lrSchedule", "warmup", "batchSchedule"] as const).map(entry),
  ];
  const shown = select("shown");
  byId("shown-place").append(shown.element);
  const all: readonly Control[] = [...first, ...formula, ...main, ...more, ...beyond, shown];
  const elements = (controls: readonly Control[]) => controls.map(({ element }) => element);
  const own = make(
    "fieldset",
    { id: "formula", hidden: true },
    make("legend", {}, "Optimizer by formula"),
    make("p", { class: "about" }, "of g, w, t, eta, lambda, b1, b2, eps and what it remembers; w′ = w − η · direction"),
    ...elements(formula),
  );
  const folded = (id: string, words: string, controls: readonly Control[]) =>
    make(
      "details",
      { class: "more", id },
      make("summary", {}, words),
      make("div", { class: "fields" }, ...elements(controls)),
    );
  byId("controls").append(
    ...elements(first),
    own,
    ...elements(main),
    folded("more", "More of the run file", more),
    folded("beyond", "Beyond the papers’ model", beyond),
  );
  let blamed: Fault | undefined;
  return {
    show(choice) {
      own.hidden = choice.optimizer !== BY_FORMULA;
      for (const control of all) control.show(choice);
      blamed = undefined;
    },
    blame(fault) {
      if (fault?.sentence === blamed?.sentence) return;
      for (const { name, say } of all) {
        if (name === fault?.name) say(fault.sentence);
        else if (name === blamed?.name) say(undefined);
      }
      blamed = fault;
    },
    mark(marks) {
      dials.find(([name]) => name === "weightDecay")?.[1].mark(marks);
    },
  };
}
