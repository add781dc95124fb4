import { assert, unreachable } from "../../../base/assert.js";
import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { entryKinds } from "../../../memory/entries.js";
import { imagePlan } from "../../../memory/layout.js";
import { entryText, expectedEntries, expectedPage, expectedRights, imageIn, } from "./expected.js";
import { rightsText } from "./rights.js";
/**
 * Compares what was seen from outside with what the model says: the rights of the region's pages,
 * and of both slots the image, its entry list, and every byte that it will run with.
 */
export function compareOutside(view, expected, { room }) {
    const rights = {
        what: "rights of the region",
        model: rightsText(expectedRights(expected, view.region, room.control), view.region),
        kernel: rightsText(view.rights, view.region),
    };
    return [
        ...differing([rights]),
        ...compareSlot(view.kexec_image, expected, "kexec_image"),
        ...compareSlot(view.kexec_crash_image, expected, "kexec_crash_image"),
    ];
}
function differing(pairs) {
    return pairs.filter(({ model, kernel }) => model !== kernel);
}
function compareSlot(seen, expected, slot) {
    const image = imageIn(expected, slot);
    const call = expected.calls[slot];
    if (seen === null || image === 0 || call === null) {
        const model = image === 0 ? "no image" : "an image";
        return differing([{ what: slot, model, kernel: seen === null ? "no image" : "an image" }]);
    }
    const { request } = imagePlan(expected.layout, expected.mem, image);
    assert(request === call.plan.request, "the image of a slot is another call's");
    const pairs = [
        { what: `start of ${slot}`, model: hex(call.request.entry ?? 0n), kernel: hex(seen.start) },
        {
            what: `segments of ${slot}`,
            model: (call.request.segments ?? []).map(segmentText).join(", "),
            kernel: seen.segments.map(segmentText).join(", "),
        },
    ];
    const model = expectedEntries(expected, image, call);
    return [
        ...differing(pairs),
        ...compareEntries(model, seenTexts(seen.entries), slot),
        ...compareBytes(seen, call, slot),
    ];
}
function segmentText(segment) {
    const { bufsz, mem, memsz } = segment;
    return `${hex(bufsz)} bytes to ${hex(mem)}, ${hex(memsz)} in all`;
}
function seenTexts(entries) {
    return entries.flatMap((entry) => {
        switch (entry.kind) {
            case "DONE":
                return ["DONE"];
            case "DESTINATION":
                return [entryText(entryKinds.DESTINATION, entry.address)];
            case "SOURCE":
                return [entryText(entryKinds.SOURCE, entry.destination)];
            case "INDIRECTION":
                return [];
            default:
                return unreachable(entry);
        }
    });
}
/** Tells the first entry that differs, and how many each side has. */
function compareEntries(model, kernel, slot) {
    const most = Math.max(model.length, kernel.length);
    for (let i = 0; i < most; i++) {
        if (model[i] === kernel[i])
            continue;
        const side = (list) => `entry ${i + 1} of ${list.length} is ${list[i] ?? "missing"}`;
        return [{ what: `entry list of ${slot}`, model: side(model), kernel: side(kernel) }];
    }
    return [];
}
/** Tells the first byte that differs, and how many pages have one. */
function compareBytes({ pages }, { request }, slot) {
    if (pages === null)
        return [];
    const wrong = [];
    for (const segment of request.segments ?? []) {
        const count = Number(segment.memsz / PAGE_SIZE_bytes);
        for (let i = 0; i < count; i++) {
            const page = segment.mem + BigInt(i) * PAGE_SIZE_bytes;
            const expected = expectedPage(segment, i);
            const seen = pages.get(page) ?? new Uint8Array();
            if (expected === null || Buffer.compare(expected, seen) === 0)
                continue;
            wrong.push({ page, expected, seen });
        }
    }
    const [first] = wrong;
    if (first === undefined)
        return [];
    const { page, expected, seen } = first;
    const at = expected.findIndex((byte, i) => seen[i] !== byte);
    const where = hex(page + BigInt(at));
    const more = wrong.length === 1 ? "" : `, and ${wrong.length - 1} more pages differ`;
    return [
        {
            what: `bytes of ${slot}`,
            model: `${byteText(expected[at])} at ${where}`,
            kernel: `${byteText(seen[at])} at ${where}${more}`,
        },
    ];
}
function byteText(byte) {
    return byte === undefined ? "no byte" : `0x${byte.toString(16).padStart(2, "0")}`;
}
function hex(value) {
    return `0x${value.toString(16)}`;
}
//# sourceMappingURL=compare.js.map