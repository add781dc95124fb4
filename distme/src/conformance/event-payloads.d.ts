import type { KexecEventType } from "../../machines/events.ts";
/** What an event carries, beside the task that performs it if it is a task's. */
export type Payload = 
/** A task's, and nothing else. */
"none" | "request" | "call" | "outcome" | "frame" | "wrote" | "fatal"
/** No task's, and nothing at all. */
 | "machine" | "value" | "limit" | "by";
/** What each event of a suite carries. */
export declare const payloads: Readonly<Record<KexecEventType, Payload>>;
