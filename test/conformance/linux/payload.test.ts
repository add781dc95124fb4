import { describe, expect, it } from "vitest";
import { payloadReport } from "../../../src/conformance/linux/payload.ts";

describe("what the payload says on the console", () => {
  it.each([
    ["ok NORMAL bytes=4096", { kind: "ok", image: "NORMAL", bytes: 4096 }],
    [
      "wrong at 0x1000008 expected 0x0 got 0xff",
      { kind: "wrong", what: "at 0x1000008", expected: 0n, got: 255n },
    ],
    [
      "wrong sum of the code expected 0xcbf29ce484222325 got 0x1",
      { kind: "wrong", what: "sum of the code", expected: 0xcbf2_9ce4_8422_2325n, got: 1n },
    ],
  ])("is read as one fact: %s", (said, report) => {
    const before = "[    3.1] Kernel panic - not syncing: sysrq triggered crash\r\n";
    expect(payloadReport(`${before}\nkexec-model payload: ${said}\r\n`)).toEqual(report);
  });

  it("is nothing before its line is whole", () => {
    expect(payloadReport("")).toBeNull();
    expect(payloadReport("kexec-model payload: ok NORMAL bytes=40")).toBeNull();
    expect(payloadReport("a word about a kexec-model payload: ok\n")).toBeNull();
  });

  it("is no report when nobody understands it", () => {
    expect(() => payloadReport("kexec-model payload: fine\n")).toThrow(/nobody understands: fine/);
  });
});
