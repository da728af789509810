// Its schedules are formulas.
import "../../sim/schedules/formula.ts";
import { outside } from "../counted.ts";
import { learns } from "../learns.ts";
import { learnersBy } from "../race.ts";
import type { Part, Study } from "../study.ts";
import { byPeriod, bySize, type Course, courseBase, RACED, usualCourse } from "./race.ts";

const GROWTH = 4;
const COURSE = usualCourse(256, 0.2, 4e-4);
const SMALL = usualCourse(64, 0.2, 4e-4);

/** Schedules of eta and of b, and how much longer they take to carry a weight as far. */
interface Schedule {
  readonly name: string;
  readonly run: Readonly<Record<string, string>>;
  readonly warmsUp?: boolean;
  readonly longer: number;
  /** By how much b has grown while the race is run. */
  readonly grown?: number;
}

const SCHEDULES: readonly Schedule[] = [
  { name: "constant", run: {}, longer: 1 },
  { name: "warm-up", run: {}, warmsUp: true, longer: 1.25 },
  { name: "cosine", run: { lrSchedule: "cosine" }, longer: 2 },
  { name: "linear decay", run: { lrSchedule: "linear" }, longer: 2 },
  {
    name: "batch grows at once",
    run: { batchSchedule: `1 + ${GROWTH - 1}*min(1, floor(20*e/E))` },
    longer: GROWTH,
    grown: GROWTH,
  },
  { name: "batch grows late", run: { batchSchedule: `1 + ${GROWTH - 1}*floor(2*e/E)` }, longer: 1.6 },
];

/** Batches of n/K, at values of s sigmaP. */
interface Races {
  readonly course: Course;
  readonly sizes: readonly number[];
  readonly periods: readonly number[];
}

const ALL: Races = { course: COURSE, sizes: [4, 8, 16], periods: [1, 4, 16, 64, 256] };
const ONE_SIZE: Races = { course: COURSE, sizes: [8], periods: [4, 16, 64, 256] };
const SMALL_ONES: Races = { course: SMALL, sizes: [8], periods: [1, 4, 16] };
const QUICK: Races = { course: SMALL, sizes: [16], periods: [1, 64] };

/** A learning rate that changes takes every coordinate through every step, so these have a small n; cut for time, before any run was looked at. */
const racesOf = ({ run, warmsUp }: Schedule): Races =>
  warmsUp || run["lrSchedule"] ? SMALL_ONES : run["batchSchedule"] ? ONE_SIZE : ALL;

function part({ name, run, warmsUp, longer }: Schedule, { course, sizes, periods }: Races, quick: boolean): Part {
  const times = byPeriod(course, periods, longer);
  return {
    ...{ name, by: RACED },
    plan: {
      base: {
        ...courseBase(course),
        ...run,
        optimizer: { name: "adamw", lr: course.lr, weightDecay: 0.01, betas: [0.9, 0.99], eps: 0 },
      },
      zip: [
        bySize(sizes),
        { ...times, ...(warmsUp && { warmup: times.epochs.map((epochs) => Math.ceil(epochs / 2.5)) }) },
      ],
      ...{ seeds: quick ? "1-10" : "1-20", method: "dynamics" },
    },
  };
}

const [CONSTANT] = SCHEDULES as readonly [Schedule];
/** Beside those of a small n. */
const SMALL_CONSTANT: Schedule = { ...CONSTANT, name: "constant, n = 64" };

function parts(quick: boolean): readonly Part[] {
  if (quick) return SCHEDULES.filter((_, k) => k % 2 === 0).map((each) => part(each, QUICK, true));
  return [...SCHEDULES.map((each) => part(each, racesOf(each), false)), part(SMALL_CONSTANT, SMALL_ONES, false)];
}

export const schedules: Study = {
  name: "schedules",
  question: "Do a warm-up, a cosine or a growing batch move the boundary of the flip?",
  prediction:
    "Learning rates that change move it nowhere: feature and noise move by the same factor. Of a growing batch what counts is n/b while noise is being memorized: a batch that is four times as large from 5% of the training on ends as that batch, one that grows in its second half as the first.",
  derivation: "docs/notes/one-boundary.md",
  overturn:
    "most seeds of a schedule learning at half the boundary of its batch size or below, or failing at twice it or above",
  measures: [
    learns((config) => {
      const { grown = 1 } = SCHEDULES.find(({ run }) => run["batchSchedule"] === config.batchSchedule) ?? {};
      return learnersBy({
        ...config,
        batchSize: Math.min(config.setting.n, (config.batchSize ?? config.setting.n) * grown),
      });
    }),
  ],
  overturns: outside,
  parts,
};
