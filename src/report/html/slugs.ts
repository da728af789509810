const NOT_SLUG = /[^a-z0-9.]+/g;

/**
 * Names for parts of a page, by which they are linked to: the same text gives the same name in every report.
 *
 * @returns a function that turns a text into a name of a-z, 0-9, point and hyphen that it has not given before
 * @example
 * const slug = newSlugs()
 * slug("Claims checked") // => "claims-checked"
 * slug("Claims checked!") // => "claims-checked-2"
 */
export function newSlugs(): (text: string) => string {
  const given = new Set<string>();
  return (text) => {
    const slug = text.toLowerCase().replaceAll(NOT_SLUG, "-").replaceAll(/^-|-$/g, "") || "part";
    let name = slug;
    for (let k = 2; given.has(name); k++) name = `${slug}-${k}`;
    given.add(name);
    return name;
  };
}
