import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, open, stepRows, test } from "./page.ts";
import { folder } from "./pages.ts";
import { traceText } from "./trace-text.ts";

const suite = `${folder}/diverging/suite-seed.json`;
const run = `${folder}/diverging/run-reference-kernel-with-lostebusy-seed.json`;
const report = `${folder}/violated/check-seed-lock-not-taken.json`;

test("a trace that is dropped on any view is played at once", async ({ page }) => {
  await open(page, "#/verdicts");
  await drop(page, [{ name: "mine.json", text: traceText() }]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("mine.json");
  await expect(page.getByText("mine.json is opened: a trace of 3 steps")).toBeVisible();
  await expect(stepRows(page, { selected: true })).toContainText("kexec_trylock");
});

test("a file that is dragged over the page is told where it can go", async ({ page }) => {
  await open(page, "#/start");
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["{}"], "a.json"));
    const init = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent("dragover", init));
  });
  await expect(page.getByText(/^Drop traces, suites, runs/)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new DragEvent("dragleave", { relatedTarget: null })));
  await expect(page.getByText(/^Drop traces, suites, runs/)).toHaveCount(0);
});

test("the button opens the file chooser, with the keyboard, too", async ({ page }) => {
  await open(page, "#/start");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open file…" }).focus();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(report);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/VIOLATED/);
});

test("the report of another check is added, and the header says the worse of the two", async ({
  page,
}) => {
  await open(page, "#/start");
  await expect(
    page.getByRole("banner").getByRole("link", { name: "✓ as expected (seed)" }),
  ).toBeVisible();
  await choose(page, report);
  await expect(page.getByRole("banner").getByRole("link", { name: /✗ VIOLATED/ })).toBeVisible();
  const check = page.getByRole("combobox", { name: "check" });
  await check.selectOption("kernel seed, quick");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^✓ Every promise holds/);
  await check.selectOption("kernel seed, quick, mutant lock-not-taken");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/VIOLATED/);
});

test("a suite and a run become traces, and columns of the matrix", async ({ page }) => {
  await open(page, "#/start");
  await choose(page, suite, run);
  await expect(
    page.getByText(/is opened: a run of 34 tests on reference kernel with lost/),
  ).toBeVisible();
  await page.getByLabel("Find a trace").fill("lostEbusy: two-callers-1");
  await page.getByRole("button", { name: /lostEbusy: two-callers-1/ }).click();
  await expect(page.getByRole("button", { name: "≠ first difference: step 6" })).toBeVisible();
  await page.getByRole("navigation", { name: "Views" }).getByText("Transitions").click();
  await expect(
    page.getByRole("link", { name: "run: reference kernel with lostEbusy as seed" }),
  ).toBeVisible();
});

test("a run of 1,000 tests is opened, and its list scrolls to its end", async ({ page }) => {
  await open(page, "#/traces");
  await choose(page, `${folder}/1000-tests.json`);
  const list = page.getByRole("region", { name: "Traces" });
  await expect(list.getByText("Runs of systems")).toBeVisible();
  const shown = list.getByRole("button", { name: /a system with many tests: two-callers-/ });
  await expect(shown.first()).toContainText("two-callers-1");
  expect(await shown.count()).toBeLessThan(80);
  await list.locator(".scroll").hover();
  await page.mouse.wheel(0, 100_000);
  await expect(shown.last()).toContainText("two-callers-1000");
  await list.getByLabel("Find a trace").fill("two-callers-1000");
  await list.getByRole("button", { name: /many tests: two-callers-1000/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("two-callers-1000");
});

test("a mutation result takes the place of the page's own", async ({ page }) => {
  await open(page, "#/start");
  const all = JSON.parse(readFileSync("spec/mutation.json", "utf8")) as {
    mutants: Record<string, unknown>;
  };
  const [[name, verdict] = ["", null]] = Object.entries(all.mutants);
  const text = JSON.stringify({ ...all, mutants: { [name]: verdict } });
  await drop(page, [{ name: "one-mutant.json", text }]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mutants 1");
});

test("of several files the good ones are opened, and each bad one says why not", async ({
  page,
}) => {
  await open(page, "#/start");
  await drop(page, [
    { name: "bad.json", text: "{" },
    { name: "good.json", text: traceText() },
    { name: "worse.json", text: "" },
  ]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("good.json");
  const alerts = page.getByRole("alert");
  await expect(alerts).toHaveCount(2);
  await expect(alerts.first()).toContainText("bad.json was not opened: expected JSON");
  await page.getByRole("button", { name: "Dismiss the message about bad.json" }).click();
  await expect(alerts).toHaveCount(1);
});

async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles([...files]);
}

/** Drops files as a reader does: the browser makes them, and the page only gets the events. */
async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
    const init = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent("dragover", init));
    document.body.dispatchEvent(new DragEvent("drop", init));
  }, files);
}
