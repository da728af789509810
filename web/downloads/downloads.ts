import type { Run } from "../../src/sim/run.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import { BY_FORMULA } from "../choice/formula.ts";
import type { Choice } from "../choice/state.ts";
import { byId, make } from "../page/dom.ts";
import type { Outcome } from "../training/levels.ts";
import { historyCsv } from "./historyCsv.ts";
import { optimizerFile } from "./optimizerFile.ts";

/** What can be downloaded of a run. */
export interface Downloadable {
  readonly choice: Choice;
  readonly run: Run;
  readonly history: readonly Moment[];
  /** Once it has ended. */
  readonly outcome?: Outcome | undefined;
}

interface Download {
  readonly id: string;
  readonly file: string;
  readonly type: string;
  readonly words: string;
  /** What must be there already. */
  readonly needs: "run" | "records" | "outcome" | "formula";
  make(of: Downloadable): Promise<string | Blob> | string;
}

/** Twice the size on paper, so that it is sharp. */
const PNG_SCALE = 2;

async function svgOf({ run, history, outcome }: Downloadable): Promise<string> {
  // Observable Plot is large, and few readers download a picture.
  const { figureSvg } = await import("./figureSvg.ts");
  return figureSvg({
    ...{ config: run, history, command: "adamcheck figure trajectory --from result.json" },
    ...(outcome?.diverged && { divergedStep: outcome.diverged.step }),
  });
}

async function pngOf(of: Downloadable): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([await svgOf(of)], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const canvas = make("canvas", { width: image.width * PNG_SCALE, height: image.height * PNG_SCALE });
    (canvas.getContext("2d") as CanvasRenderingContext2D).drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture cannot be encoded"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Every file that is offered, in the order of the page. Adding one is one entry here. */
const DOWNLOADS: readonly Download[] = [
  {
    ...{ id: "svg", file: "adamcheck.svg", type: "image/svg+xml", words: "SVG", needs: "records" },
    make: svgOf,
  },
  { ...{ id: "png", file: "adamcheck.png", type: "image/png", words: "PNG", needs: "records" }, make: pngOf },
  {
    ...{ id: "csv", file: "history.csv", type: "text/csv", words: "CSV", needs: "records" },
    make: ({ history }) => historyCsv(history),
  },
  {
    ...{ id: "run", file: "RUN.json", type: "application/json", words: "RUN.json", needs: "run" },
    make: ({ run }) => `${JSON.stringify(run, null, 2)}\n`,
  },
  {
    // The text that `adamcheck simulate RUN.json --json` prints.
    ...{ id: "result", file: "result.json", type: "application/json", words: "result.json", needs: "outcome" },
    make: ({ outcome }) => `${JSON.stringify(outcome)}\n`,
  },
  {
    ...{ id: "optimizer", file: "optimizer.mjs", type: "text/javascript", words: "optimizer.mjs", needs: "formula" },
    make: ({ choice }) => optimizerFile(choice),
  },
];

function save(content: string | Blob, { file, type }: Download): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  make("a", { href: url, download: file }).click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Puts the buttons into the page.
 *
 * @param current what there is to download
 * @param onFault told why a file could not be made
 * @returns brings the buttons up to date
 */
export function newDownloads(current: () => Downloadable, onFault: (message: string) => void): () => void {
  const buttons = DOWNLOADS.map((download) => {
    const onclick = async () => {
      try {
        save(await download.make(current()), download);
      } catch (error) {
        onFault(`${download.file} cannot be made: ${(error as Error).message}`);
      }
    };
    const button = make("button", { type: "button", id: `download-${download.id}`, onclick }, download.words);
    byId("downloads").append(button);
    return { button, needs: download.needs };
  });
  return () => {
    const { choice, history, outcome } = current();
    const formula = choice.optimizer === BY_FORMULA;
    const there = { run: true, records: history.length > 1, outcome: outcome !== undefined, formula };
    for (const { button, needs } of buttons) {
      button.disabled = !there[needs];
      button.hidden = needs === "formula" && !formula;
    }
    byId("formula-files").hidden = !formula;
  };
}
