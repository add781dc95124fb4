import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkForeign } from "../../src/cli/check-foreign.ts";
import { renderMachine } from "../../src/cli/foreign/render.ts";
import { build, run, untidy } from "./cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const foreign = "test/fixtures/foreign";
mkdirSync(join(root, "build"), { recursive: true });
/** Inside the project, so that its modules find XState. */
const folder = mkdtempSync(join(root, "build/foreign-"));
beforeAll(build, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The text that a check of a fixture prints, without the version. */
async function rendered(file: string): Promise<string> {
  const report = await checkForeign({ file: `${foreign}/${file}`, json: true, limits: {} });
  return `${renderMachine({ ...report, tool: "kexec-model" })}\n`;
}

describe("a machine of somebody else's", () => {
  test.each(["checkout.ts", "crossing.mjs", "session.ts"])("%s is told as before", async (file) => {
    const text = await rendered(file);
    expect(untidy(text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(`../fixtures/foreign/${file}.txt`);
  });

  test.each([
    ["checkout.ts", 1], // a customer pays twice
    ["crossing.mjs", 0],
    ["session.ts", 1], // nothing leaves a lock-out
  ])("%s ends with %d", (file, expected) => {
    const { status, stdout, stderr } = run("check", join(root, foreign, file));
    expect({ status, stderr }).toEqual({ status: expected, stderr: "" });
    expect(stdout).toMatch(/^kexec-model \S+: machine /);
  });

  test("that hits a limit ends with 3, and says which and what grows", () => {
    const { status, stdout } = check(`
      import { assign, createMachine } from "xstate";
      export const machine = createMachine({
        id: "counter", context: { n: 0 },
        on: { add: { actions: assign({ n: ({ context }) => context.n + 1 }) } },
      });`);
    expect(status).toBe(3);
    expect(stdout).toContain("INCOMPLETE: nothing is proved");
    expect(stdout).toContain("the limit on depth was reached before every state was seen");
    expect(stdout).toContain("context.n took 1001 different values: if it has no bound, bound it");
  });

  test("is reported as JSON that its schema describes, and as SARIF, too", () => {
    const file = join(folder, "result.sarif");
    const checkout = join(root, foreign, "checkout.ts");
    const { status, stdout } = run("check", checkout, "--json", "--output", `sarif:${file}`);
    expect(status).toBe(1);
    const schema = JSON.parse(readFileSync(join(root, "spec/machine-report.schema.json"), "utf8"));
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
    const results: readonly { readonly ruleId: string; readonly locations: Locations }[] =
      JSON.parse(readFileSync(file, "utf8")).runs[0].results;
    const found = results.find(({ ruleId }) => ruleId === "a-customer-is-charged-at-most-once");
    expect(found?.locations[0].physicalLocation.region.startLine).toBe(
      lineOf(checkout, "a customer is charged at most once"),
    );
  });
});

type Locations = readonly [
  { readonly physicalLocation: { readonly region: { readonly startLine: number } } },
];

function lineOf(file: string, text: string): number {
  return (
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1
  );
}

let modules = 0;

/** Checks a module that has this text. */
function check(text: string, ...options: readonly string[]): ReturnType<typeof run> {
  const file = join(folder, `module-${modules++}.ts`);
  writeFileSync(file, text);
  return run("check", file, ...options);
}

/** What a module is refused with; its place is called FILE. */
function refused(text: string, ...options: readonly string[]): string {
  const { status, stdout, stderr } = check(text, ...options);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  return stderr.replace(/\S*module-\d+\.ts/g, "FILE");
}

const xstate = `import { assign, createActor, createMachine, setup } from "xstate";\n`;
const go = `export const machine = createMachine({ on: { go: {} } });\n`;

describe("a module is refused with what to change, when", () => {
  test.each([
    ["there is no such file", "no.ts", 'expected a machine\'s module, got no file "no.ts"'],
    ["it is a folder", "src", 'expected a machine\'s module, got the folder "src"'],
  ])("%s", (_when, path, message) => {
    expect(run("check", path)).toEqual({
      status: 2,
      stdout: "",
      stderr: `kexec-model: ${message}\n`,
    });
  });

  test.each([
    ["it exports nothing", "", /as `machine` or as its default, got no exports/],
    ["it exports other things", "export const a = 1, b = 2;", /got neither, but a, b/],
    [
      "it exports a factory",
      "export const machine = () => 1;",
      /got a function: export the machine/,
    ],
    [
      "it exports an actor",
      `${xstate}export const machine = createActor(createMachine({}));`,
      /got an actor: export the machine, not createActor\(machine\)/,
    ],
    [
      "it exports what setup returns",
      `${xstate}export default setup({});`,
      /call its createMachine/,
    ],
    [
      "it exports a machine of XState v4",
      "export const machine = { withContext() {}, transition() {} };",
      /a machine of XState v4: see/,
    ],
    [
      "it exports two machines",
      `${xstate}export const a = createMachine({}), b = createMachine({});`,
      /to export one machine, got a, b: export the one to check as `machine`/,
    ],
    ["it cannot be parsed", "export const = 1;", /expected to load FILE, got: ParseError/],
    ["it throws", 'throw new Error("no database");', /got: no database\n +at .*FILE:1/],
    ["it imports what is not there", 'import "nowhere";', /Cannot find (module|package) 'nowhere'/],
    ["an event is a word", `${xstate}${go}export const events = ["go"];`, /write { type: "go" }/],
    ["a property has no name", `${xstate}${go}export const properties = [{}];`, /to have a name/],
    [
      "a property is of no known kind",
      `${xstate}${go}export const properties = [{ name: "p", kind: "alway", holds() {} }];`,
      /kind of property "p" \(always.*got "alway"; did you mean "always"\?/,
    ],
    [
      "an option is misspelt",
      `${xstate}${go}export const options = { deadlocks: false };`,
      /expected a name of an option.*got "deadlocks"; did you mean "deadlock"\?/,
    ],
    [
      "an event is unknown",
      `${xstate}${go}export const events = [{ type: "goo" }];`,
      /expected an event that the machine knows \(go\), got "goo"/,
    ],
    [
      "a payload is missing",
      `${xstate}export default createMachine({ context: { n: 0 },
         on: { set: { actions: assign({ n: ({ event }) => event.value.n }) } } });`,
      /tried without a payload: list it in `events`/,
    ],
    [
      "its context cannot be compared",
      `${xstate}export default createMachine({ context: { seen: new Set() }, on: { go: {} } });`,
      /got a Set at context\.seen\nInstead of a Set, use a sorted array\./,
    ],
    [
      "it spawns an actor",
      `${xstate}export default createMachine({ context: { ref: null },
         on: { go: { actions: assign({ ref: ({ spawn }) => spawn(createMachine({})) }) } } });`,
      /starts an actor.*\n.*replace it for the check with machine\.provide/,
    ],
  ])("%s", (_when, text, message) => {
    const said = refused(text);
    expect(said).toMatch(message);
    expect(said).not.toContain("internal error");
  });

  test("an option is about the model of kexec", () => {
    expect(refused(`${xstate}${go}`, "--kernel", "6.1")).toBe(
      "kexec-model: expected no --kernel with FILE: it is about the model of kexec\n",
    );
  });
});
