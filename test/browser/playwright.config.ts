import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Debian's Chromium, or the one that CHROMIUM names: Playwright's own browsers are not needed. */
const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
if (!existsSync(chromium)) {
  throw new Error(`expected Chromium at ${chromium}: install it, or set CHROMIUM to its path`);
}

export default defineConfig({
  testDir: ".",
  outputDir: "../../build/browser",
  // with PAGES_MADE those of the last run are opened again
  ...(process.env["PAGES_MADE"] === undefined && { globalSetup: "./make-pages.ts" }),
  projects: [
    { name: "features", testMatch: "*.spec.ts" },
    { name: "speed", testMatch: "*.bench.ts" },
    { name: "pictures", testMatch: "pictures.ts" },
  ],
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 }, // of machines that are shared
  reporter: process.env["CI"] ? "dot" : "list",
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: chromium, args: ["--no-sandbox"] },
    actionTimeout: 10_000,
    trace: "off",
  },
});
