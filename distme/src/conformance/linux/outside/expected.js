import { assert } from "../../../base/assert.js";
import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { entryKinds, walk } from "../../../memory/entries.js";
import { purposeOf, purposes, regionEnd } from "../../../memory/frames.js";
import { get, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, } from "../../../memory/layout.js";
import { isReadonly } from "../../../memory/region.js";
import { stretchedPage, stretchTo } from "../guest-requests.js";
const slots = { kexec_image: KEXEC_IMAGE, kexec_crash_image: KEXEC_CRASH_IMAGE };
/** The image that the model has in a slot, or 0. */
export function imageIn({ mem }, slot) {
    return get(mem, slots[slot]);
}
/**
 * The list that the kernel must have where the model has the one of an installed image, each entry
 * as text. Links are left out: a page of the model's list has room for few entries, a kernel's for
 * 511.
 */
export function expectedEntries({ layout, mem }, image, { plan, request }) {
    const { segments } = imagePlan(layout, mem, image);
    const stretch = plan.secondListPage && stretchTo(plan.request, plan.secondListPage);
    const texts = [];
    let segment = -1;
    for (const { kind, value } of walk(layout, mem, image)) {
        if (kind === entryKinds.DONE)
            texts.push("DONE");
        if (kind === entryKinds.DESTINATION) {
            segment += 1;
            assert(segments[segment]?.start === value, "the model's list has another segment");
            texts.push(entryText(kind, segmentOf(request, segment).mem));
        }
        if (kind === entryKinds.SOURCE) {
            const page = value - (segments[segment]?.start ?? 0);
            const last = stretchedPage({ segment, page }, stretch).page;
            const isStretched = stretch?.segment === segment && stretch.page === page;
            const { mem: start } = segmentOf(request, segment);
            for (let i = last - (isStretched ? stretch.pages : 0); i <= last; i++) {
                texts.push(entryText(kind, start + BigInt(i) * PAGE_SIZE_bytes));
            }
        }
    }
    return texts;
}
/** An entry without the page that it names: which one the allocator gave, the model leaves open. */
export function entryText(kind, address) {
    const name = kind === entryKinds.DESTINATION ? "DESTINATION" : "SOURCE for";
    return `${name} 0x${address.toString(16)}`;
}
function segmentOf({ segments = [] }, index) {
    const segment = segments[index];
    assert(segment !== undefined, `a request has no segment ${index}`);
    return segment;
}
/**
 * The rights that the region's pages must have.
 *
 * The control code may have others than the rest. It lies in the first pages that no segment needs,
 * and where the kernel gives it two, only the second one is code.
 *
 * @param controlPages how many pages the kernel takes for it
 */
export function expectedRights(expected, region, controlPages) {
    const { layout, mem, calls } = expected;
    const inRegion = Array.from({ length: regionEnd(layout, mem) - layout.bounds.frames }, (_, i) => layout.bounds.frames + i);
    const isControl = (pfn) => purposeOf(layout, mem, pfn) === purposes.CONTROL;
    const others = inRegion.filter((pfn) => !isControl(pfn));
    const writable = others.some((pfn) => !isReadonly(layout, mem, pfn));
    assert(others.every((pfn) => isReadonly(layout, mem, pfn) !== writable), "the model protects the region as a whole");
    const control = inRegion.find(isControl);
    const whole = [{ ...region, writable }];
    if (control === undefined || isReadonly(layout, mem, control) !== writable)
        return whole;
    const call = imageIn(expected, "kexec_crash_image") ? calls.kexec_crash_image : calls.loading;
    assert(call !== null, "control code in the region belongs to a call");
    const page = controlCodePage(call.request, region, controlPages);
    const end = page + PAGE_SIZE_bytes;
    return [
        { start: region.start, end: page, writable },
        { start: page, end, writable: !writable },
        { start: end, end: region.end, writable },
    ].filter((range) => range.start < range.end);
}
/** @source kernel/kexec_core.c:kimage_alloc_crash_control_pages */
function controlCodePage({ segments = [] }, region, controlPages) {
    const size = BigInt(controlPages) * PAGE_SIZE_bytes;
    let hole = region.start + ((size - (region.start % size)) % size);
    for (;;) {
        const hit = segments.find(({ mem, memsz }) => mem < hole + size && mem + memsz > hole);
        if (hit === undefined)
            return hole + size - PAGE_SIZE_bytes;
        const end = hit.mem + hit.memsz;
        hole = end + ((size - (end % size)) % size);
    }
}
/** What the agent's `elf` buffers begin with. */
const ELF_WORD = 0x00010102464c457fn;
const WORDS_per_page = Number(PAGE_SIZE_bytes) / 8;
/**
 * What a page of a loaded segment must hold: the caller's bytes, then zeros. Null: the caller's are
 * a program, which its compiler knows.
 */
export function expectedPage({ bufsz, buffer }, page) {
    if (buffer?.kind === "code")
        return null;
    const bytes = Buffer.alloc(Number(PAGE_SIZE_bytes));
    const left = bufsz - BigInt(page) * PAGE_SIZE_bytes;
    if (left <= 0n)
        return bytes;
    if (buffer?.kind === "elf" && page === 0)
        bytes.writeBigUInt64LE(ELF_WORD);
    if (buffer?.kind === "seed") {
        for (let i = 0; i < WORDS_per_page; i++) {
            const index = BigInt(page * WORDS_per_page + i);
            bytes.writeBigUInt64LE((BigInt(buffer.seed) << 32n) | index, i * 8);
        }
    }
    return left < bytes.length ? bytes.fill(0, Number(left)) : bytes;
}
//# sourceMappingURL=expected.js.map