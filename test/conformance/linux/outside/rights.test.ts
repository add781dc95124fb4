import { describe, expect, it } from "vitest";
import { rightsIn, rightsText } from "../../../../src/conformance/linux/outside/rights.ts";

const region = { start: 0xb000000n, end: 0xf000000n };

/** What QEMU says of a 6.1 with a crash image: user memory first, then the direct map. */
const protectedRegion = `
0000000000400000-0000000000401000 0000000000001000 ur-
ffff888000000000-ffff888000099000 0000000000099000 -rw
ffff8880036db000-ffff88800b000000 0000000007925000 -rw
ffff88800b000000-ffff88800b005000 0000000000005000 -r-
ffff88800b005000-ffff88800b006000 0000000000001000 -rw
ffff88800b006000-ffff88800f000000 0000000003ffa000 -r-
ffff88800f000000-ffff88800ffe0000 0000000000fe0000 -rw
`;

describe("the rights of the crash region", () => {
  it("are those of its own pages, and of no neighbour", () => {
    expect(rightsIn(protectedRegion, region)).toEqual([
      { start: 0xb000000n, end: 0xb005000n, writable: false },
      { start: 0xb005000n, end: 0xb006000n, writable: true },
      { start: 0xb006000n, end: 0xf000000n, writable: false },
    ]);
    const whole = "ffff8880036db000-ffff88800ffe0000 000000000c905000 -rw\n";
    expect(rightsIn(whole, region)).toEqual([{ ...region, writable: true }]);
  });

  it("are told by what most pages have, then by the exceptions", () => {
    const said = (text: string) => rightsText(rightsIn(text, region), region);
    expect(said(protectedRegion)).toBe("read-only; writable: 1 page at 0xb005000");
    expect(said("ffff888000000000-ffff88800ffe0000 000000000ffe0000 -rw")).toBe("writable");
    expect(said("ffff88800b000000-ffff88800f000000 0000000004000000 -r-")).toBe("read-only");
    expect(said("ffff88800b001000-ffff88800f000000 0000000003fff000 -r-")).toBe(
      "read-only; not mapped: 1 page",
    );
    expect(rightsText([], { start: 0n, end: 0n })).toBe("no region");
  });
});
