import type { Target } from "../target.ts";
import { convex } from "./convex.ts";
import { fig3 } from "./fig3.ts";
import { fig4 } from "./fig4.ts";
import { fig5 } from "./fig5.ts";
import { fig6 } from "./fig6.ts";
import { gdVsAdam } from "./gdVsAdam.ts";
import { table1 } from "./table1.ts";
import { table2 } from "./table2.ts";

/** Everything `reproduce` can run. Adding one is one line here. */
export const TARGETS: readonly Target[] = [table1, table2, fig3, fig4, fig5, fig6, gdVsAdam, convex];
