import { createHash } from "node:crypto";
import { casesOf, clean, messageOfVerdict, } from "./results.js";
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** GitHub takes no more of them in one thread flow. */
const flowLocations_max = 10_000;
/** What stands for the root of the project in a path. */
const uriBaseId = "%SRCROOT%";
/** GitHub does not show a result without a location. */
const anywhere = { file: "machines/machine.ts", line: 1 };
/**
 * Results as a SARIF 2.1.0 log: a rule for each property, a result for each one that is not as it
 * should be, and its trace as a code flow through the source of the statechart.
 *
 * What is wrong and known is a note, suppressed with its reason. What is open because something else
 * stopped is `open`, which is no alert; what stopped is an error.
 */
export function sarif(results) {
    const rules = rulesOf(results);
    const numbers = new Map(rules.map(({ id }, i) => [id, i]));
    const told = casesOf(results).filter(isTold);
    const log = {
        $schema: schema,
        version: "2.1.0",
        runs: [
            {
                tool: { driver: driverOf(results, rules) },
                automationDetails: { id: `${results.tool.name} ${results.title}/` },
                invocations: [invocationOf(results)],
                columnKind: "utf16CodeUnits",
                originalUriBaseIds: {
                    [uriBaseId]: { description: { text: `The root of ${results.tool.name}'s sources.` } },
                },
                results: told.map((one) => resultOf(one, numbers.get(one.rule.id) ?? -1, results.title)),
            },
        ],
    };
    return `${clean(JSON.stringify(log, null, 2))}\n`;
}
/** What is as it should be, or was not asked, is no result. */
function isTold({ verdict }) {
    return verdict.kind !== "passed" && verdict.kind !== "skipped";
}
/** Every rule that something was judged by, so that a reader sees what holds, too. */
function rulesOf(results) {
    return [...new Map(casesOf(results).map(({ rule }) => [rule.id, rule])).values()];
}
function driverOf({ tool }, rules) {
    return {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: rules.map((rule) => ({
            id: rule.id,
            name: pascal(rule.id),
            shortDescription: { text: rule.statement },
            fullDescription: { text: rule.statement },
            help: { text: rule.help ?? rule.statement },
            defaultConfiguration: { level: "error" },
        })),
    };
}
/** Names of rules are in Pascal case by convention. */
function pascal(id) {
    return id.replace(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, letter) => letter.toUpperCase());
}
function invocationOf(results) {
    const stopped = casesOf(results).filter(({ verdict }) => verdict.kind === "error");
    return {
        executionSuccessful: stopped.length === 0,
        startTimeUtc: new Date(results.began_ms).toISOString(),
        endTimeUtc: new Date(results.ended_ms).toISOString(),
        toolExecutionNotifications: stopped.map(({ name, verdict }) => ({
            level: "error",
            message: { text: `${name}: ${messageOfVerdict(verdict)}` },
        })),
    };
}
function resultOf(one, ruleIndex, title) {
    const { name, rule, verdict, location, trace, again } = one;
    const defined = rule.location;
    const text = [messageOfVerdict(verdict), ...(again === null ? [] : [`Again: ${again}`])];
    return {
        ruleId: rule.id,
        ruleIndex,
        ...judgement(verdict.kind),
        message: { text: text.join("\n") },
        locations: [{ physicalLocation: physical(location ?? defined ?? anywhere) }],
        ...(defined &&
            location !== null &&
            location !== defined && {
            relatedLocations: [
                { physicalLocation: physical(defined), message: { text: "The property." } },
            ],
        }),
        ...codeFlowsOf(trace),
        partialFingerprints: { "kexecModel/v1": fingerprint(title, rule.id, name) },
        ...(verdict.kind === "expected" && {
            suppressions: [{ kind: "external", status: "accepted", justification: verdict.message }],
        }),
    };
}
/** Only what fails may have a level. */
function judgement(kind) {
    if (kind === "unknown")
        return { kind: "open", level: "none" };
    return { kind: "fail", level: kind === "expected" ? "note" : "error" };
}
/** The same thing found again is the same alert, wherever its line has gone. */
function fingerprint(...parts) {
    return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
function physical({ file, line }) {
    return { artifactLocation: { uri: encodeURI(file), uriBaseId }, region: { startLine: line } };
}
/** A step is told at the transition that it takes, its actions one level below. */
function codeFlowsOf(trace) {
    const locations = trace
        .flatMap(({ label, changes, code }, i) => {
        const [first, ...rest] = code;
        const said = changes.length === 0 ? "" : `: ${changes.join("; ")}`;
        const step = flowLocation(`${i + 1} ${label}${said}`, first?.location ?? null, 0);
        return [
            step,
            ...rest.map(({ kind, name, location }) => {
                return flowLocation(kind === "action" ? name : `... then ${name}`, location, 1);
            }),
        ];
    })
        .slice(0, flowLocations_max)
        .map((location, i) => ({ ...location, executionOrder: i + 1 }));
    return locations.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations }] }] };
}
function flowLocation(text, place, nestingLevel) {
    return {
        location: { message: { text }, ...(place && { physicalLocation: physical(place) }) },
        nestingLevel,
    };
}
//# sourceMappingURL=sarif.js.map