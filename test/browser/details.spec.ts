import { chart, chartItem, expect, open, test } from "./page.ts";

test("a click on a state tells its sentence, its facts, its kernel function and the spec", async ({
  page,
}) => {
  await open(page, "#/traces?trace=story:no-dump&step=31");
  await chartItem(page, "state call.locked.vmcoreinfo.").locator(".title").click();
  const details = page.getByRole("tabpanel", { name: "Details" });
  await expect(details.getByRole("heading", { name: "call.locked.vmcoreinfo" })).toBeVisible();
  await expect(details).toContainText(
    "A crash image gets its copy of vmcoreinfo, a normal one nothing.",
  );
  await expect(details.getByRole("definition")).toContainText(
    "kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo",
  );
  const fact = details.getByRole("listitem").filter({ hasText: "no result yet" });
  await expect(fact).toContainText("true of task 0");
  await expect(details.getByRole("group").filter({ hasText: "spec/call.md" })).toContainText(
    "A normal image passes.",
  );
  await expect(page).toHaveURL(/select=call.locked.vmcoreinfo/);
});

test("the facts of a state follow the step: nobody is there before the lock is taken", async ({
  page,
}) => {
  await open(
    page,
    "#/traces?trace=story:load&step=0&chart=kexec_load&select=call.locked&tab=details",
  );
  const details = page.getByRole("tabpanel", { name: "Details" });
  await expect(details).toContainText("No task is here now");
  await expect(details.getByText("true of task 0")).toHaveCount(0);
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await expect(details.getByText("task 0 is here")).toBeVisible();
  await expect(details.getByText("true of task 0").first()).toBeVisible();
});

test("a click on an edge tells its guard, its errno, its order, and who looks at it", async ({
  page,
}) => {
  await open(page, "#/statechart?chart=kexec_load&search=kexec_trylock");
  await page.getByLabel("Find in the statechart").press("Enter");
  const busy = chartItem(page, "transition of call.admitted: kexec_trylock, if lockHeld");
  await busy.locator("text").first().click();
  const details = page.getByRole("region", { name: "Details" });
  await expect(details.getByRole("heading", { name: "kexec_trylock" })).toBeVisible();
  await expect(details).toContainText("returns EBUSY");
  await expect(details).toContainText("[lockHeld]");
  await expect(details).toContainText("asked 1st of 2");
  await expect(details.getByText(/check of seed, quick: taken [\d,]+ times/)).toBeVisible();
  const properties = details.getByRole("group").filter({ hasText: "Properties that look here" });
  await properties.locator("summary").click();
  await expect(properties.getByRole("link").first()).toHaveAttribute("href", /#\/verdicts/);
  const mutants = details.getByRole("group").filter({ hasText: "Mutants that change it" });
  await mutants.locator("summary").click();
  await expect(mutants.getByRole("link", { name: "lock-not-taken" })).toBeVisible();
});

test("the line of an edge can be clicked as well as its label", async ({ page }) => {
  await open(page, "#/statechart?chart=reboot");
  const line = chart(page).locator(".arrow .reach").first();
  const point = await line.evaluate((path: SVGPathElement) => {
    const middle = path.getPointAtLength(path.getTotalLength() / 2);
    const { x, y } = middle.matrixTransform(path.getScreenCTM() ?? undefined);
    return { x, y };
  });
  await page.mouse.click(point.x, point.y);
  await expect(page.getByRole("region", { name: "Details" })).toContainText("transition");
});

test("a test that covers a transition opens at the step that takes it", async ({ page }) => {
  await open(page, "#/statechart?chart=kexec_load&select=call.admitted%20kexec_trylock%200");
  const tests = page.getByRole("group").filter({ hasText: "Tests that cover it" });
  await tests.locator("summary").click();
  await tests.getByRole("link").first().click();
  await expect(page.getByRole("region", { name: "Steps" })).toBeVisible();
  const current = page.locator(".steps .row.current");
  await expect(current).toContainText("kexec_trylock");
  await expect(current).toContainText("[lockHeld]");
});

test("the details are read and followed with the keyboard alone", async ({ page }) => {
  await open(page, "#/statechart?chart=kexec_load&select=call.admitted");
  const details = page.getByRole("region", { name: "Details" });
  const link = details.getByRole("button", { name: "kexec_trylock" }).first();
  await expect(link).toBeVisible();
  for (let i = 0; i < 60 && !(await link.evaluate((one) => one.matches(":focus"))); i++) {
    await page.keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(details.getByRole("heading", { name: "kexec_trylock" })).toBeVisible();
  await expect(page).toHaveURL(/select=call.admitted\+kexec_trylock/);
});
