import type { Locator, Page } from "@playwright/test";
import { expect, open, test } from "./page.ts";

const noDump = "#/traces?trace=story:no-dump&step=30";
const leak = "#/traces?trace=check:seed:quick:lock-free-frames-are-installed";

test("a frame shows its owner, its use, its content and what changed, in words", async ({
  page,
}) => {
  await open(page, noDump);
  await expect(frame(page, 3)).toHaveAccessibleName(
    "frame 3: swap page of image 2; holds junk; changed, was free",
  );
  await expect(frame(page, 3)).toContainText("● was free");
  await expect(frame(page, 12)).toContainText("segment of image 1");
  await expect(frame(page, 12)).toContainText("data2");
  await expect(frame(page, 0)).toHaveAccessibleName(/destination of "normal, two pages"/);
});

test("the region says in words who may write it, and names the page that is an exception", async ({
  page,
}) => {
  await open(page, noDump);
  const region = page.getByRole("group", { name: /^crash region/ });
  await expect(region).toContainText("4 pages · read-only but frame 13 (control code)");
  await open(page, "#/traces?trace=story:no-dump&step=0");
  await expect(region).toContainText("4 pages · writable");
});

test("the slots, the lock and its holder are read next to each other", async ({ page }) => {
  await open(page, noDump);
  await expect(variable(page, "lock")).toContainText("task 0");
  await expect(variable(page, "kexec_image")).toContainText("NULL");
  await expect(variable(page, "kexec_crash_image")).toContainText("image 1");
  await open(page, "#/traces?trace=story:no-dump&step=0");
  await expect(variable(page, "lock")).toContainText("free");
  await expect(variable(page, "kexec_crash_image")).toContainText("NULL");
});

test("a step marks the variable that it changes, and tells what it was", async ({ page }) => {
  await open(page, leak);
  await expect(variable(page, "lock")).toContainText("free");
  await expect(variable(page, "lock")).toContainText("changed, was task 0");
  await expect(variable(page, "kexec_image")).not.toContainText("was");
});

test("arrows lead from source pages to their destinations, and can be taken away", async ({
  page,
}) => {
  await open(page, "#/traces?trace=check:seed:quick:the-new-kernel-runs&step=16");
  const arrows = page.locator(".frames svg.wires .line");
  await expect(arrows.first()).toBeAttached();
  await page.getByLabel("arrows of the entry lists").uncheck();
  await expect(arrows).toHaveCount(0);
  await expect(page).toHaveURL(/arrows=off/);
});

test("keys walk among the frames, and do not take a step", async ({ page }) => {
  await open(page, noDump);
  await frame(page, 0).focus();
  await page.keyboard.press("ArrowRight");
  await expect(frame(page, 1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-pfn]:focus")).not.toHaveAttribute("data-pfn", "1");
  await page.keyboard.press("End");
  await expect(frame(page, 15)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(frame(page, 0)).toBeFocused();
  await expect(page.getByText("30 / 39")).toBeVisible();
});

test("a selected frame tells its story, by key and by mouse, until it is left", async ({
  page,
}) => {
  await open(page, noDump);
  await frame(page, 2).focus();
  await page.keyboard.press("Enter");
  const story = page.getByRole("region", { name: /^Selected: / });
  await expect(story).toContainText("control code of image 2");
  await expect(frame(page, 2)).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveURL(/frame=frame/);
  await page.keyboard.press("Escape");
  await expect(story).toHaveCount(0);
  await frame(page, 14).click();
  await expect(story).toContainText("vmcoreinfo of image 1");
  await story.getByRole("button", { name: "Close frame 14" }).click();
  await expect(story).toHaveCount(0);
});

test("the story of a frame goes on when a step changes it", async ({ page }) => {
  await open(page, "#/traces?trace=story:no-dump&step=29&frame=frame:3");
  const story = page.getByRole("region", { name: "Selected: frame 3" });
  await expect(story).toContainText("free");
  await page.getByRole("button", { name: /^Step forward/ }).click();
  await expect(story.getByRole("row", { name: /^role/ })).toContainText("swap page of image 2");
  await expect(story.getByRole("row", { name: /^role/ })).toContainText("was");
});

test("an image tells who holds it, and its entry list", async ({ page }) => {
  await open(page, "#/traces?trace=story:load");
  const image = page.getByRole("article", { name: "image 1" });
  await expect(image).toContainText("held by kexec_image");
  await expect(image.getByRole("list", { name: "Entry list of image 1" })).toContainText(
    "IND_DONE",
  );
  await image.getByRole("button", { name: "image 1" }).click();
  await expect(page.getByRole("region", { name: "Selected: image 1" })).toBeVisible();
});

test("what the right model has instead stands at the frame that is lost", async ({ page }) => {
  await open(page, `${leak}&beside=right`);
  await expect(frame(page, 0)).toContainText("LOST (was unlisted source)");
  await expect(frame(page, 0)).toContainText("≠ free");
  await expect(frame(page, 0)).toHaveAccessibleName(/differs, the other model has free/);
});

function frame(page: Page, pfn: number): Locator {
  return page.locator(`[data-pfn="${pfn}"]`);
}

function variable(page: Page, name: string): Locator {
  const all = page.getByRole("list", { name: "Variables of the kernel and its tasks" });
  return all.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
}
