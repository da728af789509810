#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { InputError } from "../setting/inputError.ts";
import { COMMANDS } from "./commands.ts";
import { complain, hush } from "./output.ts";
import { packageFile } from "./packageFile.ts";

const { version, description } = packageFile();

/** Exit code of a fault of our own (EX_SOFTWARE), so that it is not taken for an answer. */
const INTERNAL_FAULT = 70;

const program = new Command("adamcheck")
  .description(description)
  .version(version)
  .option("--quiet", "say nothing on standard error but what has gone wrong: no progress, notes or warnings")
  .on("option:quiet", hush)
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ outputError: (text) => complain(text.trimEnd()) })
  .showHelpAfterError("(add --help for what is possible)");
program.exitOverride();
for (const { name, summary, load } of COMMANDS) {
  const command = program.command(name).description(summary);
  if (process.argv.includes(name)) (await load())(command);
}

// A reader that has seen enough (adamcheck ... | head) is no error; a closed stderr must not end long work.
process.stderr.on("error", () => {});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof InputError) {
    complain(`error: ${error.message}`);
    process.exitCode = 2;
  } else {
    complain(`This is a fault of adamcheck, not of the input; please report it:\n${(error as Error).stack}`);
    process.exitCode = INTERNAL_FAULT;
  }
}
