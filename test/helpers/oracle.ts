import { readFileSync } from "node:fs";
import type { ExplicitStart } from "../../src/data/start.ts";
import type { Hyperparameters } from "../../src/optimizers/optimizer.ts";
import type { NetworkName } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";

interface OracleStart {
  readonly network: NetworkName;
  readonly setting: Setting;
  readonly start: ExplicitStart;
}

export interface GradientCase extends OracleStart {
  readonly name: string;
  readonly batch: number[];
  readonly loss: number;
  readonly gradient: number[][][];
}

export interface TrajectoryCase {
  readonly name: string;
  readonly start: string;
  readonly optimizer: Hyperparameters & { name: string };
  readonly weights: number[][][];
  readonly loss: number;
  readonly sensitivity: number;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../oracle/${name}.json`, import.meta.url), "utf8"));

/** What PyTorch computed; test/oracle/README.md says how. */
export const gradientCases = () => (read("gradients") as { cases: GradientCase[] }).cases;
export const trajectories = (file: "trajectories" | "neighbours" = "trajectories") =>
  read(file) as { starts: Record<string, OracleStart & { batches: number[][] }>; cases: TrajectoryCase[] };
