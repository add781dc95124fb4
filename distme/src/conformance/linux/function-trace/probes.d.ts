/** Which functions of the kernel are recorded, and what of them. */
/** A function whose calls are recorded. */
export interface Probe {
    readonly name: string;
    /** What is recorded at its entry, as kprobe_events spells it: arguments. */
    readonly fetches: readonly string[];
    /** Whether its return is recorded, too. Recent kernels refuse that for a function without value. */
    readonly returns: boolean;
    /** The recorded functions that call it; none: user space does. */
    readonly callers: readonly string[];
}
/** The page allocator, as kexec calls it: the first of them that a kernel has. */
export declare const allocators: readonly string[];
/** Everything that ends at the page allocator on behalf of an image. */
export declare const pageTakers: readonly string[];
/**
 * The functions of kexec_load, in the order of a call. A kernel lacks those that its compiler built
 * into others, or that it never had: what happens there is invisible on it.
 */
export declare const probes: readonly Probe[];
