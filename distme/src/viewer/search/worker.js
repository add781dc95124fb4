/**
 * The worker in which a page searches, as one classic script.
 *
 * The page may put the text of a world's module in front of it, which declares `compiledModule`;
 * without one the interpreter takes every step, since a page must not make code at run time.
 */
import { messageOf } from "../../base/message.js";
import { findPath } from "./search.js";
const scope = globalThis; // this file runs in workers only
/** The page is told this often; it cannot show more. */
const progressPause_ms = 100;
scope.onmessage = ({ data: { request } }) => {
    const module = typeof compiledModule === "undefined" ? null : compiledModule;
    try {
        const result = findPath(request, { module, compiles: false, onProgress: nowAndThen() });
        scope.postMessage({ kind: "done", result });
    }
    catch (error) {
        scope.postMessage({ kind: "failed", message: messageOf(error) });
    }
};
function nowAndThen() {
    let told = 0;
    return ({ states, depth }) => {
        const now = performance.now();
        if (now - told < progressPause_ms)
            return;
        told = now;
        scope.postMessage({ kind: "progress", states, depth });
    };
}
//# sourceMappingURL=worker.js.map