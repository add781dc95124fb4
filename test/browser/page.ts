import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { pageAt } from "./pages.ts";

export { expect };

/** A test of the page, which fails when the console says that something went wrong. */
export const test = base.extend<{ readonly complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          complaints.push(message.text());
        }
      });
      page.on("pageerror", ({ message }) => complaints.push(message));
      // a markup that ran would ask for something or say something
      page.on("dialog", (dialog) => complaints.push(`said ${dialog.message()}`));
      page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asked ${request.url()}`);
      });
      await use(complaints);
      expect(complaints, "the console, and requests of the network").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a view of a page, and waits until it answers. @param hash `#/verdicts` */
export async function open(page: Page, hash: string, file?: string): Promise<void> {
  await page.goto(pageAt(hash, file));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** The rows of the steps of the trace that is shown. */
export function stepRows(page: Page, options: { readonly selected?: boolean } = {}): Locator {
  return page.getByRole("listbox", { name: /steps of the trace/i }).getByRole("option", options);
}

/** The drawing of the statechart. */
export function chart(page: Page): Locator {
  return page.getByRole("group", { name: /^Statechart of / });
}

/** A state or transition of the drawing. @param name how its name begins */
export function chartItem(page: Page, name: string): Locator {
  return chart(page).locator(`[data-item][aria-label^="${name}"]`);
}
