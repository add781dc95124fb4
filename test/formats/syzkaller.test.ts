import { describe, expect, test } from "vitest";
import { syzkallerPrograms } from "../../src/formats/syzkaller/syzkaller-programs.ts";
import { generate } from "../../src/testgen/generate.ts";

const suite = generate({ tool: "test", kernel: "6.1", cover: "transitions", seed: 1, tests: 0 });
const { files, programs, leftOut } = syzkallerPrograms(suite, null);
const texts = new Map(files.map(({ path, text }) => [path, text]));

const NUMBER = "0x[0-9a-f]+";
const POINTER = "(?:0x0|&\\(0x7f[0-9a-f]{10}\\))";
const SEGMENT = `\\{(?:0x0|&\\(0x7f[0-9a-f]{10}\\)="00")(?:, ${NUMBER}){3}\\}`;
const LIST = `(?:${POINTER}=\\[${SEGMENT}(?:, ${SEGMENT})*\\]|0x0)`;
const CALL = new RegExp(
  `^kexec_load\\(${NUMBER}, ${NUMBER}, ${LIST}, ${NUMBER}\\)(?: # (E[A-Z0-9]+))?$`,
);

/** What syz-runtest knows by name, among what kexec_load returns. */
const known = ["EPERM", "ENOENT", "ENOMEM", "EACCES", "EFAULT", "EINVAL"];

describe("the programs for syz-runtest", () => {
  test("are comments and kexec_load calls with nothing but constants and errnos", () => {
    expect(programs).toBe(21);
    for (const [path, text] of texts) {
      if (path === "README.md") continue;
      const lines = text.trimEnd().split("\n");
      expect(lines[1], path).toBe("# requires: arch=amd64 sandbox=none");
      const calls = lines.filter((line) => line !== "" && !line.startsWith("#"));
      expect(calls, path).not.toEqual([]);
      for (const call of calls) expect(call).toMatch(CALL);
    }
  });

  test("are where syz-runtest takes them exactly if it knows their errnos", () => {
    for (const [path, text] of texts) {
      if (path === "README.md") continue;
      const errnos = [...text.matchAll(/\) # (E\w+)$/gm)].map(([, errno]) => errno ?? "");
      const unknown = errnos.filter((errno) => !known.includes(errno));
      expect(path.startsWith("needs-"), path).toBe(unknown.length > 0);
      for (const errno of unknown) expect(path).toContain(errno);
    }
  });

  test("load and unload as their test does", () => {
    expect(callsIn("caller-26")).toEqual([
      'kexec_load(0x0, 0x2, &(0x7f0000000000)=[{&(0x7f0000001000)="00", 0x0, 0x1000000, 0x1000}, ' +
        '{&(0x7f0000002000)="00", 0x800, 0x1002000, 0x1000}], 0x0)',
      "kexec_load(0x0, 0x0, 0x0, 0x0)",
    ]);
  });

  test("put the page that cannot be read behind the end of the program's memory", () => {
    const [call] = callsIn("caller-4"); // its second segment: 509 pages, then none
    expect(call).toMatch(/\{&\(0x7f0000e03000\)="00", 0x1fe000, 0x1000000, 0x1fe000\}.* # EFAULT$/);
    expect(0x7f0000e03000 + 509 * 4096).toBe(0x7f0001000000);
  });

  test("and the README account for every test of the suite, and of the lock", () => {
    const lock = 16;
    const all = suite.groups.reduce((sum, { tests }) => sum + tests.length, lock);
    expect(programs + leftOut.length).toBe(all);
    const rows = [...(texts.get("README.md") ?? "").matchAll(/^\| (\d+) \| .+ \|$/gm)];
    expect(rows.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(leftOut.length);
  });

  test("leave out what a constant cannot say", () => {
    const why = new Map(leftOut.map(({ id, reason }) => [id, reason]));
    expect(why.get("caller-22")).toBe("its lengths depend on how much RAM the machine has");
    expect(why.get("caller-8")).toBe("its addresses depend on where the crash region is");
    expect(why.get("caller-5")).toBe("the caller must be without CAP_SYS_BOOT");
    expect(why.get("lock-1")).toBe("a call must be held under the lock");
    expect(why.get("caller-15")).toBe("it writes to the sysctl kexec_load_disabled");
  });
});

function callsIn(path: string): readonly string[] {
  return (texts.get(path) ?? "").split("\n").filter((line) => line.startsWith("kexec_load"));
}
