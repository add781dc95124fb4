import { expect, test } from "vitest";
import { completeConfig, defaultConfig, type KernelConfig } from "../../src/reference/config.ts";

test("what is left out is taken from the default machine", () => {
  expect(completeConfig({})).toEqual(defaultConfig);
});

test("totalram follows the number of frames unless it is given", () => {
  expect(completeConfig({ frames: 64 }).totalram_pages).toBe(64n);
  expect(completeConfig({ frames: 64, totalram_pages: 8n }).totalram_pages).toBe(8n);
});

test.each<[claim: string, config: Partial<KernelConfig>, message: string]>([
  ["pages of 24 bytes", { page_bytes: 24 }, "page_bytes: expected a power of two"],
  ["pages too small for the flags", { page_bytes: 8 }, "page_bytes: expected a power of two"],
  ["list pages with a link only", { entriesPerListPage: 1 }, "entriesPerListPage: expected 2 to"],
  ["list pages longer than pages", { entriesPerListPage: 513 }, "expected 2 to 512, got 513"],
  ["a crash region of odd bytes", { crashk_res: { start: 0n, end: 4096n } }, "crashk_res"],
  [
    "a crash region beyond memory",
    { crashk_res: { start: 0n, end: 4096n ** 2n * 2n - 1n } },
    "cra",
  ],
])("a machine cannot have %s", (_, config, message) => {
  expect(() => completeConfig(config)).toThrow(message);
});
