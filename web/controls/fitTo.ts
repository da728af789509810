/** Letters of most numbers. */
const USUAL = 8;

/** Makes a field of a number as wide as what stands in it, where that is long. */
export function fitTo(field: HTMLInputElement): void {
  field.style.width = field.value.length > USUAL ? `calc(${field.value.length}ch + 0.8rem)` : "";
}
