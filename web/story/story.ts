import "./story.css";
import { byId } from "../page/dom.ts";
import type { Explorer } from "../page/explorer.ts";

/** Whether the story is on screen: not for those who come by a link, until they unfold it. */
const isOpen = () => !document.documentElement.classList.contains("linked");

/**
 * Mounts the story: its text stands in the page already, its pictures are loaded once it is open.
 *
 * @param explorer the page around it, whose setting the first pictures follow
 * @param onFault told why a training of it fails
 * @returns folds it
 */
export function newStory(explorer: Explorer, onFault: (message: string) => void): () => void {
  const fold = byId<HTMLButtonElement>("story-fold");
  let loaded: Promise<void> | undefined;
  const show = () => {
    const open = isOpen();
    fold.textContent = open ? "Skip the story" : "Read it";
    fold.setAttribute("aria-expanded", String(open));
    if (open) loaded ??= import("./steps.ts").then(({ newSteps }) => newSteps(explorer, onFault));
  };
  const foldIf = (folded: boolean) => {
    document.documentElement.classList.toggle("linked", folded);
    show();
  };
  fold.onclick = () => foldIf(isOpen());
  show();
  return () => foldIf(true);
}
