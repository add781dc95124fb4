import type { DebianKernelName } from "./debian-kernels.ts";
import { type GuestMemory } from "./guest-memory.ts";
import type { Kernel } from "./kernels.ts";
import { type Vm } from "./vm.ts";
/** A booted machine, measured, on which nothing is loaded. */
export interface Guest {
    readonly vm: Vm;
    readonly memory: GuestMemory;
    readonly release: string;
    /** The kernel of the model that it is by what it says of itself. */
    readonly profile: DebianKernelName;
}
/**
 * Boots a kernel for tests and finds out where their requests go.
 *
 * @throws EnvironmentError when it does not boot, or is not the machine that tests need, or
 *   the model does not know its kernel
 */
export declare function bootGuest(kernel: Kernel, signal?: AbortSignal): Promise<Guest>;
/** Unloads both images. Says whether the machine is then as it was after its boot. */
export declare function tidyUp({ vm: { agent } }: Guest): Promise<boolean>;
/** Takes the machine back to what it was at `save`; says whether it then answers. */
export declare function takeBack(guest: Guest): Promise<boolean>;
/** Whether an error tells of the machine: its agent, its debugger, or the sockets to them. */
export declare function isOfGuest(error: unknown): error is Error;
