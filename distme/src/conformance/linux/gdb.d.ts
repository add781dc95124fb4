/** What happens to whoever has come to a breakpoint. */
export type Fate = {
    readonly kind: "goOn";
}
/** The function returns at once, with a value. */
 | {
    readonly kind: "return";
    readonly value: bigint;
}
/** It goes on at another address, with another first argument if one is given. */
 | {
    readonly kind: "goTo";
    readonly address: bigint;
    readonly rdi?: bigint;
}
/**
 * It stays on its CPU until `release`, in an endless loop that takes the place of a function's
 * first bytes. Nobody may call that function.
 */
 | {
    readonly kind: "stay";
    readonly loop: bigint;
};
/** The first arguments of a function. */
export type Argument = "rdi" | "rsi" | "rdx";
/** Somebody has come to a breakpoint, at the first instruction of a function. */
export interface Arrival {
    readonly address: bigint;
    readonly arguments: Readonly<Record<Argument, bigint>>;
}
/** Whether there is code at an address already, or only when somebody comes there. */
export type Code = "present" | "to come";
/** A breakpoint. */
export interface Watch {
    /** Ends when an answer other than `goOn` was given; fails when the connection ends first. */
    readonly decided: Promise<void>;
    /** Lets whoever had to stay go on. */
    release(): Promise<void>;
    /** Takes the breakpoint away. */
    disarm(): Promise<void>;
}
/**
 * The debugger's view of a machine. The machine runs between the calls of this interface; it is
 * only stopped inside them and at a breakpoint, as long as it takes to look at registers.
 */
export interface Gdb {
    /**
     * Asks at every call of a function what shall become of it, while the machine stands still: some
     * 13 ms for each call. An answer other than `goOn` is the last: nobody is asked again.
     */
    watch(address: bigint, decide: (arrival: Arrival) => Fate, code?: Code): Promise<Watch>;
    /** Reads the kernel's memory at a virtual address. */
    readMemory(address: bigint, length_bytes: number): Promise<Uint8Array>;
    /** Removes the breakpoints and the loops, and lets the machine go on without us. */
    close(): Promise<void>;
    /** The same for a machine that has left its kernel: where the loops are is another's memory. */
    abandon(): Promise<void>;
}
/**
 * Connects to QEMU's gdb stub on a Unix socket.
 *
 * Connecting stops the machine; it runs again when this returns.
 */
export declare function connectGdb(path: string): Promise<Gdb>;
