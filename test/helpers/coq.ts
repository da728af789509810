import { spawnSync } from "node:child_process";

const found = (name: string) => spawnSync(name, ["--version"]).status === 0;

/** Why what needs Coq is skipped, if so. */
export const noCoq =
  found("coqc") && found("coqchk")
    ? undefined
    : "there is no coqc (apt-get install coq libcoq-coquelicot libcoq-interval)";
