#!/usr/bin/env node
import { adamcheck } from "./program.ts";

// A reader that has seen enough (adamcheck ... | head) is no error; a closed stderr must not end long work.
process.stderr.on("error", () => {});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

await adamcheck(process.argv.slice(2));
