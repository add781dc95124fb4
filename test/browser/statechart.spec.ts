import type { Page } from "@playwright/test";
import { chart, chartItem, expect, open, test } from "./page.ts";

test("each of the charts can be chosen, and the choice is kept by the address", async ({
  page,
}) => {
  await open(page, "#/statechart");
  const charts = page.getByRole("navigation", { name: "Charts" }).getByRole("button");
  await expect(charts).toHaveCount(5);
  for (const name of ["whole machine", "kexec_file_load", "reboot", "crash_size", "kexec_load"]) {
    await charts.filter({ hasText: new RegExp(`^${name}$`) }).click();
    const drawn = name === "whole machine" ? "whole" : name;
    await expect(page.getByRole("group", { name: `Statechart of ${drawn}:` })).toBeVisible();
    await expect(
      chart(page)
        .getByRole("button", { name: /^state/ })
        .first(),
    ).toBeVisible();
  }
  await expect(page).toHaveURL(/chart=kexec_load/);
});

test("a state is collapsed and expanded with the mouse, and with the key e", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#/statechart?chart=kexec_load");
  await page.getByLabel("Find in the statechart").fill("normalSegment");
  await page.keyboard.press("Enter");
  const inside = chartItem(page, "state call.locked.normalSegment.copying.");
  await expect(inside).toHaveCount(0);
  const box = chartItem(page, "state call.locked.normalSegment,");
  await expect(box).toHaveAccessibleName(/, collapsed\./);
  await box.locator("[data-toggle]").click();
  await expect(box).toHaveAccessibleName(/, expanded\./);
  await expect(inside).toHaveCount(1);
  await expect(box).toBeFocused();
  await page.keyboard.press("e");
  await expect(box).toHaveAccessibleName(/, collapsed\./);
  await expect(inside).toHaveCount(0);
  await page.keyboard.press("e");
  await expect(inside).toHaveCount(1);
  await expect(page).toHaveURL(/collapsed=/);
  await expect(page).not.toHaveURL(/collapsed=[^&]*normalSegment/); // it is written a moment later
  await page.reload();
  await expect(inside).toHaveCount(1);
});

test("buttons and keys zoom, arrow keys pan, and 0 shows the whole chart", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#/statechart?chart=kexec_load");
  await expect(chart(page)).toBeVisible();
  const start = await camera(page);
  await page.getByRole("button", { name: "Zoom in (+)" }).click();
  expect((await camera(page)).scale).toBeCloseTo(start.scale * 1.25, 3);
  await page.getByRole("button", { name: "Zoom out (-)" }).click();
  expect((await camera(page)).scale).toBeCloseTo(start.scale, 3);
  await chart(page).focus();
  await page.keyboard.press("-");
  expect((await camera(page)).scale).toBeCloseTo(start.scale / 1.25, 3);
  await page.keyboard.press("+");
  const before = await camera(page);
  await page.keyboard.press("ArrowDown");
  expect((await camera(page)).y).toBeCloseTo(before.y - 60, 1);
  await page.keyboard.press("0");
  const size = await chart(page).evaluate((svg) => {
    const [pane, drawn] = [svg.getBoundingClientRect(), svg.querySelector("g")];
    const { top, bottom } = drawn?.getBoundingClientRect() ?? pane;
    return { pane: pane.height, drawn: bottom - top };
  });
  expect(size.drawn).toBeLessThanOrEqual(size.pane + 2);
});

test("the mouse drags the chart, and its wheel zooms where it points", async ({ page }) => {
  await open(page, "#/statechart?chart=reboot");
  const place = await chart(page).boundingBox();
  if (!place) throw new Error("expected a chart");
  const start = await camera(page);
  await page.mouse.move(place.x + 8, place.y + place.height - 8);
  await page.mouse.down();
  await page.mouse.move(place.x + 48, place.y + place.height - 38, { steps: 3 });
  await page.mouse.up();
  const moved = await camera(page);
  expect([moved.x - start.x, moved.y - start.y]).toEqual([40, -30]);
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await camera(page)).scale).toBeGreaterThan(start.scale);
});

test("Enter in the search field goes from match to match, and selects each", async ({ page }) => {
  await open(page, "#/statechart?chart=kexec_load");
  const search = page.getByLabel("Find in the statechart");
  await search.fill("kexec_trylock");
  const found = page.locator(".chart-found").getByRole("status");
  await expect(found).toHaveText(/^\d+ found$/);
  const matches = Number.parseInt((await found.textContent()) ?? "", 10);
  expect(matches).toBeGreaterThan(1);
  await page.keyboard.press("Enter");
  await expect(found).toHaveText(`1 of ${matches}`);
  const first = page.url();
  await page.keyboard.press("Enter");
  await expect(found).toHaveText(`2 of ${matches}`);
  await expect(page).not.toHaveURL(first);
  await page.getByRole("button", { name: "Previous match" }).click();
  await expect(found).toHaveText(`1 of ${matches}`);
  await expect(page.getByRole("region", { name: "Details" }).locator("article")).toBeVisible();
  await search.fill("no such thing");
  await expect(found).toHaveText("nothing found");
});

test("an edge tells its event, its guard, and the errno of an early exit", async ({ page }) => {
  await open(page, "#/statechart?chart=kexec_load");
  const busy = chartItem(page, "transition of call.admitted: kexec_trylock, if lockHeld");
  await expect(busy.locator("text")).toHaveText([
    "kexec_trylock [lockHeld]",
    "EBUSY",
    "→ returning",
  ]);
  const call = chartItem(page, "transition of idle: kexec_load, if notFrozen");
  await expect(call.locator("text")).toHaveText(["kexec_load [notFrozen]"]);
});

test("the arrow keys walk from state to state, and Enter selects", async ({ page }) => {
  await open(page, "#/statechart?chart=kexec_load");
  const entered = chartItem(page, "state call.entered.");
  await entered.focus();
  await page.keyboard.press("ArrowDown");
  const now = page.locator("[data-item]:focus");
  await expect(now).toHaveCount(1);
  await expect(entered).not.toBeFocused();
  await page.keyboard.press("Enter");
  await expect(now).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(now).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("region", { name: "Details" })).toContainText("Select a state");
});

test("Tab comes to one item of the chart, and leaves it with the next", async ({ page }) => {
  await open(page, "#/statechart?chart=crash_size&select=call.entered");
  await page.getByRole("button", { name: "Save this chart as an SVG file" }).focus();
  await page.keyboard.press("Tab");
  await expect(chart(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-item]:focus")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-item]:focus")).toHaveCount(0);
});

test("the states of the current step are active, and a second run's where it is elsewhere", async ({
  page,
}) => {
  await open(page, "#/traces?trace=story:no-dump&step=31");
  const state = chartItem(page, "state call.locked.vmcoreinfo.");
  await expect(state).toHaveAccessibleName(/\(active/);
  await expect(state).toHaveClass(/\bactive\b/);
  await expect(chart(page).locator(".arrow.taken")).not.toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(state).not.toHaveClass(/\bactive\b/);
  await open(page, "#/traces?trace=story:no-dump&step=31&beside=story:dump&chart=whole");
  await expect(chart(page).locator(".box.other")).not.toHaveCount(0);
});

for (const system of [
  "checked: seed, quick",
  "tests: seed, transitions",
  "run: reference kernel as seed",
]) {
  test(`the overlay "${system}" marks every transition with a sign, not by colour alone`, async ({
    page,
  }) => {
    await open(page, "#/statechart?chart=reboot");
    await page.getByRole("combobox", { name: "show" }).selectOption(system);
    const marks = chart(page).locator(".mark");
    await expect(marks.first()).toBeVisible();
    for (const text of await marks.allTextContents()) expect(text).toMatch(/^[✓–∅]/);
    await expect(page.getByText("✓ taken · – not taken · ∅ cannot be taken there")).toBeVisible();
    await expect(page).toHaveURL(/overlay=/);
  });
}

/** Where the camera of the chart stands. */
async function camera(page: Page): Promise<{ x: number; y: number; scale: number }> {
  const text = await chart(page).locator("> g").getAttribute("transform");
  const [x = 0, y = 0, scale = 0] = (text ?? "").match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  return { x, y, scale };
}
