import { expect, open, stepRows, test } from "./page.ts";
import { pageAt } from "./pages.ts";

const leak = "#/traces?trace=check:seed:quick:lock-free-frames-are-installed";
const noDump = "#/traces?trace=check:seed:quick:a-loaded-crash-image-runs-on-panic";

test("a counterexample opens at its last step, with what every step changes", async ({ page }) => {
  await page.goto(pageAt(leak));
  const current = stepRows(page, { selected: true });
  await expect(current).toContainText("kexec_unlock");
  await expect(current).toContainText("lock free");
  const lost = stepRows(page).filter({ hasText: "LOST (was unlisted source)" });
  await expect(lost).toContainText("kimage_free");
});

test("the keys move through the steps, and the address follows", async ({ page }) => {
  await page.goto(pageAt(leak));
  await expect(page.getByText("20 / 20")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("h");
  await expect(page.getByText("18 / 20")).toBeVisible();
  await expect(page).toHaveURL(/step=18/);
  await page.reload();
  await expect(page.getByText("18 / 20")).toBeVisible();
  await page.getByRole("listbox", { name: /steps of the trace/i }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("1 / 20")).toBeVisible();
});

test("the lanes show who holds the lock while a CPU panics", async ({ page }) => {
  await page.goto(pageAt(noDump));
  const row = stepRows(page, { selected: true });
  await expect(row).toContainText("__crash_kexec by panicking CPU");
  await expect(row.locator(".held")).toHaveCount(2); // above and below the step, in one lane
});

test("only the steps that change a variable are shown when asked", async ({ page }) => {
  await page.goto(pageAt(leak));
  await page.getByLabel("Only steps that change").fill("lock");
  const rows = stepRows(page);
  await expect(rows).toHaveCount(3); // the start, taken, released
  await expect(rows.nth(1)).toContainText("lock: task 0");
  await page.getByLabel("Only steps that change").fill("nothing is called so");
  await expect(rows).toHaveCount(1); // the start
});

test("the right model beside shows where the two part", async ({ page }) => {
  await page.goto(pageAt(leak));
  await page.getByLabel("beside").selectOption({ label: "the right model" });
  await page.getByRole("button", { name: /first difference: step 18/ }).click();
  await expect(page.getByText("18 / 20")).toBeVisible();
  await expect(stepRows(page, { selected: true }).locator(".other")).toContainText("≠");
});

test("another choice leaves the trace, undo takes it back, and a link repeats it", async ({
  page,
}) => {
  await page.goto(pageAt(`${leak}&step=17`));
  const choices = page.getByRole("list", { name: "What can happen", exact: true });
  await choices
    .getByRole("button", { name: /kimage_alloc_page -> frame/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "a walk of your own" })).toBeVisible();
  await expect(page.getByText("18 / 18")).toBeVisible();
  const link = page.url();
  await page.keyboard.press("u");
  await expect(page.getByText("17 / 17")).toBeVisible();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByText("18 / 18")).toBeVisible();
});

test("a trace of 10,000 steps opens at its end, and scrolls", async ({ page }) => {
  await page.goto(pageAt("#/traces?trace=file:10000-steps.json"));
  await expect(page.getByText("10000 / 10000")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("9999 / 10000")).toBeVisible();
  expect(await stepRows(page).count()).toBeLessThan(100);
});

test("an address that names no trace says so", async ({ page }) => {
  await page.goto(pageAt("#/traces?trace=check:seed:quick:no-such-property"));
  await expect(page.getByText("does not hold the trace")).toBeVisible();
  await page.goto(pageAt("#/traces?trace=walk&walk=seed/quick/race///99.99"));
  await expect(page.getByText("does not hold the trace")).toBeVisible();
});

test("a step that a wrong version changes is told in its words, not in the right version's", async ({
  page,
}) => {
  await open(page, "#/traces?trace=bug:B8&step=18");
  const changed = stepRows(page, { selected: true });
  await expect(changed).toContainText("Changed in this wrong version: a source page that finds no");
  await expect(changed).not.toContainText("the source page is freed");
  await page.keyboard.press("h");
  await expect(stepRows(page, { selected: true })).not.toContainText("Changed in this");
});
