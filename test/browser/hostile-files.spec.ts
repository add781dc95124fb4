import { closeSync, ftruncateSync, openSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./page.ts";
import { folder } from "./pages.ts";
import { traceText } from "./trace-text.ts";

const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

/** What a file holds that is refused, and what is said of it. */
const refused: Readonly<Record<string, readonly [content: string | Buffer, said: RegExp]>> = {
  "an empty file": ["", /got an empty file/],
  "truncated JSON": [traceText().slice(0, 200), /expected JSON, got: /],
  "bytes that are no text": [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0x00]), /no text/],
  "a file that is compressed": [Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), /compressed/],
  "JSON of something else": ['{"name": "package"}', /a file that names no format/],
  "a format of the future": ['{"format": "kexec-model trace 99"}', /kexec-model trace 99/],
  "a list instead of an object": ["[[[]]]", /expected /],
  "lists inside each other without end": ["[".repeat(200_000), /expected /],
  null: ["null", /expected /],
  "an event that nobody knows": [traceText({ events: [{ type: "evil" }] }), /evil/],
  "an event with a place that does not exist": [
    traceText({ events: [{ type: "kexec_load", task: 99, request: -1 }] }),
    /expected /,
  ],
  "events of another world": [traceText({ world: "size", labels: undefined }), /./],
  "a kernel called __proto__": [traceText({ kernel: "__proto__" }), /__proto__/],
  "a world called constructor": [traceText({ world: "constructor" }), /constructor/],
  "markup where a kernel is expected": [traceText({ kernel: markup }), /<img src=x/],
  "a key __proto__ that brings its own format": [
    '{"__proto__": {"format": "kexec-model trace 1", "polluted": true}}',
    /a file that names no format/,
  ],
};

for (const [what, [content, said]] of Object.entries(refused)) {
  test(`${what} is refused with a message, and the page goes on`, async ({ page }) => {
    await openFile(page, { name: "given.json", content });
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("given.json was not opened: ");
    await expect(alert).toContainText(said);
    await isUnharmed(page);
  });
}

test("a file that is too large is refused before it is read", async ({ page }) => {
  const path = `${folder}/huge.json`;
  const file = openSync(path, "w");
  ftruncateSync(file, 60 * 2 ** 20);
  closeSync(file);
  await open(page, "#/start");
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(page.getByRole("alert")).toContainText(
    "expected a file of at most 50 MiB, got one of 60 MiB",
  );
  await isUnharmed(page);
});

test("markup in the name of a file and in its labels is shown as text", async ({ page }) => {
  const content = traceText({ property: markup, labels: [markup, markup, markup], tool: markup });
  await openFile(page, { name: `${markup}.json`, content });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<img src=x onerror=");
  await expect(page.getByText("Saved as a run that shows <img src=x")).toBeVisible();
  await isUnharmed(page);
});

test("a name that turns the direction of writing does not turn what stands around it", async ({
  page,
}) => {
  await openFile(page, { name: "a\u202egpj.json", content: traceText() });
  await expect(page.getByText("a\\u202egpj.json is opened")).toBeVisible();
  await isUnharmed(page);
});

test("markup in a report, a run and a mutant is shown as text", async ({ page }) => {
  const run = {
    format: "kexec-model run 1",
    tool: markup,
    kernel: "seed",
    system: markup,
    tests: [
      {
        id: markup,
        group: markup,
        world: "two-callers",
        events: [],
        outcome: { kind: "error", message: markup },
      },
    ],
    transitions: { executed: [], missing: [{ transition: "idle kexec_load 0", reason: markup }] },
  };
  await openFile(page, { name: "run.json", content: JSON.stringify(run) });
  await page
    .getByRole("button", { name: /<img src=x/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<img src=x onerror=");
  await page.getByRole("navigation", { name: "Views" }).getByText("Transitions").click();
  await expect(page.getByText(markup, { exact: false }).first()).toBeAttached();
  await isUnharmed(page);
});

test("markup in the address is shown as text, or taken for nothing", async ({ page }) => {
  const said = encodeURIComponent(markup);
  for (const hash of [
    `#/traces?trace=${said}&find=${said}`,
    `#/traces?trace=walk&walk=${said}`,
    `#/statechart?select=${said}&chart=${said}&search=${said}&overlay=${said}`,
    `#/verdicts?property=${said}&text=${said}&check=${said}&group=__proto__`,
    `#/mutants?mutant=${said}&property=constructor`,
    "#/traces?trace=story:load&step=99999999999&frame=__proto__&beside=constructor&tab=toString",
    "#/__proto__?__proto__=1&constructor=2",
  ]) {
    await open(page, "#/start");
    await page.evaluate((to) => location.assign(to), hash);
    await expect(page.getByRole("main")).not.toBeEmpty();
    await expect(page.getByRole("main")).toBeVisible();
  }
  await isUnharmed(page);
});

async function openFile(
  page: Page,
  { name, content }: { readonly name: string; readonly content: string | Buffer },
): Promise<void> {
  await open(page, "#/start");
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "application/json", buffer });
}

/** Nothing of the file has become part of the page, and the page still plays a trace. */
async function isUnharmed(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    images: document.images.length,
    scripts: [...document.scripts].filter(({ type }) => type !== "text/plain").length,
    frames: window.length,
    polluted: "polluted" in {},
    handlers: document.querySelectorAll("[onerror], [onload], [onclick]").length,
  }));
  expect(found).toEqual({ images: 0, scripts: 1, frames: 0, polluted: false, handlers: 0 });
  await page.getByRole("navigation", { name: "Views" }).getByText("Start").click();
  await page.getByRole("link", { name: /^How a kernel is loaded/ }).click();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("1 / 26")).toBeVisible();
}
