import { Command, CommanderError } from "commander";
import { packageFile } from "../library/packageFile.ts";
import { InputError } from "../setting/inputError.ts";
import { COMMANDS } from "./commands.ts";
import { BAD_INPUT, INTERNAL_FAULT } from "./exitCodes.ts";
import { helpWidth, item } from "./help.ts";
import { forgetLoaded } from "./loadOwn.ts";
import { complain, setQuiet } from "./output.ts";

/** The command with the code of those of its commands that are named in `args`. */
async function programFor(args: readonly string[]): Promise<Command> {
  const { version, description } = packageFile();
  const program = new Command("adamcheck")
    .description(description)
    .version(version)
    .option("--quiet", "say nothing on standard error but what has gone wrong: no progress, notes or warnings")
    .on("option:quiet", () => setQuiet(true))
    .configureHelp({ showGlobalOptions: true, formatItem: item })
    .configureOutput({
      outputError: (text) => complain(text.trimEnd()),
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
    })
    .showHelpAfterError("(add --help for what is possible)");
  program.exitOverride();
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).description(summary);
    if (args.includes(name)) (await load())(command);
  }
  return program;
}

/**
 * Carries out one call of the command, as often in a process as it is called; its exit code is then in `process.exitCode`.
 *
 * @param args what stands after the command's name
 */
export async function adamcheck(args: readonly string[]): Promise<void> {
  setQuiet(false);
  let program: Command | undefined;
  try {
    program = await programFor(args);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
    else if (error instanceof InputError) {
      const command = program?.commands.find((one) => args.includes(one.name()));
      // It knows the fields of files, which the start of a command does without.
      const { optionNamed } = await import("./optionNamed.ts");
      complain(`error: ${optionNamed(error.message, command)}`);
      process.exitCode = BAD_INPUT;
    } else {
      complain(`This is a fault of adamcheck, not of the input; please report it:\n${(error as Error).stack}`);
      process.exitCode = INTERNAL_FAULT;
    }
  } finally {
    forgetLoaded();
  }
}
