import { PRESETS } from "../../setting/presets.ts";
import type { Setting } from "../../setting/setting.ts";

/** How wide a letter of DejaVu Sans or Verdana is on average, in parts of the font's size. */
const LETTER = 0.55;

/** Characters that a line holds. */
const charactersIn = (width: number, fontSize: number) => Math.floor(width / (LETTER * fontSize));

/** About how wide a text is drawn. */
export const widthOf = (text: string, fontSize: number): number => text.length * LETTER * fontSize;

/**
 * Breaks a text into lines at its spaces.
 *
 * @param text words; one that is longer than a line is cut
 * @param width of a line, in pixels
 * @param fontSize in pixels
 * @returns lines
 * @example
 * wrap("feature learning overtakes", 60, 10) // => ["feature", "learning", "overtakes"]
 */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const most = Math.max(1, charactersIn(width, fontSize));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((whole) => whole.match(new RegExp(`.{1,${most}}`, "gu")) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  ...{ "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴" },
  ...{ "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹" },
};

/**
 * A number as figures write it: four significant digits, powers of ten raised.
 *
 * @param x any double
 * @returns its text
 * @example
 * numberText(0.05) // => "0.05"
 * numberText(1e-5) // => "10⁻⁵"
 * numberText(-1.5e-7) // => "-1.5·10⁻⁷"
 */
export function numberText(x: number): string {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || x === 0 || (size >= 1e-3 && size < 1e5)) return String(Number(x.toPrecision(4)));
  const [digits, exponent] = x.toExponential(3).split("e") as [string, string];
  const power = `10${[...String(Number(exponent))].map((digit) => SUPERSCRIPTS[digit]).join("")}`;
  const factor = Number(digits);
  return factor === 1 ? power : factor === -1 ? `-${power}` : `${factor}·${power}`;
}

/** What a run says of itself, as far as a caption needs it. */
export interface Described {
  readonly setting: Setting;
  readonly network?: string;
  readonly optimizer: {
    readonly name: string;
    readonly lr: number;
    readonly weightDecay?: number;
    readonly betas?: readonly number[];
  };
  readonly batchSize?: number | undefined;
  readonly seed?: number;
}

const FORMAL: Readonly<Record<string, string>> = {
  ...{ sgd: "SGD", adam: "Adam", adamw: "AdamW", signsgd: "signSGD", signsgdw: "signSGDW" },
};

/** An optimizer's name as it is written. */
export const optimizerText = (name: string): string => (Object.hasOwn(FORMAL, name) ? (FORMAL[name] as string) : name);

/** A setting in symbols, after its name where it has one. */
export function settingText(setting: Setting): string {
  const { n, d, s, sigmaP, alpha, m, q, sigma0 } = setting;
  const same = (other: Setting) =>
    Object.keys({ ...other, ...setting }).every((key) => other[key as keyof Setting] === setting[key as keyof Setting]);
  const name = Object.entries(PRESETS).find(([, preset]) => same(preset.setting))?.[0];
  const symbols = { n, d, s, σₚ: sigmaP, α: alpha, m, q, "σ₀": sigma0 };
  const text = Object.entries(symbols).map(([symbol, value]) => `${symbol} = ${numberText(value)}`);
  return `${name === undefined ? "" : `preset ${name}: `}${text.join(", ")}`;
}

/** How a run trains, in symbols. */
export function trainingText({ network, optimizer, batchSize }: Omit<Described, "setting">): string {
  const { name, lr, weightDecay = 0, betas } = optimizer;
  return [
    optimizerText(name),
    `η = ${numberText(lr)}`,
    `λ = ${numberText(weightDecay)}`,
    ...(betas ? [`(β₁, β₂) = (${betas.map(numberText).join(", ")})`] : []),
    batchSize === undefined ? "batches as given" : `b = ${batchSize}`,
    ...(network === "linear" ? ["linear network"] : []),
  ].join(", ");
}

/** How many seeds, in words; their numbers where they follow each other. */
export function seedsText(seeds: readonly number[]): string {
  const [first, last] = [seeds[0], seeds.at(-1)];
  if (seeds.length === 1) return `1 seed (${first})`;
  const run = seeds.every((seed, k) => k === 0 || seed === (seeds[k - 1] as number) + 1);
  return `${seeds.length} seeds${run && seeds.length > 0 ? ` (${first} to ${last})` : ""}`;
}
