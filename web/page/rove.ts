const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Makes one stop of the tab key of several elements: arrow keys go from one to the next.
 *
 * @param host in which they stand
 * @param elements in their order; the first is the stop
 * @returns makes another one the stop
 */
export function rove(host: HTMLElement, elements: readonly HTMLElement[]): (at: number) => void {
  const stopAt = (at: number) =>
    elements.forEach((element, k) => {
      element.tabIndex = k === at ? 0 : -1;
    });
  host.addEventListener("keydown", (event) => {
    const at = elements.indexOf(document.activeElement as HTMLElement);
    const next = MOVES[event.key]?.(at, elements.length - 1);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    elements[next]?.focus();
  });
  stopAt(0);
  return stopAt;
}
