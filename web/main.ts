import "uplot/dist/uPlot.min.css";
import "./style.css";
import { InputError } from "../src/setting/inputError.ts";
import { runWarnings } from "../src/sim/run.ts";
import { fetchOwn } from "./choice/own.ts";
import { type Choice, FIRST } from "./choice/state.ts";
import { fromHash, toHash } from "./choice/urlState.ts";
import { newControls } from "./controls/controls.ts";
import { showGallery } from "./controls/galleryLinks.ts";
import { newDownloads } from "./downloads/downloads.ts";
import { newMap } from "./map/map.ts";
import { byId } from "./page/dom.ts";
import type { Explorer } from "./page/explorer.ts";
import { showBeside } from "./plots/besideText.ts";
import { newScreen } from "./plots/screen.ts";
import { newStory } from "./story/story.ts";
import { newTheory } from "./theory/theory.ts";
import { outcomeText } from "./training/outcomeText.ts";
import { newSession } from "./training/session.ts";
import { outcomeOf, refusalOf, type Watched } from "./training/training.ts";

/** Milliseconds that a slider rests before its training goes on, and the theory is asked. */
const REST = 200;

/** Readers who want no motion begin themselves. */
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

const button = (id: string) => byId<HTMLButtonElement>(id);
const speed = byId<HTMLSelectElement>("speed");

/** A sentence about something wrong; none takes it away. */
function complain(text = ""): void {
  byId("message").textContent = text;
  byId("message").hidden = text === "";
}

/** Does what may be refused: the sentence why is shown, and everything stays as it is. */
function attempt(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    complain(`${error.message}.`);
  }
}

// Before the controls are made, and the address is read: both may name them.
await fetchOwn();

const session = newSession(FIRST, { onReport: () => show(), onFault: complain });
const controls = newControls(
  () => session.choice,
  (next) => attempt(() => choose(next())),
);
const theory = newTheory(({ marks, lines }) => {
  controls.mark(marks);
  map.mark(lines);
}, complain);
const updateDownloads = newDownloads(() => {
  const { run, network } = session;
  return { run, history: network.history, outcome: outcomeOf(network) };
}, complain);

/** Said once for every change: what is read aloud must not be a stream of numbers. */
let said = "";
function say(text: string): void {
  if (text !== said) byId("status").textContent = text;
  said = text;
}

function stateText({ network, playing }: typeof session): string {
  const refusal = refusalOf(network);
  if (refusal !== undefined) return `Cannot be trained: ${refusal}.`;
  const outcome = outcomeOf(network);
  if (outcome) return outcomeText(outcome);
  if (playing) return "Training.";
  return network.history.length === 0 ? "Ready." : `Paused at epoch ${network.history.at(-1)?.epoch}.`;
}

const pace = ({ ended, step, spent }: Watched) =>
  ended && spent > 0 ? `${Math.round((1000 * step) / spent).toLocaleString("en")} steps a second` : "";

const isOver = () => session.network.ended !== undefined && (!session.beside || session.beside.ended !== undefined);

const view = newScreen(session, () => {
  say(stateText(session));
  byId("pace").textContent = pace(session.network);
  button("step").disabled = isOver();
  showBeside(session);
  updateDownloads();
  theory.observe(session.network);
});

/** What the button says is what a click does: at once. The rest comes with the next frame. */
function show(): void {
  button("play").textContent = session.playing ? "Pause" : isOver() ? "Again" : "Play";
  view.draw();
}

let rest: ReturnType<typeof setTimeout> | undefined;

const followers: ((choice: Choice) => void)[] = [];

/** What parts of the page are given that are mounted below. */
const explorer: Explorer = {
  get choice() {
    return session.choice;
  },
  choose: (choice) => attempt(() => choose(choice)),
  follow(listener) {
    followers.push(listener);
    listener(session.choice);
  },
};

/** Takes a choice over into form, address and gallery, and trains it. */
function choose(choice: Choice): void {
  const anew = session.choose(choice);
  complain(runWarnings(session.run).join(" "));
  history.replaceState(null, "", `#${toHash(choice)}`);
  controls.show(choice);
  for (const tell of followers) tell(choice);
  show();
  if (anew) trainSoon();
}

function trainSoon(): void {
  theory.forget();
  clearTimeout(rest);
  rest = setTimeout(() => {
    if (!still) play();
    show();
    theory.ask(session.run);
  }, REST);
}

function play(): void {
  session.play(Number(speed.value));
}

button("play").onclick = () => {
  if (session.playing) session.pause();
  else {
    if (isOver()) session.reset();
    play();
  }
  show();
};
button("step").onclick = () => session.step();
button("reset").onclick = () => {
  session.reset();
  show();
};
speed.onchange = () => {
  if (session.playing) play();
};
/** Takes the address over; where it cannot be, what is on screen stays, and is the address again. */
function chooseFromAddress(): void {
  try {
    choose(fromHash(location.hash));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    choose(session.choice);
    complain(`The address is not understood: ${error.message}.`);
  }
}
addEventListener("hashchange", chooseFromAddress);

// Where the page is narrow the plots come first.
byId<HTMLDetailsElement>("choose").open = matchMedia("(min-width: 48rem)").matches;
newStory(explorer, complain);
const map = newMap(byId("map"), explorer, complain);
explorer.follow(showGallery);
chooseFromAddress();
trainSoon();
