/** What we use of mathjs: bundled into one file for runs by the thousand, whose workers each load it anew. */
export { create, FractionDependencies, parseDependencies } from "mathjs";
