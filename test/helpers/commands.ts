import { Command } from "commander";
import { COMMANDS } from "../../src/cli/commands.ts";

/** Every command as it is, by its name. */
export const commands = (): Promise<Map<string, Command>> =>
  Promise.all(
    COMMANDS.map(async ({ name, load }) => {
      const command = new Command(name);
      (await load())(command);
      return [name, command] as const;
    }),
  ).then((entries) => new Map(entries));
