import { type PayloadReport } from "./payload.ts";
import type { WayOut } from "./protocol.ts";
import type { Vm } from "./vm.ts";
/** What became of a machine that was told to leave its kernel. */
export type Leaving = 
/** The image's code ran. */
{
    readonly kind: "payload";
    readonly report: PayloadReport;
}
/** The machine ended, and nothing of ours had run. */
 | {
    readonly kind: "ended";
    readonly panicked: boolean;
}
/** The kernel did not leave. */
 | {
    readonly kind: "refused";
    readonly result: number;
};
/**
 * Leaves the kernel, and waits for what comes of it.
 *
 * @throws GuestError when nothing comes of it in time
 */
export declare function leaveKernel(vm: Vm, how: WayOut): Promise<Leaving>;
/** In a few words, as tests compare it. */
export declare function leavingText(leaving: Leaving): string;
/** The same for what a payload says. */
export declare function reportText(report: PayloadReport): string;
