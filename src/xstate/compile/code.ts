/** Text of a question: what is known before the search runs is a constant. */
export type Code = boolean | string;

export function andCode(parts: readonly Code[]): Code {
  if (parts.includes(false)) return false;
  const open = parts.filter((part): part is string => typeof part === "string");
  return open.length === 0
    ? true
    : open.length === 1
      ? (open[0] ?? true)
      : `(${open.join(" && ")})`;
}

export function orCode(parts: readonly Code[]): Code {
  if (parts.includes(true)) return true;
  const open = parts.filter((part): part is string => typeof part === "string");
  return open.length === 0
    ? false
    : open.length === 1
      ? (open[0] ?? false)
      : `(${open.join(" || ")})`;
}

export function notCode(part: Code): Code {
  return typeof part === "boolean" ? !part : `!${part}`;
}

/** `if`, unless the answer is known. */
export function ifCode(question: Code, then: string, otherwise = ""): string {
  if (question === true) return then;
  if (question === false) return otherwise;
  if (then === "") return otherwise === "" ? "" : `if (!${question}) {\n${otherwise}\n}`;
  return `if (${question}) {\n${then}\n}${otherwise === "" ? "" : ` else {\n${otherwise}\n}`}`;
}

/** Statements, one per line, empty ones left out. */
export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

/** Indents generated text by its braces, for people who read it. */
export function indented(text: string): string {
  let depth = 0;
  return text
    .split("\n")
    .map((raw) => {
      const line = raw.trim();
      const closing = /^[})\]]+/.exec(line)?.[0].length ?? 0;
      const at = Math.max(0, depth - (closing > 0 ? 1 : 0));
      depth += count(line, "{") - count(line, "}");
      return `${"  ".repeat(at)}${line}`;
    })
    .join("\n");
}

function count(line: string, letter: string): number {
  return line.split(letter).length - 1;
}

/** A `switch` over the cases that do something. */
export function caseText(
  value: string,
  cases: readonly { readonly index: number; readonly body: string }[],
): string {
  const told = cases.filter(({ body }) => body !== "");
  const [only] = told;
  if (!only) return "";
  if (told.length === 1) return ifCode(`${value} === ${only.index}`, only.body);
  const list = told.map(({ index, body }) => `case ${index}: {\n${body}\nbreak;\n}`);
  return lines(`switch (${value}) {`, ...list, "}");
}

export function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
