import { defineConfig } from "vitest/config";

export default defineConfig({
  // the machines that run this are shared and slow at times; a limit is there to end a hang
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
