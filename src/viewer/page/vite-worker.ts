import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const name = "virtual:search-worker";
const entry = fileURLToPath(new URL("../search/worker.ts", import.meta.url));

/**
 * Offers the worker of the search as text: `import { workerText } from "virtual:search-worker"`. The
 * page makes a blob of it, since beside a page that is one file there is no file to load.
 */
export function searchWorker(): Plugin {
  return {
    name: "search-worker",
    resolveId: (source) => (source === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      return `export const workerText = ${JSON.stringify(await bundled())};`;
    },
  };
}

/** The worker and all that it imports, as one classic script. */
export async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2023",
      minify: true,
      lib: { entry, formats: ["iife"], name: "searchWorker" },
    },
  });
  const chunks = [made].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [chunk] = chunks;
  if (chunk?.type !== "chunk" || chunks.length !== 1) {
    throw new Error(`expected one script, got ${chunks.map(({ fileName }) => fileName).join()}`);
  }
  return chunk.code;
}
