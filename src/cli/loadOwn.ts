import { existsSync } from "node:fs";
import type { Command } from "commander";
import { OWN_DATA } from "../data/own.ts";
import { OWN_EVENTS } from "../experiments/sweep/events.ts";
import { forgetAsked } from "../library/load/loaded.ts";
import { OWN_ACTIVATIONS } from "../sim/activations/own.ts";
import { OWN_METRICS } from "../sim/ownMetrics.ts";
import { note, warn } from "./output.ts";

/** Adds an option that may be given several times, a value each time. */
const several = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

/** Forgets what a command has loaded: another one may follow in the same process. */
export function forgetLoaded(): void {
  forgetAsked();
  OWN_METRICS.forget();
  OWN_EVENTS.forget();
  OWN_ACTIVATIONS.forget();
  OWN_DATA.forget();
}

/** Says of files that they are run. */
export const noteCode = (file: string): void => note(`note: ${file} is code, and is run with all that you may do`);

/**
 * Adds `--load FILE` to a command: files of the user's own are loaded before it begins.
 *
 * @param command whose options and action are added
 * @returns the same command
 */
export const withLoad = (command: Command): Command =>
  command
    .option(
      "--load <file>",
      "your own optimizers, activations, data, metrics, events: a .ts or .js file (repeatable)",
      several,
    )
    .hook("preAction", async (called) => {
      const files = (called.opts().load ?? []) as readonly string[];
      if (files.length === 0) return;
      // Loading takes a compiler, which is slow to start.
      const { load } = await import("../library/load/load.ts");
      for (const file of files) {
        if (existsSync(file)) noteCode(file);
        const [loaded] = await load(file);
        if (loaded?.defines.length === 0) warn(`${file} defines no optimizer, activation, data, metric or event`);
      }
    });
