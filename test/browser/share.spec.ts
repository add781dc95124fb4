import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, open, test } from "./page.ts";
import { folder } from "./pages.ts";

const leak = "#/traces?trace=check:seed:quick:lock-free-frames-are-installed";

test("the address restores every choice in a page that is opened anew", async ({
  page,
  context,
}) => {
  await open(page, "#/traces?trace=story:no-dump");
  await page.getByLabel("beside").selectOption({ label: "How a crash gives a dump" });
  await page.getByRole("button", { name: "reboot", exact: true }).click();
  await page.getByLabel("Only steps that change").fill("lock");
  await page.getByRole("listbox", { name: /steps of the trace/i }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.locator('[data-pfn="2"]').click();
  await page.getByRole("tab", { name: "Find a path" }).click();
  await page.getByLabel("arrows of the entry lists").uncheck();
  await page.getByLabel("Find a trace").fill("dump");
  await expect(page).toHaveURL(/find=dump/);
  const again = await context.newPage();
  await again.goto(page.url());
  await expect(again.getByRole("region", { name: "Selected: frame 2" })).toBeVisible();
  const shown = await page.getByRole("main").ariaSnapshot();
  await expect.poll(() => again.getByRole("main").ariaSnapshot()).toBe(shown);
});

test("the copied link opens the same step", async ({ page, context }) => {
  await open(page, `${leak}&step=7`);
  const again = await context.newPage();
  await again.goto(await copied(page, "Copy link"));
  await expect(again.getByText("7 / 20")).toBeVisible();
});

test("the copied Mermaid diagram has every step and the holder of the lock", async ({ page }) => {
  await open(page, leak);
  const text = await copied(page, "Copy as Mermaid diagram");
  expect(text).toMatch(/^(%%.*\n)*sequenceDiagram/);
  expect(text.match(/kimage_alloc_page/g)?.length).toBeGreaterThan(0);
  expect(text).toContain("kexec_unlock");
  expect(text).toContain("activate");
});

test("the copied text tells the trace in numbered lines, and the command that repeats it", async ({
  page,
}) => {
  await open(page, leak);
  const text = await copied(page, "Copy as plain text");
  expect(text).toMatch(/^lock-free-frames-are-installed\n/);
  expect(text).toMatch(/^ *20\b.*kexec_unlock/m);
  expect(text).toContain("again: kexec-model explain lock-free-frames-are-installed");
});

test("the copied command explains a counterexample, and replays a walk from its file", async ({
  page,
}) => {
  await open(page, leak);
  expect(await copied(page, "Copy replay command")).toBe(
    "kexec-model explain lock-free-frames-are-installed --kernel seed --preset quick",
  );
  await open(page, "#/traces?trace=walk&walk=seed/quick/race///0.0");
  expect(await copied(page, "Copy replay command")).toBe("kexec-model replay walk.trace.json");
});

test("where the browser gives no clipboard, the text is there to be copied by hand", async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", { value: undefined }),
  );
  await open(page, leak);
  await take(page, "Copy as plain text");
  const dialog = page.getByRole("dialog", { name: "Plain text" });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await expect(dialog.getByRole("textbox")).toHaveValue(/^lock-free-frames-are-installed\n/);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(".share summary")).toBeFocused(); // a frame after the dialog is gone
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("19 / 20")).toBeVisible();
});

for (const where of ["the share menu", "the toolbar of the chart"]) {
  test(`the SVG file of ${where} is well-formed, and holds the chart`, async ({ page }) => {
    await open(page, "#/traces?trace=story:dump&chart=reboot");
    const saved = page.waitForEvent("download");
    if (where === "the share menu") await take(page, "Save chart as SVG");
    else await page.getByRole("button", { name: "Save this chart as an SVG file" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("reboot.svg");
    const svg = readFileSync(await download.path(), "utf8");
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(new XMLParser().parse(svg)).toHaveProperty("svg");
    expect(svg).toContain("kernel_kexec");
  });
}

test("the saved trace file can be opened again", async ({ page }) => {
  await open(page, "#/traces?trace=walk&walk=seed/quick/race///0.0.0");
  const saved = page.waitForEvent("download");
  await take(page, "Save trace file");
  const path = `${folder}/saved.trace.json`;
  await (await saved).saveAs(path);
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(page.getByText("saved.trace.json is opened: a trace of 3 steps")).toBeVisible();
  await expect(page.getByText("3 / 3")).toBeVisible();
});

test("the menu is used and closed with the keyboard alone", async ({ page }) => {
  await open(page, leak);
  const summary = page.getByText("Share", { exact: false }).locator("visible=true").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Link copied.")).toBeVisible();
});

async function take(page: Page, offer: string): Promise<void> {
  await page.locator(".share summary").click();
  await page.getByRole("button", { name: offer }).click();
}

/** What the page has put into the clipboard. */
async function copied(page: Page, offer: string): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await take(page, offer);
  await expect(page.locator(".share-said")).toContainText("copied.");
  return await page.evaluate(() => navigator.clipboard.readText());
}
