import { make } from "../page/dom.ts";
import { rove } from "../page/rove.ts";
import { sentence } from "../page/sentence.ts";

/** A question with answers to press. */
interface Question {
  readonly answers: readonly string[];
  readonly right: string;
  /** What is said of the answer, once it is shown. */
  readonly because: string;
}

/** Milliseconds that a question in sight waits for a guess before it answers itself. */
const PATIENCE = 9000;

/**
 * Asks, and shows the answer after a guess; to those who only read, after a while in sight (not to those who want no motion).
 *
 * @param host where the answers stand
 * @param question and its answer
 * @param still whether it waits for ever
 * @param onShow called once, when the answer is shown
 */
export function ask(
  host: HTMLElement,
  { answers, right, because }: Question,
  still: boolean,
  onShow: () => void,
): void {
  let shown = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const words = make("p", { role: "status" }, still ? "Guess, and see." : "Guess; or wait, and see.");
  const buttons = answers.map((answer) => make("button", { type: "button", onclick: () => show(answer) }, answer));
  function show(guess?: string): void {
    if (shown) return;
    shown = true;
    clearTimeout(patience);
    for (const button of buttons) {
      // It keeps the focus that it has.
      button.setAttribute("aria-disabled", "true");
      if (button.textContent === right) button.classList.add("right");
      if (button.textContent === guess) button.setAttribute("aria-pressed", "true");
    }
    const verdict = guess === undefined ? "" : guess === right ? "Yes: " : "No: ";
    words.textContent = verdict === "" ? sentence(because) : `${verdict}${because}`;
    onShow();
  }
  const bar = make("div", { class: "bar" }, ...buttons);
  rove(bar, buttons);
  host.append(bar, words);
  if (still) return;
  new IntersectionObserver(
    ([entry]) => {
      clearTimeout(patience);
      if (entry?.isIntersecting && !shown) patience = setTimeout(() => show(), PATIENCE);
    },
    { threshold: 1 },
  ).observe(host);
}
