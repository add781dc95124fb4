import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckReport } from "../../src/model/report.ts";
import { build, main, run } from "./cli.ts";

const slow = { timeout: 180_000 }; // several whole checks
const folder = mkdtempSync(join(tmpdir(), "kexec-model-"));
beforeAll(build, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("a check with checkpoints", () => {
  const saved = join(folder, "saved");
  const report = (...args: readonly string[]): CheckReport => {
    const { stdout, stderr } = run("check", "--preset", "quick", "--json", ...args);
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  };
  const withoutTimes = (text: CheckReport): unknown => ({
    ...text,
    worlds: text.worlds.map(({ seconds: _, notes: __, ...world }) => world),
  });

  test("that is stopped and resumed says what one says that was not", slow, () => {
    const stopped = report("--checkpoint", saved, "--states-max", "3000");
    expect(stopped.verdict).toBe("incomplete");
    const refused = run("check", "--preset", "quick", "--checkpoint", saved);
    expect(refused.stderr).toMatch(/expected a folder without checkpoints, got .*give --resume/);
    const resumed = report("--checkpoint", saved, "--resume");
    const notes = resumed.worlds.map((world) => `${world.world} ${world.notes}`);
    expect(notes.slice(0, 5)).toEqual([
      "race went on from 3,000 states",
      "memory went on from 3,000 states",
      "region was complete before",
      "requests went on from 3,000 states",
      expect.stringMatching(/^reboot went on from 3,00\d states$/), // a level may end behind it
    ]);
    expect(withoutTimes(resumed)).toEqual(withoutTimes(report()));
  });

  test("that is killed goes on from its last checkpoint", slow, async () => {
    const killed = join(folder, "killed");
    const args = ["check", "--preset", "quick", "--checkpoint", killed, "--json"];
    for (const more of [[], ["--resume"], ["--resume"]]) {
      const often = ["--checkpoint-every", "0.001"];
      const child = spawn(process.execPath, [main, ...args, ...often, ...more]);
      while (!existsSync(join(killed, "race.checkpoint"))) await setTimeout(20);
      await setTimeout(300);
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    const resumed = report("--checkpoint", killed, "--resume");
    expect(resumed.worlds[0]?.notes[0]).toMatch(/^went on from|^was complete/);
    expect(withoutTimes(resumed)).toEqual(withoutTimes(report()));
    expect(readdirSync(killed).sort()).toEqual(
      resumed.worlds.map(({ world }) => `${world}.checkpoint`).sort(),
    );
  });

  test("keeps others out of its folder while it runs", () => {
    const used = join(folder, "used");
    mkdirSync(used);
    writeFileSync(join(used, "lock"), `${process.pid}\n`);
    const { status, stderr } = run("check", "--checkpoint", used);
    expect(status).toBe(2);
    expect(stderr).toContain(`but process ${process.pid} does: wait for it, or delete `);
  });
});
