import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { type Progress } from "../checker/exploration.ts";
import type { Limits } from "../checker/model.ts";
import type { Layout } from "../memory/layout.ts";
import { type CheckResult } from "../xstate/check.ts";
import { type Property } from "../xstate/property.ts";
import type { Edit } from "./mutant.ts";
import type { WorldReport } from "./report.ts";
import { type WorldCheckpoint } from "./saved-search.ts";
import { type Actor, type LivenessTheme } from "./world.ts";
import type { World } from "./worlds.ts";
/** A property, and for one of liveness the worlds that it is judged in. */
export type JudgedProperty = Property<KexecContext, KexecEvent> & {
    readonly theme?: LivenessTheme;
    /** Without this actor the property would be vacuous: it is not judged there. */
    readonly needs?: Actor;
};
export interface WorldRun {
    readonly world: World;
    /** The properties to judge, for the world's layout. */
    readonly properties: (layout: Layout) => readonly JudgedProperty[];
    readonly edit?: Edit;
    readonly limits?: Limits;
    readonly onProgress?: (progress: Progress) => void;
    /** Say why there are so many states, even when the search is complete. */
    readonly statistics?: boolean;
    readonly checkpoint?: WorldCheckpoint;
}
/** Explores one world completely and reports what was found, as plain data. */
export declare function runWorld(run: WorldRun): WorldReport;
/** What was found in a world, as plain data. */
export declare function worldReport({ world, layout }: {
    readonly world: World;
    readonly layout: Layout;
}, result: CheckResult<KexecContext, KexecEvent>, { seconds, notes }: {
    readonly seconds: number;
    readonly notes: readonly string[];
}): WorldReport;
/**
 * What is judged in a world: claims about somebody who acts there, and liveness where the world says
 * so, since the whole graph is kept for it.
 */
export declare function judgedIn(world: World, properties: readonly JudgedProperty[]): readonly JudgedProperty[];
