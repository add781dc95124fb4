import { assert } from "../../base/assert.js";
import { imagePagesMax } from "../../memory/bounds.js";
import { contentName } from "../../memory/content.js";
import { contentOf, purposeOf, purposes } from "../../memory/frames.js";
import { controlCodeFrame, localImage } from "../../memory/kimage.js";
import { createLayout } from "../../memory/layout.js";
import { isAtEnd } from "../../model/machine-state.js";
import { createKernel } from "../../reference/kernel.js";
import { referenceFileRequest, referenceRequest } from "./buffers.js";
import { modelsChoice } from "./choose-frames.js";
import { bytesOfContents, wrongByte } from "./contents.js";
import { machineOf } from "./machine.js";
import { modelView } from "./model-view.js";
import { performEvent } from "./perform.js";
import { leafOf } from "./step-facts.js";
import { oopsesText, oopsText, systemView } from "./system-view.js";
import { viewDifferences } from "./view.js";
/**
 * The reference kernel at the model's scale, compared frame by frame after every step.
 *
 * @param bugs planted in the kernel, to test the tests
 */
export function referenceSystem({ bugs = {} } = {}) {
    let run = null;
    return {
        start: (world) => {
            run = begin(world, bugs);
        },
        perform: (event, state) => {
            assert(run !== null, "an event is performed before the system is started");
            const found = performEvent(run, event, state);
            noteFault(run, event, state);
            run.state = state;
            return [...found, ...memoryDifferences(run, state)];
        },
        end: () => {
            run = null;
        },
    };
}
function begin(world, bugs) {
    const { bounds } = world;
    const layout = createLayout(bounds);
    const machine = machineOf(bounds, bugs);
    const chooseFrames = modelsChoice(layout, machine);
    const pages_max = imagePagesMax(bounds);
    return {
        machine,
        kernel: createKernel(machine.config),
        requests: bounds.requests.map((asked, request) => {
            const place = { request, pages_max };
            return asked.file
                ? { door: "kexec_file_load", request: referenceFileRequest(asked, place, chooseFrames) }
                : { door: "kexec_load", request: referenceRequest(asked, place) };
        }),
        threads: new Map(),
        worker: null,
        panics: [],
        layout,
        bytesOf: bytesOfContents(layout),
        faults: [],
        listPages: new Set(),
        state: null,
    };
}
/** The model remembers a fault only as long as its task stands there. */
function noteFault({ layout, faults }, event, after) {
    if (event.type !== "machine_kexec_prepare" || leafOf(after, event.task) !== "faulted")
        return;
    const { mem } = after.context;
    const pfn = controlCodeFrame(layout, mem, localImage(layout, mem, event.task));
    faults.push(oopsText("write to a read-only page", pfn));
}
/** Everything that both sides know of the kernel between two steps. */
function memoryDifferences(run, state) {
    const { kernel, layout, faults } = run;
    const seen = kernel.observe();
    const model = modelView(layout, state);
    const oopses = new Map([["oopses", oopsesText(run, seen)]]);
    // a jump into a page without code is the end of the machine on both sides
    const expected = model.size === 1 ? [] : [["oopses", faults.join("; ") || "none"]];
    return [
        ...viewDifferences(model, systemView(run, seen)),
        ...viewDifferences(new Map(expected), oopses),
        ...contentDifferences(run, state),
    ];
}
/**
 * What list pages hold is compared as entries: the model keeps no content for them, also not when
 * the jump has made them nobody's.
 */
function contentDifferences(run, state) {
    const { layout, machine, kernel, bytesOf, listPages } = run;
    const { mem } = state.context;
    const differences = [];
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        if (purposeOf(layout, mem, pfn) === purposes.LIST)
            listPages.add(pfn);
        else if (!isAtEnd(state))
            listPages.delete(pfn);
        if (listPages.has(pfn))
            continue;
        const content = contentOf(layout, mem, pfn);
        const expected = bytesOf(content);
        if (expected === null)
            continue;
        const system = wrongByte(expected, kernel.bytesOf(machine.frameOf(pfn)));
        if (system === null)
            continue;
        differences.push({ what: `content of frame ${pfn}`, model: contentName(content), system });
    }
    return differences;
}
//# sourceMappingURL=system.js.map