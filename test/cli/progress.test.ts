import { expect, test } from "vitest";
import { progressLines, sizeText, type WorldProgress } from "../../src/cli/progress.ts";

const race: WorldProgress = {
  ...{ world: "race", status: "running", states: 1_234_567_890, rate: 61_234.5, depth: 145 },
  ...{ frontier: 123_456_789, bytes: 84.4 * 2 ** 30 },
};

test("progress is one line per world, and fits into 80 columns with large numbers", () => {
  const lines = progressLines([
    race,
    { ...race, world: "memory", status: "waiting" },
    { ...race, world: "requests", status: "done", states: 42_072 },
  ]);
  expect(`\n${lines.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    world              states   states/s   depth      frontier    memory
    race        1,234,567,890     61,235     145   123,456,789  84.4 GiB
    memory            waiting
    requests           42,072       done
    "
  `);
  expect(lines.filter((line) => line.length > 79)).toEqual([]);
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1 KiB"],
  [1_500_000, "1.4 MiB"],
  [200 * 2 ** 20, "200 MiB"],
  [2 ** 31, "2.0 GiB"],
])("%d bytes are %s", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
