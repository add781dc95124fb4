import { XMLBuilder } from "fast-xml-parser";
import {
  clean,
  messageOfVerdict,
  type ResultCase,
  type ResultSuite,
  type Results,
  traceLines,
} from "./results.ts";

/**
 * Results as JUnit XML, with the elements and attributes that all readers know.
 *
 * What is broken is a failure; what was not found out, or not brought to its end, is an error. What is
 * known to be broken passes, and its output says so.
 */
export function junit(results: Results): string {
  const suites = results.suites.map((suite) => suiteElement(suite, results));
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
  });
  const xml: unknown = builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: {
      "@_name": `${results.tool.name} ${results.title}`,
      ...totals(results.suites.flatMap(({ cases }) => cases)),
      testsuite: suites,
    },
  });
  return `${clean(String(xml))}\n`;
}

type Element = Readonly<Record<string, unknown>>;

function suiteElement({ name, facts, cases }: ResultSuite, results: Results): Element {
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
function classOf(name: string): string {
  return name.replace(/\.(?=\d)/g, "_").replace(/\s+/g, ".");
}

function totals(cases: readonly ResultCase[]): Element {
  const count = (...kinds: readonly string[]): number =>
    cases.filter(({ verdict }) => kinds.includes(verdict.kind)).length;
  return {
    "@_tests": cases.length,
    "@_failures": count("failed"),
    "@_errors": count("unknown", "error"),
    "@_skipped": count("skipped"),
    "@_time": seconds(cases.reduce((sum, { duration_ms }) => sum + duration_ms, 0)),
  };
}

function caseElement(one: ResultCase, className: string): Element {
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

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
