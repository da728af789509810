import { type Command, Option } from "commander";
import { explore } from "../library/explore.ts";
import { InputError, show } from "../setting/inputError.ts";
import { withHelp } from "./help.ts";
import { integerFrom } from "./numbers.ts";
import { print } from "./output.ts";

const ABOUT = `
Open the address that is printed in a browser: trainings run there, by the same code as "simulate" and "dynamics", and are drawn as they run. The
address holds the setting that is on screen; RUN.json can be downloaded, and gives the same history here. Only this machine is served, and the page
asks no other one for anything. Ctrl-C ends it. It knows the built-in optimizers alone: no code of yours runs in it, so there is no --load.

The folder dist/web of the package is the same page for any static host.`;

/** Options and action of `adamcheck explore`. */
export function exploreCommand(command: Command): void {
  command
    .option("--port <number>", "on which it listens; 0 for any that is free", "4747")
    .addOption(new Option("--load <file>").hideHelp());
  withHelp(command, {
    about: ABOUT,
    exits: "0 stopped, 2 bad input or the port is taken",
    examples: ["adamcheck explore --port 0"],
  }).action(async ({ port, load }: { port: string; load?: string }) => {
    if (load !== undefined) {
      throw new InputError(
        `explore must be started without --load, but is given ${show(load)}: the page runs the code that it was built from and its security policy keeps out any other; run your file with simulate or dynamics`,
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
