import { blockText } from "../../conformance/linux/function-trace/block.js";
import { differenceText } from "../../conformance/system.js";
import { plainCase, } from "./results.js";
const nothing = { b8: null, bugs: null, jumps: null, outside: null, walk: null };
const tested = {
    id: "kernel-is-tested",
    statement: "The kernel can be had, boots, and at least one test runs on it.",
    help: null,
    location: null,
};
const loses = {
    id: "kernel-loses-what-the-model-says",
    statement: "B8: when the allocation fails that the model names, the kernel loses a page frame.",
    help: null,
    location: null,
};
const replayed = {
    id: "known-bugs-are-where-the-model-has-them",
    statement: "A known bug is seen on the kernels whose model has it, and on no other.",
    help: null,
    location: null,
};
const jumped = {
    id: "jumps-end-as-the-model-says",
    statement: "A reboot or a panic runs the image that the model says, with every byte in place.",
    help: null,
    location: null,
};
const seen = {
    id: "memory-is-what-the-model-says",
    statement: "Seen from outside, page rights, contents and entry lists are what the model says.",
    help: null,
    location: null,
};
const walked = {
    id: "walks-conform-to-the-model",
    statement: "On a long random walk the kernel does what the model does.",
    help: null,
    location: null,
};
const traced = {
    id: "function-trace-is-a-run-of-the-statechart",
    statement: "The statechart can do what the kernel's own function trace says that it does.",
    help: null,
    location: null,
};
/** A kernel by itself: whether it could be tested, and what was made to happen on it. */
export function kernelSuite(name, failure, { b8, bugs, jumps, outside, functionTrace, walk } = nothing) {
    const more = [
        ...(b8 ? [b8Case(b8)] : []),
        ...(bugs?.bugs.map(bugCase) ?? []),
        ...(jumps?.tests.map(jumpCase) ?? []),
        ...(outside?.tests.map(outsideCase) ?? []),
        ...(functionTrace ? functionTraceCases(functionTrace) : []),
        ...(walk ? [walkCase(walk)] : []),
    ];
    const verdict = failure === null ? { kind: "passed" } : { kind: "error", message: failure };
    return {
        name: `${name} kernel`,
        facts: {},
        cases: [{ ...plainCase("tested", tested), verdict }, ...more],
    };
}
function bugCase({ bug, what, expected, got }) {
    const verdict = expected === got
        ? { kind: "passed" }
        : { kind: "failed", message: sidesText({ what, model: expected, kernel: got }) };
    return { ...plainCase(`${bug}: ${what}`, replayed), verdict };
}
function outsideCase({ id, outcome }) {
    return { ...plainCase(`${id}, from outside`, seen), verdict: outsideVerdict() };
    function outsideVerdict() {
        switch (outcome.kind) {
            case "passed":
                return { kind: "passed" };
            case "diverged": {
                const texts = outcome.divergences.map(({ step, label, ...sides }) => {
                    return `step ${step + 1}, ${label}: ${sidesText(sides)}`;
                });
                return { kind: "failed", message: texts.join("; ") };
            }
            case "error":
                return { kind: "error", message: outcome.reason };
            case "skipped":
                return { kind: "skipped", message: outcome.reason };
        }
    }
}
function functionTraceCases({ calls, outcomes }) {
    const messages = outcomes.blocked.map(blockText);
    const allocator = messages.length === 0 ? { kind: "passed" } : { kind: "failed", message: messages.join("; ") };
    return [
        ...calls.map(tracedCase),
        { ...plainCase("outcomes of the page allocator", traced), verdict: allocator },
    ];
}
function tracedCase({ test, call, request, blockedBy }) {
    const name = `${test}, call ${call + 1}, "${request}", by its function trace`;
    const verdict = blockedBy === null ? { kind: "passed" } : { kind: "failed", message: blockText(blockedBy) };
    return { ...plainCase(name, traced), verdict };
}
function sidesText({ what, model, kernel }) {
    return differenceText({ what, model, system: kernel });
}
function walkCase({ divergence, total_ms }) {
    const base = { ...plainCase("a long walk", walked), duration_ms: total_ms };
    if (divergence === null)
        return { ...base, verdict: { kind: "passed" } };
    const { world, step, differences, calls, replay } = divergence;
    const message = `diverges after ${step} steps, in world ${world}: `;
    return {
        ...base,
        verdict: { kind: "failed", message: message + differences.map(sidesText).join("; ") },
        trace: calls.map((label) => ({ label, changes: [], code: [] })),
        again: replay,
    };
}
function jumpCase({ name, outcome, expected, got }) {
    return { ...plainCase(name, jumped), verdict: jumpVerdict() };
    function jumpVerdict() {
        switch (outcome) {
            case "agrees":
                return { kind: "passed" };
            case "differs":
                return { kind: "failed", message: `expected ${expected}, got ${got}` };
            case "error":
                return { kind: "error", message: got };
        }
    }
}
/** Nothing but skipped tests says nothing of a kernel. */
export function untestedReason({ tests }) {
    const isRun = tests.some(({ outcome }) => ["conforms", "diverges"].includes(outcome.kind));
    return isRun ? null : "no test could be run to its end";
}
function b8Case({ agrees, calls, model }) {
    const apart = calls
        .filter(({ result, lost_frames, expected }) => {
        return result !== expected.result || lost_frames !== expected.lost_frames;
    })
        .map(({ fails, result, lost_frames, expected }) => {
        const frames = `${expected.lost_frames} frames lost, got ${result}, ${lost_frames}`;
        return `fails: ${fails}: expected ${expected.result}, ${frames}`;
    });
    return {
        ...plainCase("B8", loses),
        verdict: agrees ? { kind: "passed" } : { kind: "failed", message: apart.join("; ") },
        trace: agrees ? [] : model.steps.map((label) => ({ label, changes: [], code: [] })),
    };
}
//# sourceMappingURL=of-kernel.js.map