import { describe, expect, it } from "vitest";
import {
  formatFileLoad,
  formatLoad,
  parseCallState,
  parseMachine,
  parseObservation,
  parseReply,
  type Reply,
} from "../../../src/conformance/linux/protocol.ts";

describe("a load command", () => {
  it("says only what differs from the agent's defaults", () => {
    expect(formatLoad({})).toBe("task=0 nr=0");
    expect(formatLoad({ task: 1, flags: 1n, entry: 0x1000n, list: "bad", capSysBoot: false })).toBe(
      "task=1 flags=0x1 entry=0x1000 nr=0 list=bad cap=0",
    );
  });

  it("has each segment, its buffer and the pauses in order", () => {
    const sizes = { memsz: 8192n, bufsz: 4096n };
    const segments = [
      { mem: 0x1000n, ...sizes },
      { mem: 0x3000n, ...sizes, buffer: { kind: "bad" } },
      { mem: 0x5000n, ...sizes, buffer: { kind: "edge", pages: 2 } },
      { mem: 0x7000n, ...sizes, buffer: { kind: "seed", seed: 9 } },
    ] as const;
    expect(formatLoad({ segments, pauses: [{ segment: 3, page: 0 }] })).toBe(
      "task=0 nr=4 seg=0x1000,0x2000,0x1000,good seg=0x3000,0x2000,0x1000,bad " +
        "seg=0x5000,0x2000,0x1000,edge2 seg=0x7000,0x2000,0x1000,seed9 pause=3,0",
    );
  });

  it("wraps numbers at 64 bits and can lie about the number of segments", () => {
    const segments = [{ mem: -4096n, memsz: 4096n, bufsz: 0n }];
    expect(formatLoad({ segments, nr_segments: 17n })).toBe(
      "task=0 nr=17 seg=0xfffffffffffff000,0x1000,0x0,good",
    );
  });
});

describe("a load of an image that is run", () => {
  it("has the payload as a buffer, and the address where it expects another byte", () => {
    const code = { mem: 0x1000n, memsz: 8192n, bufsz: 8192n, buffer: { kind: "code" } } as const;
    expect(formatLoad({ segments: [code], wrongAt: 0x2001n })).toBe(
      "task=0 nr=1 seg=0x1000,0x2000,0x2000,code wrong=0x2001",
    );
  });

  it("has files when it is by file", () => {
    expect(formatFileLoad({ kernel: "none", flags: 3 })).toBe("kernel=none flags=3");
    const initrd = { bytes: 5000, seed: 7 };
    expect(formatFileLoad({ kernel: "good", initrd, cmdline: "a=b" })).toBe(
      "kernel=good flags=0 initrd=5000,7 cmdline=a=b",
    );
  });
});

describe("a reply", () => {
  it("is recognised by its number", () => {
    expect(parseReply("7 ok a=1", 7)?.ok).toBe(true);
    expect(parseReply("7 error reason=x", 7)?.ok).toBe(false);
    expect(parseReply("6 ok a=1", 7)).toBeNull(); // late
    expect(parseReply("7 okay", 7)).toBeNull(); // broken
    expect(parseReply("", 7)).toBeNull();
  });

  it("tells each state of a call", () => {
    const state = (line: string) => parseCallState(reply(line));
    expect(state("state=done result=-16")).toEqual({ kind: "done", result: -16 });
    expect(state("state=paused segment=1 page=2")).toEqual({ kind: "paused", segment: 1, page: 2 });
    expect(state("state=running")).toEqual({ kind: "running" });
    expect(state("state=killed")).toEqual({ kind: "killed" });
    expect(state("result=0")).toBeNull();
  });

  it("tells what user space sees, with or without the frames", () => {
    const seen = "loaded=1 crash_loaded=0 crash_size=-16";
    const expected = { kexec_loaded: true, kexec_crash_loaded: false, kexec_crash_size: -16 };
    expect(parseObservation(reply(seen))).toEqual({ ...expected, reserved_frames: null });
    expect(parseObservation(reply(`${seen} reserved=7`))).toEqual({
      ...expected,
      reserved_frames: 7,
    });
    expect(parseObservation(reply("state=done result=0"))).toBeNull();
  });

  it("describes the machine", () => {
    const line =
      "release=6.1.0 version=#1\tSMP page=4096 cpus=2 totalram=4096 crash=0x0,0x0 " +
      "ram=0x1000,0x9f000";
    expect(parseMachine(reply(line))).toEqual({
      release: "6.1.0",
      version: "#1 SMP",
      pageSize_bytes: 4096,
      cpus: 2,
      totalram_bytes: 4096n,
      crashKernel: null,
      ram: [{ start: 0x1000n, end: 0x9f000n }],
    });
  });
});

function reply(words: string): Reply {
  return parseReply(`1 ok ${words}`, 1)?.values ?? new Map();
}
