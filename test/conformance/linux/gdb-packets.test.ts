import { describe, expect, it } from "vitest";
import { decodePackets, encodePacket } from "../../../src/conformance/linux/gdb-packets.ts";

describe("a packet of gdb's remote protocol", () => {
  it("ends with the sum of its bytes, modulo 256, as two digits", () => {
    expect(encodePacket("OK")).toBe("$OK#9a");
    expect(encodePacket("")).toBe("$#00");
    expect(encodePacket("qXfer")).toBe("$qXfer#06");
  });

  it("is taken off the input once all of it is there", () => {
    expect(decodePackets("+$OK#9a$T05#b9")).toEqual({ bodies: ["OK", "T05"], rest: "" });
    expect(decodePackets("+$OK#9")).toEqual({ bodies: [], rest: "$OK#9" });
    expect(decodePackets("$OK#9a$T")).toEqual({ bodies: ["OK"], rest: "$T" });
    expect(decodePackets("++")).toEqual({ bodies: [], rest: "" });
  });
});
