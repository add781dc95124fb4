import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, stepRows, test } from "./page.ts";

/** What is looked at: an address, what a reader opens there, and of which page. */
type Place = readonly [hash: string, prepare: (page: Page) => Promise<void>, file?: string];

const several = "several/index.html";

const places: Readonly<Record<string, Place>> = {
  "the start": ["#/start", nothing],
  "the start of a page of two kernels": ["#/start", nothing, several],
  "the traces of two kernels": ["#/traces", nothing, several],
  "the transitions of two kernels": ["#/transitions", nothing, several],
  "the statechart with nothing selected": ["#/statechart", nothing],
  "the statechart with details and an overlay": [
    "#/statechart?select=call.locked&overlay=tests%3A+seed%2C+transitions&search=lock",
    nothing,
  ],
  "the picker of a walk": ["#/traces", nothing],
  "a trace": ["#/traces?trace=story:no-dump&step=31&frame=frame:2", shown],
  "a trace beside the right model, with details": [
    "#/traces?trace=bug:B8&beside=right&tab=details&select=call.locked.vmcoreinfo",
    shown,
  ],
  "the panel that finds a path": [
    "#/traces?trace=story:load&step=5&tab=find",
    async (page) => {
      await page.getByRole("button", { name: "+ and another condition" }).click();
      await page.getByRole("button", { name: "Find a shortest path" }).click();
      await expect(page.locator(".outcome")).toContainText(/none|Found|Unknown/);
    },
  ],
  "the share menu": [
    "#/traces?trace=story:load",
    async (page) => await page.locator(".share summary").click(),
  ],
  "the messages about files": [
    "#/traces?open=test",
    async (page) => {
      const file = { name: "bad.json", mimeType: "application/json", buffer: Buffer.from("{") };
      await page.locator('input[type="file"]').setInputFiles(file);
      await expect(page.getByRole("alert")).toBeVisible();
    },
  ],
  "the verdicts": ["#/verdicts?property=mutual-exclusion", nothing],
  "the transitions": ["#/transitions", nothing],
  "the mutants, none chosen": ["#/mutants", nothing],
  "the mutants": ["#/mutants?mutant=lock-not-taken", nothing],
};

for (const [name, [hash, prepare, file]] of Object.entries(places)) {
  test(`axe finds nothing serious in ${name}, in light and dark, at every width`, async ({
    page,
  }) => {
    await open(page, hash, file);
    await prepare(page);
    expect(await serious(page), "light, 1280 pixels wide").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect(await serious(page, "colours"), "dark").toEqual([]);
    for (const width of [1920, 640]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await serious(page, "structure"), `${width} pixels wide`).toEqual([]);
    }
  });

  // 640 CSS pixels are a window of 1280 at 200 %
  test(`${name} does not overflow a window of 640 pixels sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 900 });
    await open(page, hash, file);
    await prepare(page);
    const { scrolled, client } = await page.evaluate(() => ({
      scrolled: document.scrollingElement?.scrollWidth ?? Number.NaN,
      client: document.scrollingElement?.clientWidth ?? Number.NaN,
    }));
    expect(scrolled).toBeLessThanOrEqual(client);
  });
}

test("the button for dark colours gives dark colours, whatever the system says", async ({
  page,
}) => {
  await open(page, "#/start");
  const ground = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Use dark colours" }).click();
  expect(await ground()).not.toBe(light);
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "Use light colours" }).click();
  expect(await ground()).toBe(light);
});

async function nothing(): Promise<void> {}

async function shown(page: Page): Promise<void> {
  await expect(stepRows(page, { selected: true })).toBeVisible();
}

/**
 * What axe calls serious or critical, each with the first element that it is about.
 *
 * Colours do not depend on the width of the window, nor the structure on the colours: to ask for
 * everything each time would take minutes.
 */
async function serious(
  page: Page,
  what: "everything" | "colours" | "structure" = "everything",
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true); // there are no frames
  if (what === "colours") axe.withRules(["color-contrast"]);
  if (what === "structure") axe.disableRules(["color-contrast"]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html ?? ""}`);
}
