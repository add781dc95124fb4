import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "./page.ts";
import { folder } from "./pages.ts";

const bare = fileURLToPath(new URL("../../dist/viewer/page.html", import.meta.url));

for (const [view, said] of [
  ["start", "Nothing was checked for this page."],
  ["statechart", "Select a state or a transition"],
  ["traces", "Walk through the model yourself"],
  ["verdicts", "Nothing was checked for this page"],
  ["transitions", "Nothing was checked, tested or run for this page."],
  ["mutants", "This page holds no mutation result."],
] as const) {
  test(`a page that holds nothing says so on its view ${view}`, async ({ page }) => {
    await page.goto(`${pathToFileURL(bare)}#/${view}`);
    await expect(page.getByRole("main")).toContainText(said);
    await expect(page.getByRole("banner").locator(".verdict")).toHaveCount(0);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("a page that holds nothing can be walked through, and searched", async ({ page }) => {
  await page.goto(`${pathToFileURL(bare)}#/traces`);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("tab", { name: "Find a path" }).click();
  await page.getByLabel("Condition 1: kind").selectOption({ label: "a state is active" });
  await page.getByLabel("Condition 1: a state is active").selectOption("call.locked");
  await page.getByRole("button", { name: "Find a shortest path" }).click();
  await expect(page.locator(".outcome")).toContainText("Found: a shortest path has 3 steps.");
  await expect(page.locator(".outcome")).toContainText("interpreted");
});

const damages: Readonly<Record<string, readonly [(html: string) => string, RegExp]>> = {
  "a part that was cut in its middle": [
    (html) => inPart(html, (text) => half(text)),
    /part checks/,
  ],
  "a part that is no base64": [(html) => inPart(html, (text) => `${half(text)}%`), /part checks/],
  "a part with one other letter": [
    (html) =>
      inPart(html, (text) => `${half(text)}${text.at(-5) === "A" ? "B" : "A"}${rest(text)}`),
    /part checks/,
  ],
  "a file that ends too early": [
    (html) => html.slice(0, html.indexOf("part:mutation")),
    /ends too/,
  ],
};

for (const [what, [damaged, said]] of Object.entries(damages)) {
  test(`${what} is a damaged page, and it says so on every view`, async ({ page }) => {
    const path = `${folder}/${what.replaceAll(" ", "-")}.html`;
    writeFileSync(path, damaged(readFileSync(`${folder}/review.html`, "utf8")));
    for (const view of ["start", "verdicts"]) {
      await page.goto(`${pathToFileURL(path)}#/${view}`);
      await expect(page.getByRole("alert")).toContainText("This page is damaged: ");
      await expect(page.getByRole("alert")).toContainText(said);
    }
    await page.getByRole("navigation", { name: "Views" }).getByText("Statechart").click();
    await expect(page.getByRole("group", { name: /^Statechart of / })).toBeVisible();
  });
}

test("without scripts the page says that it is a program", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${pathToFileURL(`${folder}/review.html`)}`);
  const said = page.locator("noscript");
  await expect(said).toBeVisible();
  expect(await said.evaluate((one) => one.textContent)).toContain("This page is a program");
  await page.close();
});

/** Changes what the part of the checks holds. */
function inPart(html: string, change: (text: string) => string): string {
  return html.replace(/(id="part:checks">)([^<]*)/, (_, head, text) => head + change(text));
}

function half(text: string): string {
  return text.slice(0, text.length / 2);
}

function rest(text: string): string {
  return text.slice(text.length / 2 + 1);
}
