import { expect, open, test } from "./page.ts";

const views = ["start", "statechart", "traces", "verdicts", "transitions", "mutants"];

test("properties stand in groups, the urgent ones first, each with its number", async ({
  page,
}) => {
  await open(page, "#/verdicts");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^✓ Every promise holds/);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    /^Known bugs of this kernel \d+$/,
    /^Wishes that Linux does not grant \d+$/,
    /^Holds \d+$/,
    /^Witnessed: it does happen \d+$/,
    /^Worlds \d+$/,
  ]);
});

test("text, verdict and kind filter together, and a reload keeps them", async ({ page }) => {
  await open(page, "#/verdicts");
  const properties = page.locator("li.property");
  await page.getByRole("combobox", { name: "verdict" }).selectOption("Known bugs of this kernel");
  await expect(properties).toHaveCount(5);
  await page.getByRole("combobox", { name: "kind" }).selectOption("always");
  await expect(properties).toHaveCount(2);
  await page.getByLabel("Find a property").fill("vmcoreinfo");
  await expect(properties).toHaveCount(1);
  await expect(page).toHaveURL(/text=vmcoreinfo/);
  await page.reload();
  await expect(properties).toHaveCount(1);
  await page.getByLabel("Find a property").fill("nothing is like that");
  await expect(page.getByText("No property is like that.")).toBeVisible();
});

test("a property that is violated has its trace one click away", async ({ page }) => {
  await open(page, "#/verdicts");
  await page.getByRole("link", { name: /19 steps of the trace of crash-image-has-vm/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "B2: crash-image-has-vmcoreinfo",
  );
  await expect(page.getByText("19 / 19")).toBeVisible();
});

test("a property opens with the keyboard, and tells its bounds, its source and who refutes it", async ({
  page,
}) => {
  await open(page, "#/verdicts");
  const property = page.getByRole("button", { name: /mutual-exclusion$/ });
  await property.focus();
  await page.keyboard.press("Enter");
  await expect(property).toHaveAttribute("aria-expanded", "true");
  const everything = page.locator("#property-mutual-exclusion");
  await expect(everything).toContainText(/judged on [\d,]+ states in 13 worlds of quick/);
  await expect(everything).toContainText("the mutant lock-not-taken");
  await expect(everything.getByRole("link", { name: /wrong models? break/ })).toBeVisible();
  await expect(page).toHaveURL(/property=mutual-exclusion/);
});

test("every world says what it is for, its bounds, and that it was seen to its end", async ({
  page,
}) => {
  await open(page, "#/verdicts");
  const race = page.getByRole("row", { name: /^race / });
  await expect(race).toContainText("2 tasks");
  await expect(race).toContainText("✓ complete");
  await expect(page.getByRole("region", { name: "Worlds" }).getByRole("row")).toHaveCount(14);
});

test("a check that was stopped is INCOMPLETE in its headline, its worlds and its properties", async ({
  page,
}) => {
  await open(page, "#/verdicts", "incomplete/index.html");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/INCOMPLETE/);
  const undecided = page.getByRole("region", { name: "Not decided, or without a subject" });
  await expect(undecided.locator("li.property").first()).toContainText("? UNKNOWN");
  const race = page.getByRole("row", { name: /^race / });
  await expect(race).toContainText("INCOMPLETE: the limit on states was reached");
  await expect(page.locator("li.property .chip.good")).toHaveCount(
    await page
      .getByRole("region", { name: /^Witnessed/ })
      .locator("li.property")
      .count(),
  ); // what was seen is seen, and nothing holds
});

for (const [file, said] of [
  ["incomplete/index.html", "… INCOMPLETE (seed)"],
  ["violated/index.html", "✗ VIOLATED (seed)"],
] as const) {
  test(`every view of a page says ${said}`, async ({ page }) => {
    for (const view of views) {
      await open(page, `#/${view}`, file);
      const verdict = page.getByRole("banner").getByRole("link", { name: said });
      await expect(verdict).toBeVisible();
      await expect(verdict).toHaveAttribute("href", "#/verdicts");
    }
  });
}

test("a violated page begins with the promise that is broken, and leads to its trace", async ({
  page,
}) => {
  await open(page, "#/start", "violated/index.html");
  await expect(page.getByRole("link", { name: /A promise is BROKEN/ })).toContainText(
    "mutant lock-not-taken",
  );
  const broken = page.getByRole("region", { name: "Promises that are broken" });
  await broken.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "trylock-is-busy-iff-the-lock-is-held",
  );
  await expect(page.getByText(/world \w+, quick, mutant lock-not-taken/)).toBeVisible();
  await page.getByLabel("beside").selectOption({ label: "the right model" });
  await expect(page.getByRole("button", { name: /≠ first difference/ })).toBeVisible();
});
