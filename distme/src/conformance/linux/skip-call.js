import { unsigned } from "./gdb-access.js";
/** What kimage_alloc_page is asked for when the page is for the list. */
export const KIMAGE_NO_DEST = unsigned(-1n);
/** Makes one later call of a kernel function return a chosen value without running it. */
export async function skipCall(gdb, skip) {
    const { address, when, nth = 1, returns } = skip;
    const isMeant = ({ arguments: values }) => !when || values[when.register] === unsigned(when.equals);
    const { decide, matches } = atCall(nth, isMeant, { kind: "return", value: returns });
    const { decided, disarm } = await gdb.watch(address, decide);
    return { skipped: decided, matches, disarm };
}
/** Decides at the n-th call that is meant, and lets the others go on. */
export function atCall(nth, isMeant, fate) {
    let matches = 0;
    return {
        matches: () => matches,
        decide: (arrival) => {
            if (!isMeant(arrival))
                return { kind: "goOn" };
            matches += 1;
            return matches === nth ? fate : { kind: "goOn" };
        },
    };
}
//# sourceMappingURL=skip-call.js.map