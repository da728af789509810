/** What elements inherit from those around them. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
  readonly color: string;
  readonly strokeWidth: number;
  readonly dashes: string;
  readonly cap: string;
  readonly join: string;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: string;
}

export const START: Paint = {
  ...{ fill: "#000000", stroke: "none", color: "#000000", strokeWidth: 1, dashes: "", cap: "butt", join: "miter" },
  ...{ fillOpacity: 1, strokeOpacity: 1, size: 10, bold: false, anchor: "start" },
};

/** Attributes of an element, those of its style among them. */
export type Attributes = (name: string) => string | undefined;

/** An element's own paint, over that around it. */
export function paintOf(around: Paint, at: Attributes): Paint {
  const number = (name: string, otherwise: number) => {
    const value = at(name);
    return value === undefined ? otherwise : Number.parseFloat(value);
  };
  const dashes = at("stroke-dasharray");
  const weight = at("font-weight");
  return {
    fill: at("fill") ?? around.fill,
    stroke: at("stroke") ?? around.stroke,
    color: at("color") ?? around.color,
    strokeWidth: number("stroke-width", around.strokeWidth),
    dashes: dashes === undefined ? around.dashes : dashes === "none" ? "" : dashes,
    cap: at("stroke-linecap") ?? around.cap,
    join: at("stroke-linejoin") ?? around.join,
    fillOpacity: number("fill-opacity", around.fillOpacity),
    strokeOpacity: number("stroke-opacity", around.strokeOpacity),
    size: number("font-size", around.size),
    bold: weight === undefined ? around.bold : weight === "bold",
    anchor: at("text-anchor") ?? around.anchor,
  };
}

/**
 * A colour as parts of red, green and blue.
 *
 * @param paint #rgb in six digits, rgb(r, g, b) or currentColor
 * @param current what currentColor is
 * @returns three numbers in [0, 1]; undefined for none
 * @throws Error for one that no figure has
 */
export function colourOf(paint: string, current: string): readonly [number, number, number] | undefined {
  if (paint === "none" || paint === "transparent") return undefined;
  if (paint === "currentColor") return colourOf(current, current);
  const [, hex] = /^#([0-9a-f]{6})$/i.exec(paint) ?? [];
  if (hex) return [0, 2, 4].map((k) => Number.parseInt(hex.slice(k, k + 2), 16) / 255) as [number, number, number];
  const parts = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(paint);
  if (parts) return parts.slice(1).map((part) => Number(part) / 255) as [number, number, number];
  if (paint === "white") return [1, 1, 1];
  if (paint === "black") return [0, 0, 0];
  throw new Error(`a figure is painted ${paint}, which is no colour of figures`);
}
