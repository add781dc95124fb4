import type { KexecEvent } from "../../../machines/events.ts";
import type { Layout } from "../../memory/layout.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { KexecFileLoadRequest } from "../../reference/kexec-file-load.ts";
import type { KexecLoadRequest } from "../../reference/state.ts";
import type { Thread } from "../../reference/thread.ts";
import type { Difference } from "../system.ts";
import type { Running } from "./system-view.ts";
/** A request of the world, with buffers, for the door that it goes through. */
export type Asked = {
    readonly door: "kexec_load";
    readonly request: KexecLoadRequest;
} | {
    readonly door: "kexec_file_load";
    readonly request: KexecFileLoadRequest;
};
/** A reference kernel that runs beside the model. */
export interface Lockstep extends Running {
    readonly threads: Map<number, Thread>;
    worker: Thread | null;
    readonly panics: Thread[];
    readonly layout: Layout;
    /** The world's requests. */
    readonly requests: readonly Asked[];
    /** The model's state before the next event; null before the first. */
    state: KexecState | null;
}
/**
 * Performs an event.
 *
 * @param after the model's state after it
 * @returns why it could not be performed, or where its actors stand that should be elsewhere
 */
export declare function performEvent(lockstep: Lockstep, event: KexecEvent, after: KexecState): readonly Difference[];
