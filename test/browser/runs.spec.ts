import { expect, open, stepRows, test } from "./page.ts";

const sections = [
  "How it works",
  "Known bugs",
  "Wishes that Linux does not grant",
  "The museum of bugs",
  "Witnesses: it does happen",
  "Opened files",
  "Runs of systems",
  "Generated tests",
];

test("the list has a section for every kind of trace, each with its number", async ({ page }) => {
  await open(page, "#/traces?open=story");
  const heads = page.getByRole("region", { name: "Traces" }).locator("button.section");
  for (const name of sections) await expect(heads.filter({ hasText: name })).toHaveText(/\d+$/);
  await expect(heads).toHaveCount(sections.length);
});

test("a section is opened by key, and the filter finds in all of them", async ({ page }) => {
  await open(page, "#/traces?open=story");
  const list = page.getByRole("region", { name: "Traces" });
  await list.getByRole("button", { name: /The museum of bugs/ }).focus();
  await page.keyboard.press("Enter");
  await expect(list.getByRole("button", { name: /^✗? ?B8: / })).toBeVisible();
  await list.getByLabel("Find a trace").fill("dump");
  await expect(list.getByRole("button", { name: /gives no dump/ })).toBeVisible();
  await expect(list.getByRole("button", { name: /How a kernel is loaded/ })).toHaveCount(0);
  await expect(page).toHaveURL(/find=dump/);
  await list.getByLabel("Find a trace").fill("no trace is called so");
  await expect(list.getByText("No trace is called so.")).toBeVisible();
});

for (const [kind, id, said] of [
  ["a wish", "check:seed:quick:crash-image-at-every-moment", "Why: "],
  ["a known bug", "check:seed:quick:images-are-freed-under-the-lock", "Known bug B2"],
  ["a bug of the museum", "bug:B8", "Caught by: "],
] as const) {
  test(`${kind} tells more about itself`, async ({ page }) => {
    await open(page, `#/traces?trace=${id}`);
    await page.getByText("More about it").click();
    await expect(page.getByRole("region", { name: "Trace", exact: true })).toContainText(said);
    await expect(stepRows(page, { selected: true })).toBeVisible();
  });
}

test("a generated test is opened from the list, and played", async ({ page }) => {
  await open(page, "#/traces?open=test");
  const list = page.getByRole("region", { name: "Traces" });
  await list.getByRole("button", { name: /seed caller-1\b/ }).click();
  await expect(page.getByRole("heading", { name: "seed caller-1" })).toBeVisible();
  await expect(page.getByText(/^A generated test of group caller/)).toBeVisible();
});

test("a run that conforms has the system beside every step", async ({ page }) => {
  await open(page, "#/traces?find=reference");
  await page
    .getByRole("region", { name: "Traces" })
    .getByRole("button", { name: /reference kernel: caller-1\b.*conforms/ })
    .click();
  await expect(stepRows(page, { selected: true }).locator(".other")).toHaveText("✓ the same");
  await expect(page.getByText("first difference")).toHaveCount(0);
});

test("a run that diverges is marked in the list, and where it does with both sides", async ({
  page,
}) => {
  await open(page, "#/traces?find=two-callers", "diverging/index.html");
  const list = page.getByRole("region", { name: "Traces" });
  const run = list.getByRole("button", { name: /lostEbusy: two-callers-1.*diverges/ });
  await expect(run).toContainText("≠");
  await run.click();
  await page.getByRole("button", { name: "≠ first difference: step 6" }).click();
  const differing = stepRows(page, { selected: true });
  await expect(differing).toContainText("kexec_trylock");
  await expect(differing).toContainText("result -EBUSY");
  await expect(differing.locator(".other")).toContainText("result of task 0: expected -16, got 0");
  await expect(differing).toHaveClass(/first-difference/);
});

test("what a system that diverged did not do is not said to be the same", async ({ page }) => {
  await open(page, "#/traces?find=two-callers", "diverging/index.html");
  await page.getByRole("button", { name: /lostEbusy: two-callers-1/ }).click();
  const after = page.locator(".steps .row.first-difference ~ .row .other");
  await expect(after).toHaveCount(5);
  for (const text of await after.allTextContents()) expect(text).not.toContain("same");
});

test("two traces stand side by side, step by step", async ({ page }) => {
  await open(page, "#/traces?trace=story:no-dump&step=0");
  await page.getByLabel("beside").selectOption({ label: "How a crash gives a dump" });
  const difference = page.getByRole("button", { name: /≠ first difference: step \d+/ });
  await difference.click();
  const current = stepRows(page, { selected: true });
  await expect(current.locator(".other")).toContainText("≠");
  await expect(page.locator(".lane-head .other")).toHaveText("How a crash gives a dump");
  await expect(page).toHaveURL(/beside=story%3Adump/);
});

test("a run without end says where it comes back to", async ({ page }) => {
  await open(page, "#/traces?trace=check:seed:quick:a-caller-that-asks-again-gets-the-lock");
  const back = stepRows(page).filter({ hasText: "↻" });
  await expect(back).toHaveCount(1);
  await expect(back.locator(".number")).toHaveText("3");
});
