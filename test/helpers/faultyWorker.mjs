// A worker whose jobs fail as they say.
import { existsSync, writeFileSync } from "node:fs";

const FAULTS = {
  fine: () => {},
  throw: () => {
    throw new Error("it was thrown");
  },
  exit: () => process.exit(3),
  heap: () => {
    const held = [];
    for (;;) held.push(new Array(1000).fill(held.length));
  },
  loop: () => {
    for (;;);
  },
};

/** Fails; with a file, only where that file is missing, which it makes. */
export default function work({ job: { fault, file, value }, progress, slot }) {
  Atomics.store(progress, slot, 0);
  if (file === undefined || !existsSync(file)) {
    if (file !== undefined) writeFileSync(file, "");
    if (fault === "refuse") return { refused: "its file has changed" };
    FAULTS[fault]();
  }
  return value;
}
