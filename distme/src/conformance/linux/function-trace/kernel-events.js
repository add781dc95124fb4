import { resultName } from "../../../kernel/errno.js";
import { STRUCT_PAGE_bytes, VMEMMAP } from "../struct-page.js";
/**
 * The events of a reply of the agent: words `enter,FUNCTION,PID,ARGUMENT...` and
 * `return,FUNCTION,PID,VALUE`, numbers hexadecimal; and words `TASK,PID`.
 */
export function parseEvents(reply) {
    const tasks = new Map();
    for (const word of reply.get("pid") ?? []) {
        const [task, pid] = word.split(",");
        if (task !== undefined && pid !== undefined)
            tasks.set(pid, Number(task));
    }
    return (reply.get("e") ?? []).flatMap((word) => {
        const [kind, name, pid = "", ...values] = word.split(",");
        if (name === undefined)
            return [];
        const task = tasks.get(pid) ?? null;
        const args = values.map((value) => BigInt(`0x${value}`));
        if (kind === "enter")
            return [{ kind, function: name, task, args }];
        return [{ kind: "return", function: name, task, value: args[0] ?? 0n }];
    });
}
/** The frame that a `struct page *` means; null for NULL. */
export function frameOfPage(page) {
    return page === 0n ? null : Number((page - VMEMMAP) / STRUCT_PAGE_bytes);
}
/** A function's value, which is an int: 0 or a negated error number. */
export function intOf(value) {
    return Number(BigInt.asIntN(32, value));
}
/** An event as a person reads it: `kimage_alloc_page returns frame 4711`. */
export function eventText(event) {
    const values = event.kind === "enter" ? event.args : [event.value];
    const numbers = values.map(valueText).join(", ");
    return event.kind === "enter"
        ? `${event.function}(${numbers})`
        : `${event.function} returns ${numbers}`;
}
function valueText(value) {
    if (value >= VMEMMAP && value < VMEMMAP + VMEMMAP_bytes) {
        return `frame ${frameOfPage(value)}`;
    }
    const number = intOf(value);
    const isError = number < 0 && resultName(number).startsWith("-E");
    if (isError && (value >> 32n === 0n || BigInt.asIntN(64, value) < 0n))
        return resultName(number);
    return value < 10n ? value.toString() : `0x${value.toString(16)}`;
}
const VMEMMAP_bytes = 1n << 40n;
//# sourceMappingURL=kernel-events.js.map