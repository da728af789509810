/** The elements of a text that is well-formed XML; throws where it is not. */
export function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  let rest = svg.trim();
  while (rest !== "") {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z][a-zA-Z0-9:-]*="(?:[^"<&]|&(?:amp|lt|gt|quot|#\d+);)*")*) ?(\/?)>/.exec(
      rest,
    );
    const text = /^(?:[^<>&]|&(?:amp|lt|gt|#\d+);)+/.exec(rest);
    if (tag) {
      const [, closing, name, , empty] = tag as unknown as [string, string, string, string, string];
      if (closing && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      if (!closing) names.push(name);
      if (!closing && !empty) open.push(name);
    } else if (!text || open.length === 0) throw new Error(`not well-formed: ${rest.slice(0, 60)}`);
    rest = rest.slice((tag ?? (text as RegExpExecArray))[0].length);
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} not closed`);
  return names;
}
