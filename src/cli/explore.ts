import type { Command } from "commander";
import { explore } from "../library/explore.ts";
import { askedFiles } from "../library/load/loaded.ts";
import { carriedOf } from "../optimizers/formula/carried.ts";
import { originOf } from "../optimizers/origin.ts";
import { knownOptimizers } from "../optimizers/registry.ts";
import { show } from "../setting/inputError.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { integerFrom } from "./numbers.ts";
import { print, warn } from "./output.ts";

const ABOUT = `
Open the address that is printed in a browser: trainings run there, by the same code as "simulate" and "dynamics", and are drawn as they run. The
address holds the setting that is on screen; RUN.json can be downloaded, and gives the same history here. Only this machine is served, and the page
asks no other one for anything. Ctrl-C ends it. Optimizers by formulas from the files of --load are in its list; functions, activations, data,
metrics and events are not: no code of yours runs in the page.

The folder dist/web of the package is the same page for any static host.`;

/** Options and action of `adamcheck explore`. */
export function exploreCommand(command: Command): void {
  command.option("--port <number>", "on which it listens; 0 for any that is free", "4747");
  withHelp(withLoad(command), {
    about: ABOUT,
    exits: "0 stopped, 2 bad input or the port is taken",
    examples: ["adamcheck explore --port 0"],
  }).action(async ({ port }: { port: string }) => {
    const loaded = askedFiles().map(({ sha256 }) => sha256);
    const functions = knownOptimizers().filter(
      (optimizer) => loaded.includes(originOf(optimizer.name)?.sha256 ?? "") && !carriedOf(optimizer),
    );
    if (functions.length > 0) {
      warn(
        `${functions.map(({ name }) => show(name)).join(", ")} cannot be in the page, which runs no code but its own; state the step by formulas, or use simulate and dynamics`,
      );
    }
    const served = await explore({ port: integerFrom("--port", port, 0, 65535) });
    // Before the address is told: whoever reads it may stop it at once.
    const stopped = new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
    });
    print(`${served.address}\n`);
    await stopped;
    await served.close();
  });
}
