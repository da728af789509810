import { spawnSync } from "node:child_process";

const CANDIDATES = ["python3", "/usr/bin/python3"];

/** A Python that has pandas; undefined where there is none. */
export const pythonWithPandas = CANDIDATES.find((python) => spawnSync(python, ["-c", "import pandas"]).status === 0);

/** Why what needs it is skipped, if so. */
export const noPandas = pythonWithPandas
  ? undefined
  : "there is no Python with pandas; install Debian's python3-pandas";
