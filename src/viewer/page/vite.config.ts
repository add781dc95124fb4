import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { searchWorker } from "./vite-worker.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Makes `dist/viewer/page.html`: one file, into which `view` puts the data. */
export default defineConfig({
  root: folder,
  plugins: [viteSingleFile(), contentSecurityPolicy(), searchWorker()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../../dist/viewer",
    emptyOutDir: false, // the compiler's output lies there
    target: "es2023",
    modulePreload: false,
    rolldownOptions: { input: `${folder}page.html` },
  },
});
