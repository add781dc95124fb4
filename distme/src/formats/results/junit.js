import { XMLBuilder } from "fast-xml-parser";
import { clean, messageOfVerdict, traceLines, } from "./results.js";
/**
 * Results as JUnit XML, with the elements and attributes that all readers know.
 *
 * What is broken is a failure; what was not found out, or not brought to its end, is an error. What is
 * known to be broken passes, and its output says so.
 */
export function junit(results) {
    const suites = results.suites.map((suite) => suiteElement(suite, results));
    const builder = new XMLBuilder({
        ignoreAttributes: false,
        format: true,
        suppressEmptyNode: true,
    });
    const xml = builder.build({
        "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
        testsuites: {
            "@_name": `${results.tool.name} ${results.title}`,
            ...totals(results.suites.flatMap(({ cases }) => cases)),
            testsuite: suites,
        },
    });
    return `${clean(String(xml))}\n`;
}
function suiteElement({ name, facts, cases }, results) {
    const { title, tool, began_ms } = results;
    const all = { tool: `${tool.name} ${tool.version}`, ...facts };
    return {
        "@_name": `${title}: ${name}`,
        ...totals(cases),
        "@_timestamp": new Date(began_ms).toISOString().replace(/\.\d+Z$/, ""),
        properties: {
            property: Object.entries(all).map(([key, value]) => ({ "@_name": key, "@_value": value })),
        },
        testcase: cases.map((one) => caseElement(one, `${tool.name}.${classOf(name)}`)),
    };
}
/** Readers make a tree of class names at the dots. */
function classOf(name) {
    return name.replace(/\.(?=\d)/g, "_").replace(/\s+/g, ".");
}
function totals(cases) {
    const count = (...kinds) => cases.filter(({ verdict }) => kinds.includes(verdict.kind)).length;
    return {
        "@_tests": cases.length,
        "@_failures": count("failed"),
        "@_errors": count("unknown", "error"),
        "@_skipped": count("skipped"),
        "@_time": seconds(cases.reduce((sum, { duration_ms }) => sum + duration_ms, 0)),
    };
}
function caseElement(one, className) {
    const { name, verdict, duration_ms, trace, again } = one;
    const base = { "@_classname": className, "@_name": name, "@_time": seconds(duration_ms) };
    const lines = [...traceLines(trace), ...(again === null ? [] : [`again: ${again}`])];
    const message = messageOfVerdict(verdict);
    const detail = { "@_message": message, "@_type": verdict.kind, "#text": lines.join("\n") };
    switch (verdict.kind) {
        case "passed":
            return base;
        case "expected":
            return { ...base, "system-out": [message, ...lines].join("\n") };
        case "failed":
            return { ...base, failure: detail };
        case "unknown":
        case "error":
            return { ...base, error: detail };
        case "skipped":
            return { ...base, skipped: { "@_message": message } };
    }
}
function seconds(ms) {
    return (ms / 1000).toFixed(3);
}
//# sourceMappingURL=junit.js.map