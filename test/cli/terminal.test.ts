import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { build, main } from "./cli.ts";

/** What a command writes to a terminal: `script` gives it one. */
function onTerminal(command: string, env: Readonly<Record<string, string>> = {}): string {
  const line = `${process.execPath} ${main} ${command}`;
  const { stdout } = spawnSync("script", ["-qec", line, "/dev/null"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", ...env },
  });
  return stdout;
}

/** What begins an order to the terminal. */
const CSI = "\u001b[";

function isPainted(text: string): boolean {
  return text.split(CSI).some((order, i) => i > 0 && /^\d+m/.test(order));
}

describe("on a terminal", () => {
  beforeAll(build);

  test("titles are painted, and with NO_COLOR nothing is", () => {
    expect(isPainted(onTerminal("bugs"))).toBe(true);
    const plain = onTerminal("bugs", { NO_COLOR: "1" });
    expect(plain).toContain("B8");
    expect(plain).not.toContain(CSI);
  });

  test.each([
    ["generate", "making a suite of seed, cover transitions"],
    ["diff 6.12 7.2", "trying every sequence of calls on 6.12 and on 7.2"],
    ["conform --groups doors --random 1", "running doors-1"],
  ])("%s says what takes long, and takes it away again", (command, said) => {
    const text = onTerminal(command, { NO_COLOR: "1" });
    expect(text).toContain(`\r${CSI}K${said}`);
    expect(text.split(`\r${CSI}K`).at(-1)).toContain("kexec-model");
  });
});
