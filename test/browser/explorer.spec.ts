import type { Locator, Page } from "@playwright/test";
import { expect, open, test } from "./page.ts";

const race = "#/traces?trace=walk&walk=seed/quick/race///";

test("a kernel, a world and a wrong version are chosen, and a walk begins", async ({ page }) => {
  await open(page, "#/start");
  await page.getByRole("navigation", { name: "Views" }).getByText("Traces").click();
  const choice = (name: string): Locator =>
    page.getByRole("region", { name: "Explore" }).getByRole("combobox", { name });
  await choice("Kernel").selectOption("6.1");
  await choice("Bounds").selectOption("quick");
  await choice("World").selectOption("race");
  await choice("Wrong version").selectOption("lock-not-taken");
  await page.getByRole("button", { name: "Begin" }).click();
  const trace = page.getByRole("region", { name: "Trace", exact: true });
  await expect(trace).toContainText("kernel 6.1, world race, quick, mutant lock-not-taken");
  await expect(page.getByText("0 / 0")).toBeVisible();
});

test("every event that can happen says where it leads, and a click takes it", async ({ page }) => {
  await open(page, race);
  const first = happening(page).getByRole("button").first();
  await expect(first).toHaveText(/^1kexec_load .*→ call\.entered$/);
  await first.click();
  await expect(page.getByText("1 / 1")).toBeVisible();
  await expect(happening(page).getByRole("button").first()).toHaveText(/kexec_load_check/);
});

test("an event that cannot happen names the guards that said no", async ({ page }) => {
  await open(page, "#/traces?trace=story:reboot&step=4");
  const cannot = page.getByRole("list", { name: "What cannot happen" });
  await expect(cannot).toHaveText(
    "kimage_free none of [unloadsImage] [unloads] [onCrashOverLoaded] [onCrash]",
  );
});

test("the keys 1 to 9 choose, and u takes the last choice back", async ({ page }) => {
  await open(page, race);
  await page.keyboard.press("1");
  await page.keyboard.press("1");
  await page.keyboard.press("1");
  await expect(page.getByText("3 / 3")).toBeVisible();
  const there = await happening(page).allTextContents();
  await page.keyboard.press("2");
  await expect(page.getByText("4 / 4")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("3 / 3")).toBeVisible();
  expect(await happening(page).allTextContents()).toEqual(there);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("2 / 2")).toBeVisible();
});

test("the back button of the browser takes a choice back, and forward repeats it", async ({
  page,
}) => {
  await open(page, race);
  await page.keyboard.press("1");
  await page.keyboard.press("1");
  await expect(page.getByText("2 / 2")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("1 / 1")).toBeVisible();
  await page.goForward();
  await expect(page.getByText("2 / 2")).toBeVisible();
});

test("steps go back and forth without losing what follows", async ({ page }) => {
  await open(page, race);
  for (const key of ["1", "1", "1"]) await page.keyboard.press(key);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("1 / 3")).toBeVisible();
  const next = happening(page).getByRole("button", { name: /next here/ });
  await expect(next).toHaveCount(1);
  await next.click();
  await expect(page.getByText("2 / 3")).toBeVisible();
});

test("a choice in the middle of a counterexample leaves it, and the trace stays as it was", async ({
  page,
}) => {
  await open(page, "#/traces?trace=check:seed:quick:a-loaded-crash-image-runs-on-panic&step=10");
  const other = happening(page).locator("button:not(.next)").first();
  await other.click();
  await expect(page.getByRole("heading", { name: "a walk of your own" })).toBeVisible();
  await expect(page.getByText("11 / 11")).toBeVisible();
  await page.goBack();
  await expect(
    page.getByRole("heading", { name: "a-loaded-crash-image-runs-on-panic" }),
  ).toBeVisible();
  await expect(page.getByText("10 / 11")).toBeVisible();
});

test("a walk comes to the lock with the keyboard alone", async ({ page }) => {
  await open(page, "#/traces");
  const begin = page.getByRole("button", { name: "Begin" });
  await expect(begin).toBeVisible();
  await begin.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("0 / 0")).toBeVisible();
  const steps = ["kexec_load", "kexec_load_check", "kexec_trylock"];
  for (const [i, name] of steps.entries()) {
    await expect(happening(page).getByRole("button").first()).toContainText(name);
    await page.keyboard.press("1");
    await expect(page.getByText(`${i + 1} / ${i + 1}`)).toBeVisible();
  }
  const variables = page.getByRole("list", { name: "Variables of the kernel and its tasks" });
  await expect(variables.getByRole("listitem").first()).toContainText("task 0");
});

/** What can happen. */
function happening(page: Page): Locator {
  return page.getByRole("list", { name: "What can happen", exact: true });
}
