/*
 * Mutation score of a room of src, by Stryker:  npm run mutation -- ROOM
 * Changes the room's sources in small ways, one at a time, and runs its tests on each; what survives is listed, and in reports/mutation/ROOM.html.
 * Exit code 1 below 90%, 2 for bad input. docs/notes/mutation.md has the figures and why survivors may live.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { MATHJS, ROOMS } from "./rooms.mjs";

const [room, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(ROOMS, room ?? "")) {
  const got = room === undefined ? "missing" : JSON.stringify(room);
  process.stderr.write(
    `error: the room must be one of ${Object.keys(ROOMS).join(", ")}, but is ${got}; write npm run mutation -- numeric\n`,
  );
  process.exit(2);
}
await build({
  input: fileURLToPath(new URL("mathjs.mjs", import.meta.url)),
  platform: "node",
  output: { file: fileURLToPath(new URL(`../${MATHJS}`, import.meta.url)) },
  logLevel: "silent",
});
const child = spawn("npx", ["stryker", "run", "mutation/stryker.config.mjs", ...rest], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env: { ...process.env, ADAMCHECK_ROOM: room },
  stdio: "inherit",
});
child.on("close", (code) => {
  process.exitCode = code ?? 130;
});
