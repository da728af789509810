import { byId } from "../page/dom.ts";

/** Milliseconds for which the button says that it is done. */
const SAID = 2000;

/** Copies the address: where a page in a frame may not, it is shown to be copied by hand. */
export function newCopyLink(onFault: (message: string) => void): void {
  const button = byId<HTMLButtonElement>("copy");
  const words = button.textContent ?? "";
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = words;
      }, SAID);
    } catch {
      onFault(`The browser lets nothing be copied here; the address is ${location.href}`);
    }
  };
}
