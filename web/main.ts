import "uplot/dist/uPlot.min.css";
import "./style.css";
import { InputError } from "../src/setting/inputError.ts";
import { runWarnings } from "../src/sim/run.ts";
import { isUnread } from "./choice/formula.ts";
import { fetchOwn, readOwn } from "./choice/readOwn.ts";
import { type Choice, drawnRun, FIRST } from "./choice/state.ts";
import { fromAddress, toAddress } from "./choice/urlState.ts";
import type { Ask } from "./controls/control.ts";
import { newControls } from "./controls/controls.ts";
import { newCopyLink } from "./controls/copyLink.ts";
import { newGallery } from "./controls/galleryLinks.ts";
import { newDownloads } from "./downloads/downloads.ts";
import { newOpenFile } from "./downloads/openFile.ts";
import { newMap } from "./map/map.ts";
import { byId } from "./page/dom.ts";
import type { Explorer } from "./page/explorer.ts";
import { epochText } from "./page/numberText.ts";
import { showBeside } from "./plots/besideText.ts";
import { newScreen } from "./plots/screen.ts";
import { newStory } from "./story/story.ts";
import { explainControls } from "./theory/letters.ts";
import { readTyped } from "./theory/library.ts";
import { newTheory } from "./theory/theory.ts";
import { faultOf } from "./training/fault.ts";
import { outcomeText } from "./training/outcomeText.ts";
import { newSession, sameTraining } from "./training/session.ts";
import { outcomeOf, refusalOf, type Watched } from "./training/watched.ts";

/** Milliseconds that a choice rests before its training goes on, and the theory is asked. */
const REST = 200;

/** Readers who want no motion begin themselves. */
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

const button = (id: string) => byId<HTMLButtonElement>(id);
const speed = byId<HTMLSelectElement>("speed");

document.documentElement.classList.toggle("embed", new URLSearchParams(location.search).has("embed"));

/** A sentence about something wrong that no field is about; none takes it away. */
function complain(text = ""): void {
  byId("message").textContent = text;
  byId("message").hidden = text === "";
}

// Before the controls are made, and the address is read: both may name them.
await fetchOwn();

const session = newSession(FIRST, { onReport: () => show(), onFault: complain });

/** Orders to choose: one that had to wait for its formulas is forgotten where another one has come. */
let orders = 0;

/** Takes a choice over; one whose formulas have to be read first alone takes time. */
async function take(choice: Choice, dragging = false): Promise<void> {
  const order = ++orders;
  if (isUnread(choice)) await readOwn(choice, readTyped);
  if (order === orders) choose(choice, dragging);
}

/** Why what was asked for cannot be, in a sentence; undefined where it is: else everything stays as it was. */
async function refusal(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.message}.`;
  }
}

const change: Ask = (part, dragging) =>
  refusal(async () => take({ ...session.choice, ...part(session.choice) }, dragging && !still));
const controls = newControls(change);
const showGallery = newGallery();
const theory = newTheory(({ marks, lines, published }) => {
  view.publish(published);
  controls.mark(marks);
  map.mark(lines);
}, complain);
// What reads bounds is large, and many will not ask.
byId("bound").addEventListener(
  "toggle",
  () => import("./theory/bound/boundPanel.ts").then(({ mountBound }) => mountBound(complain)),
  { once: true },
);
byId("enclosed").addEventListener(
  "toggle",
  () =>
    import("./theory/enclosed/enclosedPanel.ts").then(({ mountEnclosed }) =>
      mountEnclosed(() => drawnRun(session.run), complain),
    ),
  { once: true },
);
const updateDownloads = newDownloads(() => {
  const { choice, run, network } = session;
  return { choice, run, history: network.history, outcome: outcomeOf(network) };
}, complain);

/** Said once for every change: what is read aloud must not be a stream of numbers. */
let said = "";
function say(text: string): void {
  if (text !== said) byId("status").textContent = text;
  said = text;
}

function stateText({ network, playing }: typeof session): string {
  const refused = refusalOf(network);
  if (refused !== undefined) return `Cannot be trained: ${refused}.`;
  const outcome = outcomeOf(network);
  if (outcome) return outcomeText(outcome);
  if (playing) return "Training.";
  return network.history.length === 0 ? "Ready." : `Paused at epoch ${epochText(network.history.at(-1)?.epoch ?? 0)}.`;
}

const pace = ({ ended, step, spent }: Watched) =>
  ended && spent > 0 ? `${Math.round((1000 * step) / spent).toLocaleString("en")} steps a second` : "";

const isOver = () => session.network.ended !== undefined && (!session.beside || session.beside.ended !== undefined);

const view = newScreen(session, () => {
  say(`${session.pinned ? "B: " : ""}${stateText(session)}`);
  byId("pace").textContent = pace(session.network);
  button("step").disabled = isOver();
  showBeside(session);
  controls.blame(faultOf(session.drawn.run, session.network));
  updateDownloads();
  theory.observe(session.network);
});

/** What the buttons say is what a click does: at once. The rest comes with the next frame. */
function show(): void {
  button("play").textContent = session.playing ? "Pause" : isOver() ? "Again" : "Play";
  button("pin").textContent = session.pinned ? "Unpin A" : "Pin as A";
  view.draw();
}

const followers: ((choice: Choice) => void)[] = [];

/** What parts of the page are given that are mounted below. */
const explorer: Explorer = {
  get choice() {
    return session.choice;
  },
  choose: async (choice) => complain(await refusal(() => take(choice))),
  follow(listener) {
    followers.push(listener);
    listener(session.choice);
  },
};

/** The address of what is on screen; browsers refuse it many times a second, so not of what a slider passes over. */
function showAddress(): void {
  const { choice, pinned } = session;
  history.replaceState(null, "", `#${toAddress({ choice, pinned: pinned?.choice })}`);
  showGallery(choice, pinned?.choice);
}

let rest: ReturnType<typeof setTimeout> | undefined;
/** Of what the theory was last asked. */
let asked: Choice | undefined;

/** Puts a choice that can be trained on screen, and trains it. */
function choose(choice: Choice, dragging = false): void {
  const anew = session.choose(choice, dragging);
  complain(runWarnings(session.run).join(" "));
  controls.show(choice);
  for (const tell of followers) tell(choice);
  show();
  if (!dragging) showAddress();
  if (anew && !dragging && !still) playSoon();
  if (!asked || !sameTraining(asked, choice)) askSoon();
}

/** What is chosen step by step is trained once. */
function playSoon(): void {
  clearTimeout(rest);
  rest = setTimeout(() => {
    if (!session.playing) play();
    show();
  }, REST);
}

let question: ReturnType<typeof setTimeout> | undefined;

function askSoon(): void {
  theory.forget();
  view.publish(undefined);
  clearTimeout(question);
  question = setTimeout(() => {
    asked = session.choice;
    theory.ask(drawnRun(session.run));
  }, REST);
}

function play(): void {
  clearTimeout(rest);
  session.play(Number(speed.value));
}

function playOrPause(): void {
  clearTimeout(rest);
  if (session.playing) session.pause();
  else {
    if (isOver()) session.reset();
    play();
  }
  show();
}

button("play").onclick = playOrPause;
button("step").onclick = () => session.step();
button("reset").onclick = () => {
  session.reset();
  show();
};
button("pin").onclick = () => {
  if (session.pinned) session.unpin();
  else session.pin(session.choice);
  showAddress();
  show();
};
speed.onchange = () => {
  if (session.playing) play();
};
newCopyLink(complain);

/** What the space bar does by itself: it types, presses and opens. */
const TAKES_SPACE = "a, button, select, summary, textarea, input:not([type=range])";
addEventListener("keydown", (event) => {
  if (event.key !== " " || (event.target as Element).closest(TAKES_SPACE)) return;
  event.preventDefault();
  playOrPause();
});

/** Takes the address over; where it cannot be, what is on screen stays, and is the address again. What is pinned stays where it says nothing. */
async function chooseFromAddress(): Promise<void> {
  const why = await refusal(async () => {
    const { choice, pinned } = fromAddress(location.hash);
    if (pinned) {
      await readOwn(pinned, readTyped);
      session.pin(pinned);
    }
    await take(choice);
  });
  if (why === undefined) return;
  choose(session.choice);
  complain(`The address is not understood: ${why}`);
}
addEventListener("hashchange", () => {
  // Who asks for a run is to see it.
  foldStory();
  chooseFromAddress();
});

// Where the page is narrow the plots come first.
byId<HTMLDetailsElement>("choose").open = matchMedia("(min-width: 48rem)").matches;
const foldStory = newStory(explorer, complain);
explainControls();
newOpenFile(explorer, complain);
const map = newMap(byId("map"), explorer, complain);
await chooseFromAddress();
// With the frame in which the plots are first drawn.
requestAnimationFrame(() => document.body.classList.remove("building"));
if (!still) playSoon();
