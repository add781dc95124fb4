import type { Layout } from "../src/memory/layout.ts";
import type { KexecProperty } from "./state.ts";
/** Every property of the model, theme by theme, for a world's layout. */
export declare function kexecProperties(layout: Layout): readonly KexecProperty[];
