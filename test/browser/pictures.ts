import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { pageAt } from "./pages.ts";

const folder = fileURLToPath(new URL("../../spec/pictures", import.meta.url));

/** The pictures of the README: what they show, and the address that shows it. */
const pictures = {
  trace: "#/traces?trace=story:no-dump&step=38",
  leak: "#/traces?trace=check:seed:quick:lock-free-frames-are-installed&beside=right&step=19",
  statechart: "#/statechart?overlay=tests%3A+seed%2C+transitions&select=call.admitted",
} as const;

test.use({ viewport: { width: 1600, height: 1000 }, colorScheme: "light" });

for (const [name, hash] of Object.entries(pictures)) {
  test(`review-${name}.png`, async ({ page }) => {
    await page.goto(pageAt(hash));
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForTimeout(2500); // every part is unpacked, and the chart is at rest
    await page.screenshot({ path: `${folder}/review-${name}.png` });
  });
}
