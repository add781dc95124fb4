import { describe, expect, test } from "vitest";
import { EnvironmentError } from "../../src/conformance/linux/environment.ts";
import { profileOf } from "../../src/conformance/linux/profile.ts";
import { parse, textOf } from "../docs/commands.ts";
import { readWorkflow } from "./workflow.ts";

const text = textOf("docs/ci/README.md");
const { version } = JSON.parse(textOf("package.json"));

describe("docs/ci/README.md", () => {
  const commands = [...text.matchAll(/^ {4}npx kexec-model@(\S+) (.*)$/gm)];

  test("shows both commands", () => {
    expect(commands.map(([, , line = ""]) => line.split(" ")[0])).toEqual(["check", "conform"]);
  });

  test.each(commands.map(([, shown, line = ""]) => ({ shown, line })))(
    "shows a command that this version understands: $line",
    async ({ shown, line }) => {
      expect(shown).toBe(version);
      await expect(parse(line.split(" "))).resolves.toBeUndefined();
    },
  );

  test("names this version wherever it names one", () => {
    const named = [...text.matchAll(/(?:kexec-model|kexec-conformance\.yml)@v?(\d\S*?)(?=[`\s])/g)];
    expect(named.length).toBeGreaterThan(2);
    expect(new Set(named.map(([, name]) => name))).toEqual(new Set([version]));
  });

  test("explains every input of the workflow", () => {
    const workflow = readWorkflow(textOf(".github/workflows/kexec-conformance.yml"));
    const rows = text.split("\n").filter((line) => line.startsWith("| `"));
    const explained = rows.flatMap((row) => [
      ...(row.split(" | ")[0]?.matchAll(/`([a-z]+)`/g) ?? []),
    ]);
    const inputs = Object.keys(workflow.on.workflow_call.inputs);
    expect(explained.map(([, name]) => name).sort()).toEqual(inputs.sort());
  });

  test("quotes what an unknown version is told", () => {
    const quoted = /^ {4}kexec-model: (.*)\n {4}(.*)$/m.exec(text)?.slice(1).join(" ") ?? "";
    expect(() => profileOf("6.6.0", "#1 SMP")).toThrow(new EnvironmentError(quoted));
  });

  test.each([
    ["5.10.188", "5.10"],
    ["6.1.39", "6.1"],
    ["6.10.0", "6.12"],
    ["6.13.9", "6.12"],
    ["6.14.0", "7.2"],
    ["7.2.0", "7.2"],
  ])("says what Linux %s is tested as: %s", (release, name) => {
    const [linux = "", tested = ""] = text
      .split("\n")
      .filter((line) => /^\| (Linux|is)/.test(line));
    const cells = (line: string): string[] => line.split("|").map((cell) => cell.trim());
    const column = cells(tested).indexOf(`\`${name}\``);
    expect(profileOf(release, "")).toBe(name);
    const edge = release.replace(/\.(0|9)$/, "");
    expect(cells(linux)[column]).toContain(edge);
  });
});
