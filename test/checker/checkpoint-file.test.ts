import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCheckpoint, writeCheckpoint } from "../../src/checker/checkpoint.ts";
import { explore } from "../../src/checker/explore.ts";
import type { SearchState } from "../../src/checker/search-state.ts";
import { StateStore } from "../../src/checker/store.ts";
import { build } from "../cli/cli.ts";
import { checks, marks, plain, ring } from "./search.ts";

const folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "search");

describe("a checkpoint is refused", () => {
  function written(): Buffer {
    rmSync(file, { force: true });
    const onCheckpoint = {
      every_ms: 1e9,
      save: (state: SearchState) => writeCheckpoint(file, "a ring", state),
    };
    explore(ring(3000), { checks, marks, limits: { statesMax: 1000 }, onCheckpoint });
    return readFileSync(file);
  }
  const advice = "give another folder, or delete the file to search from the beginning";

  test("of another search, with both names", () => {
    written();
    expect(() => readCheckpoint(file, "a line")).toThrow(
      `${file}: expected a checkpoint of "a line", got one of "a ring"; ${advice}`,
    );
  });

  test("that was cut short, wherever", () => {
    const whole = written();
    for (const length of [0, 1, 11, 20, 200, whole.length >> 1, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(() => readCheckpoint(file, "a ring")).toThrow(/expected .*, got .*; give another/);
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.alloc(1)]));
    expect(() => readCheckpoint(file, "a ring")).toThrow(/the file is not whole/);
  });

  test("with one wrong byte, wherever", () => {
    const whole = written();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const wrong = Buffer.from(whole);
          wrong[at] = (wrong[at] ?? 0) ^ change;
          writeFileSync(file, wrong);
          expect(() => readCheckpoint(file, "a ring")).toThrow(/expected .*, got .*; give another/);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("when the model takes other steps than it took", () => {
    written();
    const resume = readCheckpoint(file, "a ring");
    if (!resume) throw new Error("expected a checkpoint");
    expect(() => explore(ring(2999), { checks, marks, resume })).toThrow(
      /the model has changed since the checkpoint: expected the step to state \d+/,
    );
  });

  test("a file that is not there is none", () => {
    expect(readCheckpoint(join(folder, "nothing"), "a ring")).toBeNull();
  });
});

describe("when the disk is full", () => {
  test("the old checkpoint stays, nothing else is left, and the error says why", () => {
    const full = join(folder, "full");
    const state = stateOf(1000);
    writeCheckpoint(full, "a test", state);
    const before = readFileSync(full);
    symlinkSync("/dev/full", `${full}.tmp`); // which refuses every byte as a full disk does
    expect(() => writeCheckpoint(full, "a test", state)).toThrow(
      `expected to write ${full}, got: ENOSPC`,
    );
    expect(readFileSync(full)).toEqual(before);
    expect(readdirSync(folder)).not.toContain("full.tmp");
  });

  test("a folder that is not there is an error, too", () => {
    const nowhere = join(folder, "no", "folder");
    expect(() => writeCheckpoint(nowhere, "a test", stateOf(10))).toThrow(
      `expected to write ${nowhere}, got: ENOENT`,
    );
  });
});

describe("when the process is killed", () => {
  const child = fileURLToPath(new URL("./checkpoint-child.mjs", import.meta.url));
  const slow = { timeout: 180_000 };
  beforeAll(build, slow.timeout);

  test("while it writes a file, the half file does not matter", () => {
    const half = join(folder, "half");
    writeCheckpoint(half, "a test", stateOf(500));
    writeFileSync(`${half}.tmp`, readFileSync(half).subarray(0, 100));
    expect(readCheckpoint(half, "a test")?.store.size).toBe(500);
    writeCheckpoint(half, "a test", stateOf(700));
    expect(readCheckpoint(half, "a test")?.store.size).toBe(700);
    expect(existsSync(`${half}.tmp`)).toBe(false);
  });

  test("at any moment, the search goes on from the last whole checkpoint", slow, async () => {
    const killed = join(folder, "killed");
    const seed = Math.floor(Math.random() * 1000);
    let [kills, inTheMiddle, next] = [0, 0, 0];
    for (;;) {
      const running = spawn(process.execPath, [child, killed, "30000"]);
      const ended = once(running, "exit");
      await Promise.race([once(running.stdout, "data"), ended]);
      await Promise.race([setTimeout(((seed + kills * 37) % 80) + 10 * kills), ended]);
      running.kill("SIGKILL");
      const [code] = await ended;
      if (code === 0) break;
      kills++;
      if (existsSync(`${killed}.tmp`)) inTheMiddle++;
      const saved = readCheckpoint(killed, "a ring");
      expect(saved?.next ?? 0, `kill ${kills}, seed ${seed}`).toBeGreaterThanOrEqual(next);
      next = saved?.next ?? 0;
    }
    console.log(`killed ${kills} times, ${inTheMiddle} times while it wrote`);
    expect(kills).toBeGreaterThan(3);
    const resume = readCheckpoint(killed, "a ring");
    const resumed = explore(ring(30_000), resume ? { resume } : {});
    expect(resume?.next).toBe(30_000);
    expect(plain(resumed)).toEqual(plain(explore(ring(30_000))));
  });
});

/** A search of many states that never was: enough to be written. */
function stateOf(states: number): SearchState {
  const store = new StateStore(2);
  for (let i = 0; i < states; i++) store.insert(Int32Array.of(i, -i), i - 1, i % 5);
  return {
    ...{ store, next: 1, levelEnd: 1, levels: [1], transitions: 0, deadlocks: 0, deadlock: null },
    ...{ found: new Map(), closed: new Int32Array(0), pruned: false, initials: 1 },
    ...{ marks: { columns: [] }, counters: [], references: [] },
  };
}
