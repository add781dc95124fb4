import { type Agent } from "./agent.ts";
import { type Gdb } from "./gdb.ts";
import { type Qmp } from "./qmp.ts";
export interface VmOptions {
    /** Path of the kernel's bzImage. */
    readonly kernel: string;
    /** Path of the initramfs with the guest agent. */
    readonly initramfs: string;
    /** Default: 256. Counting reserved frames takes time in proportion. */
    readonly memory_MiB?: number;
    /** What the kernel shall reserve for a crash kernel, or null. Default: 64M. */
    readonly crashkernel?: string | null;
    /**
     * 2 MiB pages that the kernel sets aside at boot. kexec cannot get them, so they are not counted
     * either: observing frames is faster. Default: 0.
     */
    readonly hugepages?: number;
    /** More words for the kernel command line. */
    readonly commandLine?: readonly string[];
    /** Default: 90 s. */
    readonly bootLimit_ms?: number;
    /** Ends the machine, whatever it is doing, and removes its folder. */
    readonly signal?: AbortSignal;
}
/** A booted machine whose agent answers. */
export interface Vm {
    readonly agent: Agent;
    readonly qmp: Qmp;
    /** How long it took until the agent answered. */
    readonly boot_ms: number;
    /** What the kernel has printed so far. */
    consoleText(): string;
    /** Connects to the gdb stub. The machine runs on. */
    openGdb(): Promise<Gdb>;
    /** Remembers the machine as it is now, in a file of its folder. */
    save(): Promise<void>;
    /**
     * Makes the machine what it was at `save`, whatever has become of it. What the agent was asked
     * and has not answered is forgotten.
     */
    restore(): Promise<void>;
    /** Ends the machine. With `keepLog`, leaves the console log where the returned path says. */
    stop(options?: {
        readonly keepLog?: boolean;
    }): Promise<string | null>;
}
/**
 * Boots a kernel in QEMU, emulated (no KVM), without network.
 *
 * All that it talks through are Unix sockets in a folder of its own, which only we can enter.
 * Whatever happens to us, QEMU does not outlive us.
 *
 * @throws EnvironmentError when QEMU is not installed, or the agent does not answer in time; then
 *   the console log is kept
 * @throws the signal's reason when it is aborted
 */
export declare function startVm(options: VmOptions): Promise<Vm>;
