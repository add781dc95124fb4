import type { Layout } from "../../memory/layout.ts";
import { type LimitName } from "../../memory/limits.ts";
import { type Request } from "../../memory/request.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { ReplayedStep } from "./replay.ts";
/** A way into kexec beside kexec_load, as the model asks for it. */
export type Door = {
    readonly door: "kexec_file_load";
    readonly request: Request;
} | {
    readonly door: "reboot";
    readonly capSysBoot: boolean;
    readonly magic: boolean;
    readonly childPidNamespace: boolean;
} | {
    readonly door: "crash_size_show";
} | {
    readonly door: "crash_size_store";
    /** Null: a text that is no number. */
    readonly size_bytes: bigint | null;
    /** The size that the region has after the model's boot. */
    readonly region_bytes: bigint;
} | {
    readonly door: "limit";
    readonly limit: LimitName;
    readonly value: number;
    /** Whether the handler takes the value. */
    readonly isAccepted: boolean;
};
/** A door that is no sysctl. */
export type CalledDoor = Exclude<Door, {
    readonly door: "limit";
}>;
/** A call that the guest's agent is asked to make. */
export interface DoorRequest {
    /** Who calls: 0 (the default) to 3. */
    readonly task?: number;
    readonly name: "file" | "reboot" | "show" | "store";
    readonly flags?: number;
    /** The file that is loaded, if one is. */
    readonly kernel?: "good";
    readonly capSysBoot?: boolean;
    readonly magic?: boolean;
    readonly childPidNamespace?: boolean;
    /** The number that is written, if it is one. */
    readonly value?: bigint;
}
/** The door that a call or write goes through by its first step; null for kexec_load and others. */
export declare function doorOf({ bounds }: Layout, { event, before }: ReplayedStep): Door | null;
/** @source include/uapi/linux/kexec.h */
export declare const KEXEC_FILE_UNLOAD = 1;
export declare const KEXEC_FILE_ON_CRASH = 2;
/** The same on a machine, whose crash region is of another size. */
export declare function doorRequest(door: CalledDoor, memory: GuestMemory): DoorRequest;
