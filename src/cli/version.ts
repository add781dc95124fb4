import { readFileSync } from "node:fs";

/** package.json lies two folders above this file's compiled form's folder `dist`. */
const manifest: unknown = JSON.parse(
  readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
);

export const version =
  typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";

export const tool = `kexec-model ${version}`;
