import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { newcArchive } from "../../../src/conformance/linux/cpio.ts";
import { findTool } from "../../../src/conformance/linux/environment.ts";
import { buildInitramfs } from "../../../src/conformance/linux/initramfs.ts";
import { reportSkip } from "./skip.ts";

const hasGcc = findTool("gcc") !== null;
if (!hasGcc) reportSkip("expected gcc on PATH, got none");

const folder = mkdtempSync(join(tmpdir(), "kexec-model-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("an archive", () => {
  it("has a 110-byte header, name and content each padded to 4 bytes", () => {
    const archive = Buffer.from(newcArchive([{ path: "a", content: Buffer.from("hello") }]));
    expect(archive.length).toBe(110 + 2 + 8 + (110 + 11 + 3));
    expect(archive.toString("latin1", 0, 6)).toBe("070701");
    expect(archive.toString("latin1", 14, 22)).toBe("000081ed"); // a file, mode 755
    expect(archive.toString("latin1", 54, 62)).toBe("00000005");
    expect(archive.toString("latin1", 110, 120)).toBe("a\0hello\0\0\0");
    expect(extract(archive, "TRAILER!!!")).toEqual(Buffer.alloc(0));
  });
});

describe.skipIf(!hasGcc)("the initramfs", () => {
  it("is built once and has a program that only runs on a test machine", async () => {
    const path = await buildInitramfs(folder);
    expect(await buildInitramfs(folder)).toBe(path);
    const agent = join(folder, "agent");
    writeFileSync(agent, extract(readFileSync(path), "init"), { mode: 0o755 });
    const { status, stderr } = spawnSync(agent, { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^expected to be PID 1 of a test machine, got PID \d+: only/);
  }, 60_000);
});

function extract(archive: Buffer, path: string): Buffer {
  for (let at = 0; at < archive.length; ) {
    const field = (index: number) =>
      Number.parseInt(archive.toString("latin1", at + 6 + 8 * index, at + 14 + 8 * index), 16);
    const name = at + 110;
    const content = (name + field(11) + 3) & ~3;
    const end = content + field(6);
    if (archive.toString("utf8", name, name + field(11) - 1) === path) {
      return archive.subarray(content, end);
    }
    at = (end + 3) & ~3;
  }
  throw new Error(`expected an entry ${path}, got none`);
}
