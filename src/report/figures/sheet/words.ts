import { type ImageSource, imagesName, isImages } from "../../../setting/imageSource.ts";
import { PRESETS } from "../../../setting/presets.ts";
import type { Setting } from "../../../setting/setting.ts";

const TYPED: Readonly<Record<string, string>> = {
  ...{ λ: "lambda", η: "eta", β: "beta", α: "alpha", σ: "sigma", "⁻": "-", "₁": "1", "₂": "2", "₀": "0" },
  ...{ "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9" },
};

/**
 * A text as a word that is typed without quotes.
 *
 * @param text any
 * @returns small letters, digits, dots and hyphens
 * @example
 * slug("Adam, λ = 10⁻⁵, b = 2") // => "adam-lambda-10-5-b-2"
 */
export const slug = (text: string): string =>
  [...text]
    .map((letter) => TYPED[letter] ?? letter)
    .join("")
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  ...{ "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴" },
  ...{ "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", ".": "·" },
};

/** Digits of a number as an exponent. */
export const raised = (exponent: number): string =>
  [...String(exponent)].map((digit) => SUPERSCRIPTS[digit] ?? digit).join("");

/**
 * A number as figures write it: an integer with all its digits, unless zeros end it from 10^5 on; any other to four significant digits, powers of
 * ten raised.
 *
 * @param x any double
 * @returns its text
 * @example
 * numberText(0.05) // => "0.05"
 * numberText(20031) // => "20031"
 * numberText(1e-5) // => "10⁻⁵"
 * numberText(-1.5e-7) // => "-1.5·10⁻⁷"
 */
export function numberText(x: number): string {
  const size = Math.abs(x);
  // 1000000 is 10⁶ all the same; 1234567 has no shorter form.
  if (Number.isSafeInteger(x) && Number(x.toPrecision(4)) !== x) return String(x);
  if (!Number.isFinite(x) || x === 0 || (size >= 1e-3 && size < 1e5)) return String(Number(x.toPrecision(4)));
  const [digits, exponent] = x.toExponential(3).split("e") as [string, string];
  const power = `10${raised(Number(exponent))}`;
  const factor = Number(digits);
  return factor === 1 ? power : factor === -1 ? `-${power}` : `${factor}·${power}`;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ sigmaP: "σₚ", alpha: "α", sigma0: "σ₀", lr: "η", weightDecay: "λ", batchSize: "b", beta1: "β₁", beta2: "β₂" },
};

/** The papers' letter for a column of a run; its name where it has none. */
export const symbolOf = (column: string): string =>
  Object.hasOwn(SYMBOLS, column) ? (SYMBOLS[column] as string) : column;

const LETTERS: Readonly<Record<string, string>> = {
  ...{ ...SYMBOLS, eta: "η", lambda: "λ", beta: "β", epsilon: "ε", sqrt: "√", b1: "β₁", b2: "β₂" },
};

/**
 * A formula of the order algebra as it is read.
 *
 * @param formula in its names
 * @returns the same with the papers' letters
 * @example
 * formulaText("sqrt(s) sigmaP sigma0^(q-2)") // => "√(s) σₚ σ₀^(q-2)"
 */
export const formulaText = (formula: string): string =>
  formula.replaceAll(/[a-zA-Z]+[0-9]?/g, (name) => (Object.hasOwn(LETTERS, name) ? (LETTERS[name] as string) : name));

const AXES: Readonly<Record<string, string>> = {
  ...{
    n: "training examples n",
    d: "coordinates of a patch d",
    s: "coordinates of the noise s",
    m: "neurons of a class m",
  },
  ...{ q: "power of the activation q", alpha: "feature noise α (patch)", sigmaP: "noise σₚ (patch)" },
  ...{
    sigma0: "initial weights σ₀ (weight)",
    lr: "learning rate η (weight per step; SGD: weight²)",
    batchSize: "batch size b (examples)",
  },
  ...{ weightDecay: "weight decay λ (1/weight² coupled, 1/η decoupled)", beta1: "β₁", beta2: "β₂", epochs: "epochs" },
};

/** The words at an axis for a column of a run: what it is, its letter and its unit. */
export const axisText = (column: string): string => (Object.hasOwn(AXES, column) ? (AXES[column] as string) : column);

/** What a run says of itself, as far as a caption needs it. */
export interface Described {
  readonly setting: Setting;
  readonly network?: string;
  readonly optimizer: {
    readonly name: string;
    readonly lr: number;
    readonly weightDecay?: number;
    readonly betas?: readonly number[];
    readonly eps?: number;
    readonly convention?: string;
  };
  readonly batchSize?: number | undefined;
  readonly epochs?: number | undefined;
  readonly seed?: number;
}

const FORMAL: Readonly<Record<string, string>> = {
  ...{ sgd: "SGD", adam: "Adam", adamw: "AdamW", signsgd: "signSGD", signsgdw: "signSGDW" },
  ...{ amsgrad: "AMSGrad", rmsprop: "RMSprop", adagrad: "AdaGrad", lion: "Lion", signum: "Signum" },
};

/** An optimizer's name as it is written. */
export const optimizerText = (name: string): string => (Object.hasOwn(FORMAL, name) ? (FORMAL[name] as string) : name);

const NOTHING: ReadonlySet<string> = new Set();

/** What numbers tell of data that are drawn, and of images, of which none is. */
const OF_DRAWN = ["n", "d", "s", "sigmaP", "alpha", "m", "q", "sigma0"] as const;
const OF_IMAGES = ["n", "m", "q", "sigma0"] as const;

/** Whose images they are, by their hash, and how they are cut. */
function imageWords({ data, classes, patches, d, flip = 0 }: Partial<Setting>, varied: ReadonlySet<string>): string[] {
  const cut = patches !== undefined && !varied.has("patch") && !varied.has("stride");
  const words = [
    imagesName(data as ImageSource),
    ...(classes === undefined || varied.has("only") ? [] : [`of ${classes} classes`]),
    ...(cut ? [`in ${patches} patches of ${d} numbers`] : []),
  ];
  return [words.join(" "), ...(flip > 0 ? [`${numberText(100 * flip)}% of labels flipped`] : [])];
}

/**
 * A setting in symbols, after its name where it has one.
 *
 * @param setting n, d, s, ...; of a trainer of a user's own what it has of these
 * @param varied keys that are left out, since they have many values
 * @returns its text
 */
export function settingText(setting: Partial<Setting>, varied: ReadonlySet<string> = NOTHING): string {
  const same = (other: Setting) =>
    Object.keys({ ...other, ...setting })
      .map((key) => key as keyof Setting)
      .every((key) => varied.has(key) || other[key] === setting[key]);
  const name = Object.entries(PRESETS).find(([, preset]) => same(preset.setting))?.[0];
  const images = isImages(setting.data);
  const numbers = images ? OF_IMAGES : OF_DRAWN;
  const text = numbers
    .filter((key) => !varied.has(key) && setting[key] !== undefined)
    .map((key) => `${symbolOf(key)} = ${numberText(setting[key] as number)}`);
  const { labels = "balanced" } = setting;
  const words = [
    images ? imageWords(setting, varied) : [],
    !varied.has("labels") && labels !== "balanced" ? `${labels} labels` : [],
    !varied.has("supports") && setting.supports === "disjoint" ? "disjoint supports" : [],
  ];
  return `${name === undefined ? "" : `preset ${name}: `}${[...text, ...words.flat()].join(", ")}`;
}

/**
 * How a run trains, in symbols.
 *
 * @param run its optimizer, batch size and network
 * @param varied names of columns that are left out, since they have many values
 * @returns its text
 */
export function trainingText(
  { network, optimizer, batchSize, epochs }: Omit<Described, "setting">,
  varied: ReadonlySet<string> = NOTHING,
): string {
  const { name, lr, weightDecay = 0, betas, eps, convention } = optimizer;
  const texts: Readonly<Record<string, string | undefined>> = {
    optimizer: optimizerText(name),
    lr: `η = ${numberText(lr)}`,
    weightDecay: `λ = ${numberText(weightDecay)}`,
    beta1: betas && `β₁ = ${numberText(betas[0] as number)}`,
    beta2: betas && `β₂ = ${numberText(betas[1] as number)}`,
    eps: eps === undefined ? undefined : `ε = ${numberText(eps)}`,
    convention: convention === "paper" ? "the papers' convention (no bias correction)" : undefined,
    batchSize: batchSize === undefined ? "batches as given" : `b = ${batchSize}`,
    epochs: epochs === undefined ? undefined : `${epochs} epochs`,
    network: network === "linear" ? "linear network" : undefined,
  };
  return Object.entries(texts)
    .filter(([key]) => !varied.has(key))
    .flatMap(([, text]) => text ?? [])
    .join(", ");
}

/** How many seeds, in words; their numbers where they follow each other. */
export function seedsText(seeds: readonly number[]): string {
  const [first, last] = [seeds[0], seeds.at(-1)];
  if (seeds.length === 1) return `1 seed (${first})`;
  const run = seeds.every((seed, k) => k === 0 || seed === (seeds[k - 1] as number) + 1);
  return `${seeds.length} seeds${run && seeds.length > 0 ? ` (${first} to ${last})` : ""}`;
}

/**
 * Places in papers, each once and every paper once.
 *
 * @param sources as they are named
 * @returns their text
 * @example
 * sourcesText(["[T25] Table 1", "[T25] Fig. 6", "[T25] Table 1", "[Z21] Fig. 2"]) // => "[T25] Table 1, Fig. 6; [Z21] Fig. 2"
 */
export function sourcesText(sources: readonly string[]): string {
  const places = new Map<string, string[]>();
  for (const source of new Set(sources)) {
    const [, paper = "", place = source] = /^(\[[^\]]*\] )(.*)$/s.exec(source) ?? [];
    places.set(paper, [...(places.get(paper) ?? []), place]);
  }
  return [...places].map(([paper, all]) => `${paper}${all.join(", ")}`).join("; ");
}
