import { InputError } from "../../src/setting/inputError.ts";
import type { Run } from "../../src/sim/run.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import { breath } from "./breath.ts";
import { type Legs, type Level, levelOf, type Outcome } from "./levels.ts";

/** What a training tells now and then: what is new since it last did. */
export interface Report {
  readonly moments: readonly Moment[];
  /** Of every moment the sizes of `neuronSizes`, one after the other; empty for levels without neurons. */
  readonly neurons: Float64Array;
  /** Share of the training done, in [0, 1]. */
  readonly done: number;
  /** Steps done, and milliseconds spent on them. */
  readonly step: number;
  readonly spent: number;
  readonly ended?: { readonly outcome: Outcome } | { readonly refused: string };
}

/** Told a report; it is told no further one until it is through with it. */
export type Tell = (report: Report) => Promise<void>;

/** Milliseconds between two reports at least: about 30 a second. */
const REPORT_EVERY = 33;
/** Milliseconds of work between two looks for orders. */
const SLICE = 20;

interface Work {
  readonly legs: Legs;
  readonly tell: Tell;
  moments: Moment[];
  neurons: Float64Array[];
  recorded: number;
  done: number;
  step: number;
  spent: number;
  reported: number;
  telling: Promise<void> | undefined;
  ended: Report["ended"];
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Takes one leg. */
function advance(work: Work): void {
  const begun = performance.now();
  try {
    const { value, done } = work.legs.next();
    if (done) work.ended = { outcome: value };
    else work.done = value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    work.ended = { refused: error.message };
  }
  work.spent += performance.now() - begun;
}

async function report(work: Work): Promise<void> {
  const { moments, neurons, done, step, spent, ended } = work;
  work.moments = [];
  work.neurons = [];
  work.reported = performance.now();
  await work.tell({ moments, neurons: joined(neurons), done, step, spent, ...(ended && { ended }) });
}

/** Reports, unless the last report is still being read. */
function reportSoon(work: Work): void {
  work.telling ??= report(work).finally(() => {
    work.telling = undefined;
  });
}

async function reportNow(work: Work): Promise<void> {
  while (work.telling) await work.telling;
  reportSoon(work);
  await work.telling;
}

/**
 * Carries out one training at a time, so that it can be paused between any two legs.
 *
 * @returns `begin` puts a training in the place of the last one, paused at its start; `play` goes on with it, at so many records a second;
 *   `step` goes on to the next record; `pause` stops either. What a pause or a speed does to a training is to its times alone.
 */
export function newTrainer() {
  let current: Work | undefined;
  /** Every order ends what the one before it was doing. */
  let orders = 0;

  /** Goes on while it may, `allowed` being how many records there may be by now. */
  async function drive(work: Work, allowed: () => number, more: () => boolean): Promise<void> {
    const order = orders;
    let breathed = performance.now();
    while (order === orders && !work.ended && more()) {
      const ahead = work.recorded >= allowed();
      if (!ahead) advance(work);
      const now = performance.now();
      // The end is told below, once.
      if (!work.ended && work.moments.length > 0 && now - work.reported >= REPORT_EVERY) reportSoon(work);
      if (ahead) await wait(4);
      else if (now - breathed >= SLICE) await breath();
      else continue;
      breathed = performance.now();
    }
    if (work === current) await reportNow(work);
  }

  return {
    begin(run: Run, level: Level, tell: Tell): void {
      orders++;
      const work: Work = {
        legs: levelOf(level)(run, (moment, sizes) => {
          work.moments.push(moment);
          if (sizes) work.neurons.push(sizes);
          work.recorded++;
          work.step = moment.step;
        }),
        tell,
        ...{ moments: [], neurons: [], recorded: 0, done: 0, step: 0, spent: 0, reported: 0 },
        ...{ telling: undefined, ended: undefined },
      };
      current = work;
    },
    async play(recordsPerSecond: number): Promise<void> {
      orders++;
      const work = current;
      if (!work || work.ended) return;
      const begun = performance.now();
      const { recorded } = work;
      const allowed = () => recorded + 1 + ((performance.now() - begun) / 1000) * recordsPerSecond;
      await drive(work, allowed, () => true);
    },
    async step(): Promise<void> {
      orders++;
      const work = current;
      if (!work || work.ended) return;
      const { recorded } = work;
      await drive(
        work,
        () => Number.POSITIVE_INFINITY,
        () => work.recorded === recorded,
      );
    },
    pause(): void {
      orders++;
    },
  };
}

export type Trainer = ReturnType<typeof newTrainer>;
