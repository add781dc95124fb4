import { defineConfig } from "vitest/config";

/** The packed tarball, installed in empty folders: slow, and it needs a registry. */
export default defineConfig({
  test: {
    include: ["test/package/*.check.ts"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
