import { XMLBuilder } from "fast-xml-parser";
import type { CheckReport, PropertyReport } from "../model/report.ts";

/**
 * A check as JUnit XML: one suite, a test case per property, then one for coverage and one per
 * world that stopped early. A broken promise is a failure, an unknown verdict an error.
 */
export function junit(report: CheckReport): string {
  const cases = [...report.properties.map(propertyCase), ...problemCases(report)];
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true });
  const suite = {
    "@_name": `check ${report.kernel} ${report.preset}`,
    "@_tests": cases.length,
    "@_failures": cases.filter((one) => "failure" in one).length,
    "@_errors": cases.filter((one) => "error" in one).length,
    "@_skipped": 0,
    "@_time": report.worlds.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
    properties: {
      property: report.worlds.map(({ world, states, transitions }) => ({
        "@_name": `world.${world}`,
        "@_value": `${states} states, ${transitions} steps`,
      })),
    },
    testcase: cases,
  };
  const xml: unknown = builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: { testsuite: suite },
  });
  return `${clean(String(xml))}\n`;
}

type TestCase = Record<string, unknown>;

function propertyCase(property: PropertyReport): TestCase {
  const { name, outcome, ok, statement, trace } = property;
  const base = { "@_classname": "kexec-model.properties", "@_name": name, "@_time": "0" };
  if (ok) return base;
  const steps = trace?.steps.map(
    ({ label, changes }, i) =>
      `${i + 1} ${label}${changes.length ? `: ${changes.join("; ")}` : ""}`,
  );
  const detail = {
    "@_message": `${outcome}: ${statement}`,
    "@_type": outcome,
    "#text": steps?.join("\n") ?? "",
  };
  return outcome === "unknown" ? { ...base, error: detail } : { ...base, failure: detail };
}

function problemCases(report: CheckReport): TestCase[] {
  const named = new Set(report.properties.map(({ name }) => name));
  return report.problems
    .filter((problem) => !named.has(problem.split(":")[0] ?? ""))
    .map((problem) => ({
      "@_classname": "kexec-model.search",
      "@_name": problem,
      "@_time": "0",
      [problem.startsWith("world ") ? "error" : "failure"]: { "@_message": problem },
    }));
}

/** XML 1.0 has no place for most control characters. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "?");
}
