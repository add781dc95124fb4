import { casesOf, clean, countVerdicts, messageOfVerdict, traceLines, } from "./results.js";
/** The version of the Common Test Report Format that is written. */
const specVersion = "0.0.0";
/** What CTRF calls a verdict. What was not found out has failed: nobody may take it for success. */
const statuses = {
    passed: "passed",
    expected: "passed",
    failed: "failed",
    unknown: "failed",
    error: "failed",
    skipped: "skipped",
};
/** Results in the Common Test Report Format, see https://ctrf.io. */
export function ctrf(results) {
    const { tool, title, suites, began_ms, ended_ms } = results;
    const counts = countVerdicts(casesOf(results));
    const report = {
        reportFormat: "CTRF",
        specVersion,
        timestamp: new Date(ended_ms).toISOString(),
        generatedBy: `${tool.name} ${tool.version}`,
        results: {
            tool,
            summary: {
                tests: casesOf(results).length,
                passed: counts.passed + counts.expected,
                failed: counts.failed + counts.unknown + counts.error,
                skipped: counts.skipped,
                pending: 0,
                other: 0,
                suites: suites.length,
                start: began_ms,
                stop: ended_ms,
                extra: { verdicts: counts },
            },
            tests: suites.flatMap(({ name, cases }) => cases.map((one) => testOf(one, [title, name]))),
            extra: { facts: Object.fromEntries(suites.map(({ name, facts }) => [name, facts])) },
        },
    };
    return `${clean(JSON.stringify(report, null, 2))}\n`;
}
function testOf(one, suite) {
    const { name, verdict, duration_ms, trace, location, rule, again } = one;
    const message = messageOfVerdict(verdict);
    return {
        name,
        status: statuses[verdict.kind],
        duration: duration_ms,
        suite,
        rawStatus: verdict.kind,
        ...(message !== "" && { message }),
        ...(trace.length > 0 && { trace: traceLines(trace).join("\n") }),
        ...(location && { filePath: location.file, line: location.line }),
        ...(rule.id !== name && { tags: [rule.id] }),
        ...(again !== null && { extra: { again } }),
    };
}
//# sourceMappingURL=ctrf.js.map