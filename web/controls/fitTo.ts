/** Letters that stand beside a label; more take a line of their own. */
const [USUAL, MOST] = [8, 12];

/** Gives a field room for the number that stands in it. */
export function fitTo(field: HTMLInputElement): void {
  const { length } = field.value;
  field.classList.toggle("long", length > MOST);
  field.style.width = length > USUAL && length <= MOST ? `calc(${length}ch + 0.8rem)` : "";
}
