import type { Page } from "@playwright/test";
import { expect, open, test } from "./page.ts";

test("a shortest path is found in the worker, by the compiled module of the world", async ({
  page,
}) => {
  await open(page, "#/traces?trace=walk&walk=seed/quick/memory///&tab=find");
  await choose(page, "a property is violated", "lock-free-frames-are-installed");
  await page.getByLabel("at the beginning").check();
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(outcome(page)).toContainText("Found: a shortest path has 23 steps.");
  await expect(outcome(page)).toContainText("compiled");
  await page.getByRole("button", { name: "Show the path" }).click();
  await expect(page.getByText("23 / 23")).toBeVisible();
  await expect(page.locator(".steps .row.current")).toContainText("kexec_unlock");
});

test("the path of another kernel is found, too, by the interpreter", async ({ page }) => {
  await open(page, "#/traces?trace=walk&walk=6.12/quick/limits///&tab=find");
  await choose(page, "a call fails with", "EPERM");
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(outcome(page)).toContainText(/Found: a shortest path has \d steps?\./);
  await expect(outcome(page)).toContainText("interpreted");
});

test("a path from the step that is shown goes on from there", async ({ page }) => {
  await open(page, "#/traces?trace=story:dump&step=20&tab=find");
  await choose(page, "what is true", /crash kernel runs/i);
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(outcome(page)).toContainText("Found: a shortest path has 4 steps.");
  await page.getByRole("button", { name: "Show the path" }).click();
  await expect(page.getByText("24 / 24")).toBeVisible();
  await expect(page.getByRole("heading", { name: "a walk of your own" })).toBeVisible();
});

test("where there is no path it says so, and how many states were seen", async ({ page }) => {
  await open(page, "#/traces?trace=walk&walk=seed/quick/memory///&tab=find");
  await choose(page, "a property is violated", "mutual-exclusion");
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(outcome(page)).toContainText(
    /There is none: all 8,122 states that world memory can reach from here were seen\./,
    { timeout: 20_000 },
  );
});

test("conditions are joined, negated and taken away", async ({ page }) => {
  await open(page, "#/traces?trace=walk&walk=seed/quick/race///&tab=find");
  await page.getByRole("button", { name: "+ and another condition" }).click();
  const second = page.getByRole("listitem", { name: "Condition 2" });
  await second.getByLabel("not").check();
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(outcome(page)).toContainText(/There is none|Unknown/, { timeout: 20_000 });
  await second.getByRole("button", { name: "Remove condition 2" }).click();
  await expect(second).toHaveCount(0);
});

test("a search is cancelled, and the page goes on", async ({ page }) => {
  await open(page, "#/traces?trace=walk&walk=seed/deep/race///&tab=find");
  await choose(page, "a property is violated", "lock-free-frames-are-installed");
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(page.locator(".progress")).toContainText("states/s");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(outcome(page)).toContainText("Cancelled.");
  await page.getByRole("tab", { name: "What can happen" }).click();
  await page.keyboard.press("1");
  await expect(page.getByText("1 / 1")).toBeVisible();
});

test("a path is asked for and shown with the keyboard alone", async ({ page }) => {
  await open(page, "#/traces?trace=story:load&step=0");
  await page.getByRole("tab", { name: "Find a path" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Condition 1: what is true").focus();
  await page.keyboard.type("the crash kernel runs");
  await page.getByRole("button", { name: "Find a shortest path" }).focus();
  await page.keyboard.press("Enter");
  const show = page.getByRole("button", { name: "Show the path" });
  await expect(show).toBeVisible();
  await show.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "a walk of your own" })).toBeVisible();
});

async function choose(page: Page, kind: string, which: string | RegExp): Promise<void> {
  const condition = page.getByRole("listitem", { name: "Condition 1" });
  await condition.getByLabel("Condition 1: kind").selectOption({ label: kind });
  const options = condition.locator("select.which");
  const option = options.locator("option").filter({ hasText: which }).first();
  await options.selectOption(await option.evaluate((one: HTMLOptionElement) => one.value));
}

function outcome(page: Page) {
  return page.getByRole("form", { name: "Find a path" }).locator(".outcome");
}
