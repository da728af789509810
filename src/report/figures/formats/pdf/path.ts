/** Digits of a number in a PDF, where 1e-7 is unknown. */
export const digits = (x: number): string => String(Number(x.toFixed(3)));

const PARAMETERS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** Control points of a quarter of a circle lie so far along its tangents. */
const QUARTER = 0.5522847498307936;

/** A circle in four curves, from its left. */
export function circle(cx: number, cy: number, r: number): string {
  const k = QUARTER * r;
  const curve = (...points: number[]) => `${points.map(digits).join(" ")} c`;
  return [
    `${digits(cx - r)} ${digits(cy)} m`,
    ...[
      [cx - r, cy - k, cx - k, cy - r, cx, cy - r],
      [cx + k, cy - r, cx + r, cy - k, cx + r, cy],
      [cx + r, cy + k, cx + k, cy + r, cx, cy + r],
      [cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    ].map((points) => curve(...points)),
    "h",
  ].join("\n");
}

/**
 * A path of SVG as operators of PDF.
 *
 * @param d commands in capitals or small letters: M, L, H, V, C, Q, Z, and A for half circles, as Plot and our legends write circles
 * @returns operators, one a line
 * @throws Error for a command that no figure has
 */
export function pathOf(d: string): string {
  const tokens = d.match(/[A-Za-z]|-?\d*\.?\d+(?:e[-+]?\d+)?/g) ?? [];
  const out: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let command = "";
  for (let at = 0; at < tokens.length; ) {
    if (/^[A-Za-z]$/.test(tokens[at] as string)) command = tokens[at++] as string;
    const kind = command.toUpperCase();
    const count = PARAMETERS[kind];
    if (count === undefined) throw new Error(`a path has ${command}, which no figure has`);
    const small = command !== kind;
    const given = tokens.slice(at, at + count).map(Number);
    at += count;
    const [ox, oy] = small ? [x, y] : [0, 0];
    const point = (k: number): [number, number] => [(given[k] as number) + ox, (given[k + 1] as number) + oy];
    const write = (operator: string, ...points: [number, number][]) => {
      out.push(`${points.flat().map(digits).join(" ")} ${operator}`);
      [x, y] = points.at(-1) as [number, number];
    };
    if (kind === "Z") {
      out.push("h");
      [x, y] = [startX, startY];
      // Nothing may follow but a new command.
      command = "M";
    } else if (kind === "M") {
      write("m", point(0));
      [startX, startY] = [x, y];
      command = small ? "l" : "L";
    } else if (kind === "L") write("l", point(0));
    else if (kind === "H") write("l", [(given[0] as number) + ox, y]);
    else if (kind === "V") write("l", [x, (given[0] as number) + oy]);
    else if (kind === "C") write("c", point(0), point(2), point(4));
    else if (kind === "Q") {
      const [[cx, cy], [ex, ey]] = [point(0), point(2)];
      const towards = (from: number, to: number) => from + (2 / 3) * (to - from);
      write("c", [towards(x, cx), towards(y, cy)], [towards(ex, cx), towards(ey, cy)], [ex, ey]);
    } else {
      const [r, , , , sweep] = given as [number, number, number, number, number];
      const [ex, ey] = point(5);
      // Half a circle in two quarters, about the middle of its ends.
      const [mx, my] = [(x + ex) / 2, (y + ey) / 2];
      const [ux, uy] = [(x - mx) / r, (y - my) / r];
      const turn = sweep === 1 ? 1 : -1;
      const [vx, vy] = [-turn * uy, turn * ux];
      const place = (a: number, b: number): [number, number] => [
        mx + r * (a * ux + b * vx),
        my + r * (a * uy + b * vy),
      ];
      write("c", place(1, QUARTER), place(QUARTER, 1), place(0, 1));
      write("c", place(-QUARTER, 1), place(-1, QUARTER), [ex, ey]);
    }
  }
  return out.join("\n");
}
