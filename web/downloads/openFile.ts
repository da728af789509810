import { InputError } from "../../src/setting/inputError.ts";
import { jsonFrom } from "../../src/setting/jsonFrom.ts";
import { choiceFrom } from "../choice/fromRun.ts";
import type { Choice } from "../choice/state.ts";
import { byId, make } from "../page/dom.ts";
import type { Explorer } from "../page/explorer.ts";

/** The choice that a file holds. */
async function read(file: File, now: Choice): Promise<Choice> {
  const json = jsonFrom((await file.text()).replace(/^\uFEFF/, ""), file.name);
  if (json) return choiceFrom(json.value, now);
  throw new InputError(`${file.name} must hold JSON here, but is none; adamcheck simulate reads YAML as well`);
}

/**
 * Puts the button into the page that opens a run file, or the run of a result.
 *
 * @param explorer the page around it
 * @param onFault told why a file is none
 */
export function newOpenFile(explorer: Explorer, onFault: (message: string) => void): void {
  const input = make("input", {
    ...{ type: "file", accept: ".json,application/json", id: "open-file", class: "hidden", tabindex: -1 },
    "aria-label": "a run file",
    async onchange() {
      const [file] = input.files ?? [];
      // The same file may be opened again.
      input.value = "";
      if (!file) return;
      try {
        explorer.choose(await read(file, explorer.choice));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        onFault(`${error.message}.`);
      }
    },
  });
  const title = "opens a run file (RUN.json), or the run of a result";
  const button = make("button", { type: "button", id: "open", title, onclick: () => input.click() }, "Open RUN.json…");
  byId("downloads").append(button, input);
}
