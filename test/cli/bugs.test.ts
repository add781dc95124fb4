import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BugId, bugs, type KernelBug } from "../../src/model/bugs.ts";
import { build, run, untidy } from "./cli.ts";

const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));
beforeAll(build, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));
const slow = { timeout: 60_000 };
const ids = Object.keys(bugs) as BugId[]; // the object's own keys

/** The page of a bug in the specification: what the command prints. */
function page(id: BugId, printed: string): string {
  return `# ${id}: ${bugs[id].title}\n\n\`\`\`text\n$ kexec-model bugs ${id}\n${printed}\`\`\`\n`;
}

describe("bugs", () => {
  test("lists every bug with its property", () => {
    const { status, stdout, stderr } = run("bugs");
    expect([status, stderr, untidy(stdout)]).toEqual([0, "", []]);
    const words = stdout.replace(/\s+/g, " ");
    for (const [id, bug] of Object.entries<KernelBug>(bugs)) {
      expect(words).toContain(`${id} ${bug.title} `);
      expect(words).toContain(`; ${bug.property}`);
    }
  });

  test.each(ids)("%s is caught, and its page shows how", slow, async (id) => {
    const saved = join(folder, `${id}.trace.json`);
    const { status, stdout, stderr } = run("bugs", id, "--trace", saved);
    expect([status, stderr, untidy(stdout)]).toEqual([0, "", []]);
    expect(stdout).toMatch(/^ {2}The shortest trace, in world /m);
    // next to the right run, or a run that never ends
    const beside = / > +\d+ .+\n.* {8}here: .+ {8}there: | {4}\.\.\. and (nothing|steps) /s;
    expect(stdout).toMatch(beside);
    await expect(page(id, stdout)).toMatchFileSnapshot(`../../spec/bugs/${id}.md`);
    const trace = readFileSync(saved, "utf8");
    await expect(trace).toMatchFileSnapshot(`../../spec/bugs/${id}.trace.json`);
  });

  test("one of them as JSON, with its trace", slow, () => {
    const { status, stdout } = run("bugs", "B4", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: "B4",
      outcome: "violated",
      trace: { world: "compat", steps: { length: 4 } },
    });
  });

  test("an unknown one is an error that suggests a known one", () => {
    const { status, stderr } = run("bugs", "B9");
    expect(status).toBe(2);
    expect(stderr).toContain('expected a bug, got "B9"');
  });
});
