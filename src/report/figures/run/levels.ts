import * as Plot from "@observablehq/plot";
import { parseDynamics } from "../../../dynamics/run.ts";
import { partsOf } from "../../../setting/parts.ts";
import { commandFor, type Figure } from "../figure.ts";
import { COLOURS, FEW, INK, type Look } from "../palette.ts";
import { linear, logarithmic } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import type { Panel } from "../sheet/panel.ts";
import { numberText, settingText, trainingText } from "../sheet/words.ts";

const KINDS = ["signal", "noise"] as const;
type Kind = (typeof KINDS)[number];

const LEVELS = ["size", "level1", "level2"] as const;
type Level = (typeof LEVELS)[number];

const LOOKS: Readonly<Record<Level, Look>> = {
  size: { colour: COLOURS.black, dash: "", symbol: "circle" },
  level1: { colour: COLOURS.blue, dash: "2 3", symbol: "square" },
  level2: { colour: COLOURS.vermillion, dash: "7 3", symbol: "triangle" },
};

/** A largest coefficient or deviation at an epoch. */
interface LevelPoint {
  readonly epoch: number;
  readonly value: number;
}

export interface LevelsData {
  readonly config: ReturnType<typeof parseDynamics>;
  readonly method: string;
  /** Why the sign recurrence does not apply; "" where it does. */
  readonly unmet: string;
  readonly curves: Readonly<Record<Kind, Readonly<Record<Level, readonly LevelPoint[]>>>>;
  /** First recorded epoch at which level 2 has the wrong sign of the feature, by class; null for never. */
  readonly wrongSign: readonly { readonly label: string; readonly epoch: number | null }[];
  readonly command: string;
}

const FROM = 'a file that "compare" wrote with --out';

function panelOf({ curves, wrongSign }: LevelsData, kind: Kind): Panel {
  const values = KINDS.flatMap((each) =>
    LEVELS.flatMap((level) => curves[each][level].map(({ value }) => value)),
  ).filter((value) => value > 0);
  const epochs = curves[kind].size.map(({ epoch }) => epoch);
  const rules = kind === "signal" ? wrongSign.filter(({ epoch }) => epoch !== null) : [];
  return {
    name: kind,
    title: kind === "signal" ? "signal coefficients ⟨w(j,r), v⟩" : "noise coefficients ⟨w(j,r), ξᵢ⟩",
    plot: ({ across, up }) => ({
      x: linear("epoch", epochs, across),
      y: logarithmic("largest size or deviation (weight × patch)", values.length > 0 ? values : [1], up),
      marks: [
        Plot.ruleX(rules, { x: "epoch", stroke: INK, strokeDasharray: "1 3" }),
        ...LEVELS.flatMap((level) => {
          // On a logarithmic scale a deviation of exactly 0 has no place.
          const shown = curves[kind][level].filter(({ value }) => value > 0);
          const { colour, dash, symbol } = LOOKS[level];
          return [
            Plot.line(shown, { x: "epoch", y: "value", stroke: colour, strokeWidth: 2, strokeDasharray: dash }),
            ...(shown.length > FEW ? [] : [Plot.dot(shown, { x: "epoch", y: "value", fill: colour, symbol, r: 2.5 })]),
          ];
        }),
        Plot.frame({ stroke: INK }),
      ],
    }),
  };
}

function keysOf({ method, unmet, wrongSign, curves }: LevelsData): Key[] {
  const exact = KINDS.every((kind) => curves[kind].level1.every(({ value }) => value === 0));
  const when = wrongSign.map(
    ({ label, epoch }) => `class ${label} ${epoch === null ? "never" : `from epoch ${numberText(epoch)}`}`,
  );
  const mark = wrongSign.some(({ epoch }) => epoch !== null) ? { dash: "1 3" } : { letter: "–" };
  return [
    { label: "network (level 0): largest coefficient", ...LOOKS.size },
    { label: `deviation of level 1, ${method}${exact ? ": 0 throughout" : ""}`, ...LOOKS.level1 },
    unmet === ""
      ? { label: "deviation of level 2, the papers' sign recurrence", ...LOOKS.level2 }
      : { label: `level 2 does not apply: ${unmet}`, colour: INK, letter: "–" },
    ...(when.length > 0
      ? [{ label: `level 2 has the wrong sign of the feature: ${when.join(", ")}`, colour: INK, ...mark }]
      : []),
  ];
}

const captionOf = ({ config, command }: LevelsData) =>
  `${settingText(config.setting)}; ${trainingText(config)}; 1 seed (${config.seed}). Deviations of 0 are left out. Made by: ${command}`;

/** The network, its exact recurrence and the papers' sign recurrence from one start. */
export const levels: Figure<LevelsData> = {
  name: "levels",
  about: "how far the coefficients of levels 1 and 2 are from the network's, over a training",
  from: FROM,
  read(source) {
    const parts = partsOf(FROM);
    const { config, level1, level2, history, wrongSign } = parts.object(source.json(), "the whole");
    const moments = parts.list(history, "history", 2).map((moment, k) => parts.object(moment, `history[${k}]`));
    const curve = (level: Level, kind: Kind) =>
      moments.flatMap((moment, k): LevelPoint[] => {
        if (level === "level2" && moment[level] === undefined) return [];
        const found = parts.object(moment[level], `history[${k}].${level}`);
        return [
          {
            epoch: parts.number(moment.epoch, `history[${k}].epoch`),
            value: parts.number(found[kind], `history[${k}].${level}.${kind}`),
          },
        ];
      });
    const curves = (kind: Kind) => ({
      size: curve("size", kind),
      level1: curve("level1", kind),
      level2: curve("level2", kind),
    });
    const wrong = wrongSign === undefined ? undefined : parts.object(wrongSign, "wrongSign");
    const { unmet } = parts.object(level2, "level2");
    return {
      config: parseDynamics(parts.object(config, "config")),
      method: parts.text(parts.object(level1, "level1").method, "level1.method"),
      unmet: unmet === undefined ? "" : parts.text(unmet, "level2.unmet"),
      curves: { signal: curves("signal"), noise: curves("noise") },
      wrongSign: wrong
        ? ["+1", "-1"].map((label) => ({
            label,
            epoch: wrong[label] === null ? null : parts.number(wrong[label], `wrongSign["${label}"]`),
          }))
        : [],
      command: commandFor("levels", source),
    };
  },
  caption: captionOf,
  sheet: (data) => ({
    title: "Levels 0, 1 and 2 from one start",
    about:
      "Two panels, of signal and of noise coefficients: the network's largest over time, and the largest deviation of the exact and of the sign recurrence from it.",
    rows: [KINDS.map((kind) => panelOf(data, kind))],
    rowHeight: 280,
    keys: () => keysOf(data),
    caption: captionOf(data),
  }),
};
