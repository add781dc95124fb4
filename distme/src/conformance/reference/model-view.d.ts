import type { KexecContext } from "../../../machines/events.ts";
import { type Layout } from "../../memory/layout.ts";
import type { StateView } from "../../xstate/property.ts";
import { type View } from "./view.ts";
/** What a state of the model says about the kernel; of one that is at its end, only that. */
export declare function modelView(layout: Layout, state: StateView<KexecContext>): View;
