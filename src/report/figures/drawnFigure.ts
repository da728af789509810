/** A figure as it is drawn. */
export interface DrawnFigure {
  /** The text of an SVG file that needs nothing besides. */
  readonly svg: string;
  /** What is under it: setting, seeds and the command that makes it. */
  readonly caption: string;
  /** The names of all panels that it has. */
  readonly panels: readonly string[];
  /** What to do where it is higher than the text of a page. */
  readonly advice?: string;
}
