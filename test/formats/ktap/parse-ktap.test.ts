import { describe, expect, test } from "vitest";
import { parseKtap } from "./parse-ktap.ts";

const head = "KTAP version 1\n1..1\n";

describe("the strict parser", () => {
  test("takes results with diagnostics before them, and each directive where it belongs", () => {
    const text = `KTAP version 1
1..4
ok 1 first
# step 2: expected 0, got 1
not ok 2 second
ok 3 third # SKIP no such call
not ok 4 fourth # ERROR interrupted
`;
    expect(parseKtap(text)).toEqual([
      { ok: true, name: "first", directive: null, diagnostics: [] },
      { ok: false, name: "second", directive: null, diagnostics: ["step 2: expected 0, got 1"] },
      { ok: true, name: "third", directive: skip("no such call"), diagnostics: [] },
      {
        ok: false,
        name: "fourth",
        directive: { name: "ERROR", reason: "interrupted" },
        diagnostics: [],
      },
    ]);
  });

  test.each([
    ["TAP version 13\n1..0\n", /expected KTAP version 1/],
    ["KTAP version 1\nok 1 a\n1..1\n", /expected a plan/],
    ["KTAP version 1\n1..2\nok 1 a\n", /expected 2 results as planned, got 1/], // a crash
    [`${head}ok 2 a\n`, /expected result 1/],
    [`${head}ok 1 a\nok 2 b\n`, /expected 1 results as planned, got 2/],
    [`${head}ok 1 a # LATER x\n`, /expected a directive/],
    [`${head}not ok 1 a # SKIP x\n`, /expected "ok" with SKIP/],
    [`${head}ok 1 a # TIMEOUT x\n`, /expected "not ok" with TIMEOUT/],
    [`${head}ok 1 a b#c\n`, /expected a result or a diagnostic line/], // a name has no #
    [`${head}[    1.0] printk\nok 1 a\n`, /expected a result or a diagnostic line/],
    [`${head}ok 1 a\n# late\n`, /behind the last diagnostics/],
    [`${head}ok 1 a`, /expected a line end/],
  ])("refuses %j", (text, message) => {
    expect(() => parseKtap(text)).toThrow(message);
  });
});

function skip(reason: string): { readonly name: string; readonly reason: string } {
  return { name: "SKIP", reason };
}
