#!/usr/bin/env node
import { BAD_INPUT } from "./exitCodes.ts";
import { complain } from "./output.ts";
import { adamcheck } from "./program.ts";

// A closed or full stderr must not end long work: there is nowhere else to say it.
process.stderr.on("error", () => {});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (adamcheck ... | head) is no error.
  if (error.code === "EPIPE") process.exit(0);
  complain(
    `error: standard output must take what is printed, but writing gave ${error.code}; make room, or send it elsewhere`,
  );
  process.exit(BAD_INPUT);
});

await adamcheck(process.argv.slice(2));
