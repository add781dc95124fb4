import { expect, open, test } from "./page.ts";

const busy = "call.admitted kexec_trylock 0";

test("a cell of the matrix leads to the step of a test that takes the transition", async ({
  page,
}) => {
  await open(page, "#/transitions");
  await page.getByLabel("Find a transition").fill("lockHeld");
  const row = page.getByRole("listitem").filter({ hasText: "kexec_trylock [lockHeld]" }).first();
  await row.getByRole("link", { name: /taken in \d+ steps? of tests: show a test/ }).click();
  const step = page.locator(".steps .row.current");
  await expect(step).toContainText("kexec_trylock");
  await expect(step).toContainText("[lockHeld]");
});

test("a cell of a run leads to the same step as the system took it", async ({ page }) => {
  await open(page, "#/transitions?text=lockHeld");
  const row = page.getByRole("listitem").filter({ hasText: "kexec_trylock [lockHeld]" }).first();
  await row.getByRole("link", { name: /executed .*: show a test/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("reference kernel");
  await expect(page.locator(".steps .row.current")).toContainText("[lockHeld]");
});

test("the matrix shows what nobody took, and why", async ({ page }) => {
  await open(page, "#/transitions");
  const heading = page.getByRole("heading", { name: /^Transitions/ });
  await expect(heading).toHaveText("Transitions 250");
  await page.getByRole("combobox", { name: "show" }).selectOption("taken nowhere");
  await expect(heading).toHaveText("Transitions 22");
  await expect(page.locator(".cell .reason").first()).not.toBeEmpty();
  await expect(page).toHaveURL(/status=taken\+nowhere/);
});

test("a transition leads to its place in the statechart, a system to its overlay", async ({
  page,
}) => {
  await open(page, "#/transitions?text=lockHeld");
  await page.getByRole("link", { name: "kexec_trylock [lockHeld]" }).first().click();
  await expect(page).toHaveURL(new RegExp(`select=${busy.replaceAll(" ", "\\+")}`));
  await expect(page.getByRole("region", { name: "Details" })).toContainText("returns EBUSY");
  await page.goBack();
  await page.getByRole("link", { name: "tests: seed, transitions" }).click();
  await expect(page.getByRole("combobox", { name: "show" })).toHaveValue(
    "tests: seed, transitions",
  );
});

test("a cell that diverged says so with a sign", async ({ page }) => {
  await open(page, "#/transitions?text=lockHeld", "diverging/index.html");
  const row = page.getByRole("listitem").filter({ hasText: "kexec_trylock [lockHeld]" }).first();
  await expect(row).toContainText("≠");
});

test("mutants are found by text, by verdict and by the property that notices them", async ({
  page,
}) => {
  await open(page, "#/mutants");
  const heading = page.getByRole("heading", { level: 1 });
  const all = await heading.textContent();
  await page.getByRole("combobox", { name: "noticed by" }).selectOption("mutual-exclusion");
  await expect(heading).toHaveText("Mutants 6");
  await page.getByLabel("Find a mutant").fill("file.locked");
  await expect(heading).not.toHaveText("Mutants 6");
  await page.getByRole("combobox", { name: "verdict" }).selectOption({ index: 1 });
  await expect(page.getByText("No mutant is like that.")).toBeVisible();
  await open(page, "#/mutants");
  await expect(heading).toHaveText(all ?? "");
});

test("a mutant tells what it changes and what it breaks, and leads to both", async ({ page }) => {
  await open(page, "#/mutants?text=drop-action+call.locked.unlocking");
  const mutant = page.getByRole("button", { name: /drop-action call\.locked\.unlocking/ }).first();
  await mutant.focus();
  await page.keyboard.press("Enter");
  await expect(mutant).toHaveAttribute("aria-pressed", "true");
  const details = page.getByRole("region", { name: "Mutant", exact: true });
  await expect(details).toContainText("It changes call.locked.unlocking kexec_unlock 0.");
  await details.getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(/#\/verdicts\?property=/);
});

test("a named mutant can be walked through", async ({ page }) => {
  await open(page, "#/mutants?mutant=lock-not-taken");
  await page.getByRole("button", { name: "Walk through this wrong model" }).click();
  await expect(page.getByText(/world life.*mutant lock-not-taken/)).toBeVisible();
});

test("a column of the matrix is a property, and filters by it", async ({ page }) => {
  await open(page, "#/mutants");
  const table = page.getByRole("region", { name: "Table of mutants" });
  await table.getByRole("button", { name: "one-reboot-at-a-time" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "noticed by" })).toHaveValue(
    "one-reboot-at-a-time",
  );
  await expect(page).toHaveURL(/property=one-reboot-at-a-time/);
});
