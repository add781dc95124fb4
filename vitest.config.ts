import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // no test changes what modules hold, and the graphs that suites are made from are built once
    isolate: false,
    // one less than the processors is the default, which leaves one of two idle
    maxWorkers: "100%",
    // the machines that run this are shared and slow at times; a limit is there to end a hang
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
