import { existsSync, readFileSync } from "node:fs";
/** package.json is two folders up from the source, and three from its compiled form in `dist`. */
const places = ["../../package.json", "../../../package.json"]
    .map((path) => new URL(path, import.meta.url))
    .filter((url) => existsSync(url));
const manifest = places[0] ? JSON.parse(readFileSync(places[0], "utf8")) : null;
export const version = typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
export const tool = `kexec-model ${version}`;
//# sourceMappingURL=version.js.map