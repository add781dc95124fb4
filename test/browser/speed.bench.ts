import { statSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { stepRows } from "./page.ts";
import { folder, pageAt } from "./pages.ts";

/** What a reader feels, measured in the page; the limits are those of decision 014. */
interface Measured {
  readonly what: string;
  readonly median: number;
  readonly worst: number;
  readonly limit: number;
  readonly unit: string;
}

const measured: Measured[] = [];

test.describe.configure({ mode: "serial", timeout: 300_000 });

test("the first paint", async ({ browser }) => {
  const times_ms: number[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await browser.newPage();
    await page.goto(pageAt("#/start"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    times_ms.push(await page.evaluate(firstPaint));
    await page.close();
  }
  note("first paint of the start page", times_ms, { limit: 1000, unit: "ms" });
});

const places = [
  ["a step of a story, all panes", "#/traces?trace=story:no-dump"],
  [
    "... with the details of a state",
    "#/traces?trace=story:no-dump&tab=details&select=call.locked",
  ],
  ["... beside the right model", "#/traces?trace=bug:B8&beside=right"],
  ["a step of a trace of 10,000", "#/traces?trace=file:10000-steps.json"],
] as const;

for (const [what, hash] of places) {
  test(what, async ({ page }) => {
    await page.goto(pageAt(hash));
    await stepRows(page, { selected: true }).waitFor();
    await page.waitForTimeout(1500); // parts that nobody asked for yet are unpacked
    const times_ms: number[] = [];
    for (let i = 0; i < 40; i++) times_ms.push(await stepTime(page, i % 10 < 5 ? "h" : "l"));
    note(what, times_ms.slice(2), { limit: 50, unit: "ms" });
  });
}

test("a run of 1,000 tests", async ({ page }) => {
  await page.goto(pageAt("#/traces"));
  await page.waitForTimeout(1000);
  const begin = performance.now();
  await page.locator('input[type="file"]').setInputFiles(`${folder}/1000-tests.json`);
  await page.getByText("Runs of systems").waitFor();
  note("opening a run of 1,000 tests", [performance.now() - begin], { limit: 3000, unit: "ms" });
});

const lists = [
  ["scrolling a trace of 10,000", "#/traces?trace=file:10000-steps.json", ".steps .rows", []],
  [
    "scrolling a run of 1,000 tests",
    "#/traces?open=kernel+run",
    ".list .rows",
    ["1000-tests.json"],
  ],
  ["scrolling the mutants", "#/mutants", ".grid", []],
] as const;

for (const [what, hash, scroller, files] of lists) {
  test(what, async ({ page }) => {
    await page.goto(pageAt(hash));
    for (const name of files) {
      await page.locator('input[type="file"]').setInputFiles(`${folder}/${name}`);
    }
    await page.waitForTimeout(1500);
    note(what, await frameTimes(page, scroller), { limit: 50, unit: "ms" });
  });
}

test.afterAll(() => {
  const size_MiB = statSync(`${folder}/review.html`).size / 2 ** 20;
  note("size of the file", [size_MiB], { limit: 4, unit: "MiB" });
  const rows = measured.map(({ what, median, worst, limit, unit }) => {
    const digits = unit === "MiB" ? 1 : 0;
    const cells = [median, worst, limit].map((value) => value.toFixed(digits).padStart(8));
    return `${what.padEnd(40)}${cells.join("")} ${unit}`;
  });
  const head = `${"".padEnd(40)}${["median", "worst", "limit"].map((name) => name.padStart(8)).join("")}`;
  process.stdout.write(`\n${[head, ...rows].join("\n")}\n`);
});

function note(
  what: string,
  values: readonly number[],
  { limit, unit }: Pick<Measured, "limit" | "unit">,
): void {
  const sorted = [...values].sort((a, b) => a - b);
  const [median, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  expect(median).toBeDefined();
  measured.push({ what, median: median ?? 0, worst: worst ?? 0, limit, unit });
}

/** From a key to the frame that shows what it did. */
async function stepTime(page: Page, key: string): Promise<number> {
  return await page.evaluate(async (pressed) => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const begin = performance.now();
    dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begin;
  }, key);
}

/** How long each frame takes while a list scrolls by half its height in every frame. */
async function frameTimes(page: Page, scroller: string): Promise<number[]> {
  const { times, moved } = await page.locator(scroller).evaluate(async (list) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const times: number[] = [];
    const tops = new Set<number>();
    let before = await frame();
    for (let i = 0; i < 100; i++) {
      list.scrollTop += (i % 50 < 25 ? 1 : -1) * (list.clientHeight / 2);
      tops.add(list.scrollTop);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return { times: times.slice(2), moved: tops.size };
  });
  expect(moved, "places that the list was at").toBeGreaterThan(10);
  return times;
}

function firstPaint(): number {
  return performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
}
