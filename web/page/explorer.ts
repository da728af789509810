import type { Choice } from "../choice/state.ts";

/** What parts of the page that choose for themselves see of it. */
export interface Explorer {
  /** What is on screen. */
  readonly choice: Choice;
  /** Puts a choice on screen, and trains it; a sentence says why where it cannot be trained. */
  choose(choice: Choice): void;
  /** Calls a listener now and after every choice that is taken over, also while a slider is dragged. */
  follow(listener: (choice: Choice) => void): void;
}
