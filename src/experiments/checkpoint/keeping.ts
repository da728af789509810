import { optimizerNamed } from "../../optimizers/registry.ts";
import { InputError } from "../../setting/inputError.ts";
import { fromBytes, toBytes } from "../../sim/checkpoint/bytes.ts";
import type { Keeper, Snapshot } from "../../sim/checkpoint/snapshot.ts";
import type { Run } from "../../sim/run.ts";
import { reason } from "../reason.ts";

/** Where the checkpoint of a run is: a file, or whatever holds bytes. */
export interface CheckpointPlace {
  /** For messages: the file's name. */
  readonly name?: string | undefined;
  /** What was written last; undefined where nothing was. */
  read(): Uint8Array | undefined;
  /** Puts a checkpoint in the place of the one before, all of it or nothing. */
  write(checkpoint: Uint8Array): void;
}

/** How a run is kept on its way. */
export interface CheckpointOptions extends CheckpointPlace {
  /** Seconds between two checkpoints, at least: 50 unless given, so that no more than a minute is lost. */
  readonly every?: number | undefined;
  /** Whether the checkpoint of another run, or of another version, may be replaced; it is refused unless given. */
  readonly replace?: boolean | undefined;
  /** Told in a sentence where the run goes on, and what is wrong with a checkpoint, or with writing one. */
  readonly onNote?: ((sentence: string) => void) | undefined;
}

/** A leg and the writing come on top of it. */
const USUAL = 50;

/** Writing takes one part of this many of the time, at most. */
const SHARE = 10;

/** Where the run is that bytes are of; undefined where they are of none that can be trusted, or of another one that may be replaced. */
function foundIn(of: string, options: CheckpointOptions): Snapshot | undefined {
  const { replace, onNote, name = "the checkpoint" } = options;
  const bytes = options.read();
  if (bytes === undefined) return undefined;
  const kept = fromBytes(bytes);
  if (!kept) {
    onNote?.(`${name} was cut off or altered and is not used; the run begins anew`);
    return undefined;
  }
  if (kept.of === of) return kept.snapshot;
  if (replace !== true) {
    throw new InputError(
      `checkpoint must be of this run, but ${name} is of another one, or of another version of adamcheck; remove it, name another place, or replace it with force (--force)`,
    );
  }
  onNote?.(`${name} is of another run, or of another version of adamcheck, and is not used; the run begins anew`);
  return undefined;
}

const whereOf = ({ history, state }: Snapshot): string =>
  `step ${state.step}${history.length > 1 ? `, after the record of epoch ${history.at(-1)?.epoch}` : ""}`;

/**
 * A keeper that writes where a run is to a place, every so often by the clock: when it does changes no number.
 *
 * @param of a text that says of which run and version checkpoints are (`identityOf`, `jobKey`)
 * @param run whose optimizer is looked at
 * @param options the place; how often
 * @param now milliseconds that have passed
 * @returns the keeper; undefined, after a sentence, where the run's state is not all known
 * @throws InputError where the place has the checkpoint of another run
 * Source: ours.
 */
export function keeperOf(
  of: string,
  run: Run,
  options: CheckpointOptions,
  now: () => number = () => performance.now(),
): Keeper | undefined {
  const { every = USUAL, onNote, name = "the checkpoint" } = options;
  const optimizer = run.optimizer.name;
  if (optimizerNamed(optimizer).own?.dependsOnMore) {
    onNote?.(
      `direction of optimizer ${optimizer} gives other steps when it is tried again, so that what it remembers cannot be written down; the run goes on without checkpoints`,
    );
    return undefined;
  }
  const from = foundIn(of, options);
  if (from) onNote?.(`${name} is of this run; it goes on from ${whereOf(from)}`);
  let due = now() + 1000 * every;
  let failed = false;
  return {
    ...(from && { from }),
    offer(take, stopped) {
      const begun = now();
      if (begun < due && !stopped) return;
      try {
        options.write(toBytes({ of, snapshot: take() }));
      } catch (error) {
        if (!failed) onNote?.(`writing ${name} gave ${reason(error)}; the run goes on without`);
        failed = true;
      }
      due = Math.max(begun + 1000 * every, now() + SHARE * (now() - begun));
    },
  };
}
