import type { Command } from "commander";

/** A command as the overview shows it; its code is loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Adds arguments, options and action. */
  readonly load: () => Promise<(command: Command) => void>;
}

/** Every command, in the order of the help. Adding one is one line here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "simulate",
    summary: "train the network as a run file says and record its metrics",
    load: async () => (await import("./simulate.ts")).simulateCommand,
  },
  {
    name: "dynamics",
    summary: "the same training in coefficients, signal and noise: exact, and far cheaper where its conditions hold",
    load: async () => (await import("./dynamics.ts")).dynamicsCommand,
  },
  {
    name: "compare",
    summary:
      "the network, its exact recurrence and the papers' sign recurrence from one start, coefficient by coefficient",
    load: async () => (await import("./compare.ts")).compareCommand,
  },
  {
    name: "margins",
    summary: "train, and follow the margins of the training set in l2, l_inf and the spectral norm",
    load: async () => (await import("./margins.ts")).marginsCommand,
  },
  {
    name: "images",
    summary: "train the network on real images, MNIST or your own files, and show train and test error over epochs",
    load: async () => (await import("./images.ts")).imagesCommand,
  },
  {
    name: "decompose",
    summary: "train, and measure from the data alone what of the weights is signal and what memorized noise",
    load: async () => (await import("./decompose.ts")).decomposeCommand,
  },
  {
    name: "reproduce",
    summary: "run the papers' experiments over several seeds and set the outcome beside the published values",
    load: async () => (await import("./reproduce.ts")).reproduceCommand,
  },
  {
    name: "check",
    summary:
      "check the papers' claims, or your own: proofs, random cases, scaling studies, frequencies, each with its grade",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "study",
    summary: "a question of docs/findings.md: what was predicted, the runs, and whether it came true",
    load: async () => (await import("./study.ts")).studyCommand,
  },
  {
    name: "sweep",
    summary:
      "run a plan of many runs into a folder, on all cores or one share of them; stopped, it goes on where it was",
    load: async () => (await import("./sweep.ts")).sweepCommand,
  },
  {
    name: "worker",
    summary: "run what sweeps with --queue have put into a Redis, on this machine, until it is stopped",
    load: async () => (await import("./worker.ts")).workerCommand,
  },
  {
    name: "phase",
    summary:
      "a phase diagram of two numbers, refined along its boundary, with thresholds and published runs laid over it",
    load: async () => (await import("./phase.ts")).phaseCommand,
  },
  {
    name: "merge",
    summary: "put the runs of several sweep folders into one",
    load: async () => (await import("./merge.ts")).mergeCommand,
  },
  {
    name: "export",
    summary: "the runs of a sweep as a table: CSV, JSON or Parquet",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    name: "summary",
    summary: "how often the runs of a sweep fit, generalize or memorize, with intervals",
    load: async () => (await import("./summary.ts")).summaryCommand,
  },
  {
    name: "compare-runs",
    summary: "two results, or two folders of runs, paired by seed: what differs, by how much, with intervals",
    load: async () => (await import("./compareRuns.ts")).compareRunsCommand,
  },
  {
    name: "figure",
    summary: "draw a result or a folder of runs as SVG or PNG: trajectories, errors, sweeps, phase diagrams",
    load: async () => (await import("./figure.ts")).figureCommand,
  },
  {
    name: "report",
    summary: "one HTML file about whatever a folder holds: what was run, tables, figures, verdicts, how to do it again",
    load: async () => (await import("./report.ts")).reportCommand,
  },
  {
    name: "papers",
    summary: "list the papers: settings, what is reproduced, claims with their verdicts, how they are read",
    load: async () => (await import("./papers.ts")).papersCommand,
  },
  {
    name: "presets",
    summary: "list the settings that have a name, and what their parameters mean",
    load: async () => (await import("./presets.ts")).presetsCommand,
  },
  {
    name: "family",
    summary: "settings that grow with n as the theorems let them, and which of their conditions hold at that n",
    load: async () => (await import("./family.ts")).familyCommand,
  },
  {
    name: "audit",
    summary: "which theorems apply to a run, which hypotheses fail and by how much, before anything is run",
    load: async () => (await import("./audit.ts")).auditCommand,
  },
  {
    name: "thresholds",
    summary: "weight decays at which learning changes: orders, explicit values at finite size, and what training finds",
    load: async () => (await import("./thresholds.ts")).thresholdsCommand,
  },
  {
    name: "coverage",
    summary: "which batch sizes and weight decays the theorems cover, as inequalities and as a map",
    load: async () => (await import("./coverage.ts")).coverageCommand,
  },
  {
    name: "explore",
    summary: "serve a page on this machine in which trainings run and are drawn as they run",
    load: async () => (await import("./explore.ts")).exploreCommand,
  },
  {
    name: "order",
    summary: "how a formula in the papers' symbols grows with n, and where a bound between two holds",
    load: async () => (await import("./order.ts")).orderCommand,
  },
  {
    name: "proof",
    summary: "check the arithmetic of a proof: each line from hypotheses and lines before it",
    load: async () => (await import("./proof.ts")).proofCommand,
  },
];
