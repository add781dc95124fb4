import type { KexecEvent, TaskEvent } from "../../../machines/events.ts";
import { type Feature } from "../../memory/bounds.ts";
import type { Request, SystemCall } from "../../memory/request.ts";
import type { World } from "../world.ts";
import { type Fault } from "./deed.ts";
/**
 * What two kernels are asked to do: calls and events that can have to do with each other. Within a
 * theme every order of them is tried.
 */
export interface Theme {
    readonly name: string;
    /** What the caller asks for. */
    readonly calls: readonly (Request | SystemCall)[];
    /** What the other task may be stopped in, and what fails in it before. */
    readonly begun: readonly {
        readonly asked: Request;
        readonly fault: Fault;
    }[];
    readonly events: readonly KexecEvent[];
}
export declare const themes: readonly Theme[];
/** The world in which every theme takes place, with a kernel of the given features. */
export declare function sceneOf(features: readonly Feature[]): World;
/** Whether a deed can be, or contain, an event: the fewer there are, the quicker is a kernel. */
export declare function isPlayed(event: KexecEvent): boolean;
/** The event with which a task makes a call. */
export declare function entryOf(asked: Request | SystemCall, task: number): TaskEvent;
