/** A result line of KTAP, with the diagnostic lines before it. */
export interface KtapResult {
  readonly ok: boolean;
  readonly name: string;
  readonly directive: { readonly name: Directive; readonly reason: string } | null;
  readonly diagnostics: readonly string[];
}

const directives = ["SKIP", "TODO", "XFAIL", "TIMEOUT", "ERROR"] as const;
type Directive = (typeof directives)[number];

const RESULT = /^(not )?ok (0|[1-9]\d*) ([^#\n]*[^#\s])(?: # ([A-Z]+)(?: (.*\S))?)?$/;

/**
 * Reads KTAP version 1 without subtests, strictly: the version, then the plan, then as many results
 * as planned, numbered from 1, diagnostic lines between them, and nothing else.
 *
 * @throws Error that names the line which is not allowed
 * @source Documentation/dev-tools/ktap.rst
 */
export function parseKtap(text: string): readonly KtapResult[] {
  if (!text.endsWith("\n")) throw new Error("expected a line end at the end, got none");
  const [version, plan, ...lines] = text.slice(0, -1).split("\n");
  if (version !== "KTAP version 1") throw new Error(`expected KTAP version 1, got "${version}"`);
  const planned = /^1\.\.(0|[1-9]\d*)$/.exec(plan ?? "");
  if (!planned) throw new Error(`expected a plan, got "${plan}"`);
  const results: KtapResult[] = [];
  let diagnostics: string[] = [];
  for (const line of lines) {
    if (/^# \S/.test(line)) {
      diagnostics.push(line.slice(2));
      continue;
    }
    results.push(parseResult(line, results.length + 1, diagnostics));
    diagnostics = [];
  }
  if (diagnostics.length > 0) throw new Error("expected a result behind the last diagnostics");
  if (results.length !== Number(planned[1])) {
    throw new Error(`expected ${planned[1]} results as planned, got ${results.length}`);
  }
  return results;
}

function parseResult(line: string, number: number, diagnostics: readonly string[]): KtapResult {
  const match = RESULT.exec(line);
  if (!match) throw new Error(`expected a result or a diagnostic line, got "${line}"`);
  const [, not, got, name = "", word, reason = ""] = match;
  if (got !== String(number)) throw new Error(`expected result ${number}, got "${line}"`);
  const ok = not === undefined;
  if (word === undefined) return { ok, name, directive: null, diagnostics };
  const directive = directives.find((known) => known === word);
  if (!directive) throw new Error(`expected a directive (${directives.join(", ")}), got "${line}"`);
  const isFailure = directive === "TIMEOUT" || directive === "ERROR";
  if (isFailure && ok) throw new Error(`expected "not ok" with ${directive}, got "${line}"`);
  if (directive === "SKIP" && !ok) throw new Error(`expected "ok" with SKIP, got "${line}"`);
  return { ok, name, directive: { name: directive, reason }, diagnostics };
}
