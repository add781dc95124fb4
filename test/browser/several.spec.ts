import type { Locator, Page } from "@playwright/test";
import { expect, open, stepRows, test } from "./page.ts";
import { folder } from "./pages.ts";

/** A page of two kernels, both checked and run. */
const file = "several/index.html";
const leak = "lock-free-frames-are-installed";

test("the start has a row for every check and every run, in the order of the kernels", async ({
  page,
}) => {
  await open(page, "#/start", file);
  expect(await firstCells(page.getByRole("region", { name: "Verdicts" }))).toEqual(["seed", "6.1"]);
  const runs = page.getByRole("region", { name: "Runs" });
  await expect(runs).toContainText("Every system that ran the tests agrees");
  await expect(runs.getByRole("row")).toHaveCount(3);
  await expect(
    runs.getByRole("row", { name: /^reference kernel 6\.1 \d+ 0 0 \d+ of 213/ }),
  ).toBeVisible();
  await page
    .getByRole("row", { name: /^6\.1 quick / })
    .getByRole("link")
    .click();
  await expect(page.getByRole("combobox", { name: "check" })).toHaveValue("kernel 6.1, quick");
});

test("a bug of two kernels is one card, and each kernel leads to its own trace", async ({
  page,
}) => {
  await open(page, "#/start", file);
  const bugs = page.getByRole("region", { name: "Bugs that Linux has" });
  const card = bugs.getByRole("article").filter({ hasText: leak });
  await expect(card).toHaveCount(1);
  await expect(card).toContainText("B8");
  await card.getByRole("link", { name: "6.1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`B8: ${leak}`);
  await expect(page.getByText("kernel 6.1, world odd, quick")).toBeVisible();
});

test("the list of traces has a property once, and every kernel that has a trace of it", async ({
  page,
}) => {
  await open(page, `#/traces?trace=check:seed:quick:${leak}`, file);
  const list = page.getByRole("region", { name: "Traces" });
  await expect(list.getByRole("button", { name: new RegExp(leak) })).toHaveCount(1);
  const of = (kernel: string): Locator => list.getByTitle(`${leak} of kernel ${kernel}`);
  await expect(of("seed")).toHaveAttribute("aria-current", "true");
  await of("6.1").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/trace=check%3A6\.1%3Aquick/);
  await expect(of("6.1")).toHaveAttribute("aria-current", "true");
  await expect(stepRows(page, { selected: true })).toContainText("Broken here");
  await list.getByLabel("Find a trace").fill("B4"); // a bug of 6.1 alone
  await expect(list.getByTitle(/of kernel/)).toHaveCount(0);
  await expect(list.getByRole("button", { name: /B4 a-call-returns-zero/ })).toBeVisible();
});

test("the matrix is restricted to one kernel, and the address keeps that", async ({ page }) => {
  await open(page, "#/transitions", file);
  const columns = page.locator(".matrix .head a");
  await expect(columns).toHaveCount(6);
  await page.getByRole("combobox", { name: "kernel" }).selectOption("6.1");
  await expect(columns).toHaveText([
    "checked: 6.1, quick",
    "tests: 6.1, transitions",
    "run: reference kernel as 6.1",
  ]);
  await expect(page).toHaveURL(/kernel=6\.1/);
  await page.reload();
  await expect(columns).toHaveCount(3);
});

test("the worst check is the one that a reader sees first", async ({ page }) => {
  await open(page, "#/start", file);
  const bad = `${folder}/violated/check-seed-lock-not-taken.json`;
  await page.locator('input[type="file"]').setInputFiles(bad);
  await page.getByRole("banner").getByRole("link", { name: "✗ VIOLATED (seed)" }).click();
  await expect(heading(page)).toHaveText(/^✗ VIOLATED/);
  const check = page.getByRole("combobox", { name: "check" });
  await expect(check).toHaveValue("kernel seed, quick, mutant lock-not-taken");
});

async function firstCells(table: Locator): Promise<string[]> {
  return await table.locator("tbody th").allTextContents();
}

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}
