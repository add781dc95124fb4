import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "./environment.js";
import { run } from "./processes.js";
/**
 * Makes an apt root in an empty folder and downloads the lists of one suite. Needs no root and
 * changes nothing of the system's apt; the mirror, the proxy and the keys are the system's.
 *
 * @throws EnvironmentError when the machine's own sources name no Debian mirror
 */
export async function openPrivateApt(folder, suite) {
    const sources = parseSources(await readSystemSources());
    await mkdir(join(folder, "lists/partial"), { recursive: true });
    await mkdir(join(folder, "cache/archives/partial"), { recursive: true });
    await writeFile(join(folder, "sources.list"), sourcesList(sources, suite));
    await writeFile(join(folder, "apt.conf"), await configuration(folder));
    const env = { ...process.env, APT_CONFIG: join(folder, "apt.conf"), LC_ALL: "C" };
    await run("apt-get", ["update", "--error-on=any"], { cwd: folder, env });
    return {
        folder,
        async packageNames(prefix) {
            const names = await run("apt-cache", ["pkgnames", prefix], { cwd: folder, env });
            return names.split("\n").filter((name) => name !== "");
        },
        async versions(packageName) {
            const table = await run("apt-cache", ["madison", packageName], { cwd: folder, env });
            return table.split("\n").flatMap((line) => line.split("|")[1]?.trim() ?? []);
        },
        async download(wanted) {
            await run("apt-get", ["download", wanted], { cwd: folder, env });
            const [packageName = wanted] = wanted.split("=");
            const file = (await readdir(folder)).find((name) => name.startsWith(`${packageName}_`));
            if (file !== undefined)
                return join(folder, file);
            throw new EnvironmentError(`expected apt-get to download ${wanted}, got no file: pass --image PATH instead`);
        },
    };
}
/**
 * Reads apt sources in both formats: one line per source, and deb822 stanzas. Only Debian's own
 * are returned; disabled ones and source code are left out.
 */
export function parseSources(text) {
    return [...parseLines(text), ...parseStanzas(text)].filter(({ suites }) => suites.some((suite) => debianSuite.test(suite)));
}
const debianSuite = /^(stretch|buster|bullseye|bookworm|trixie|forky|duke|sid|(old)*stable|testing|unstable)(-|\/|$)/;
/**
 * The sources of one suite: the machine's Debian mirrors with the suite exchanged.
 *
 * @throws EnvironmentError when there is no Debian mirror
 */
export function sourcesList(sources, suite) {
    const isSecurity = (source) => source.suites.some((name) => /[-/](security|updates\/security)/.test(name));
    const line = (source, name) => {
        if (source === undefined)
            return "";
        const options = source.signedBy === null ? "" : `[signed-by=${source.signedBy}] `;
        return `deb ${options}${source.uri} ${name} main\n`;
    };
    const main = sources.find((source) => !isSecurity(source));
    const security = suite === "sid" ? undefined : sources.find(isSecurity);
    if (main === undefined) {
        throw new EnvironmentError("expected a Debian mirror in /etc/apt/sources.list or /etc/apt/sources.list.d, got none: " +
            "pass --image PATH with a Debian cloud kernel");
    }
    return line(main, suite) + line(security, `${suite}-security`);
}
/** `deb [option=value ...] URI SUITE COMPONENT...` */
function parseLines(text) {
    const pattern = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)(?:\s|$)/gm;
    return [...text.matchAll(pattern)].map(([, options = "", uri = "", suite = ""]) => ({
        uri,
        suites: [suite],
        signedBy: /signed-by=(\/\S+)/.exec(options)?.[1] ?? null,
    }));
}
/** Paragraphs of `Field: value` lines; comments start with `#`. */
function parseStanzas(text) {
    const paragraphs = text.replace(/^#.*\n?/gm, "").split(/\n\s*\n/);
    return paragraphs.flatMap((paragraph) => {
        const field = (name) => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(paragraph)?.[1]?.trim() ?? "";
        const isBinary = field("Types").split(/\s+/).includes("deb");
        if (!isBinary || field("Enabled").toLowerCase() === "no")
            return [];
        const suites = field("Suites").split(/\s+/);
        const signedBy = field("Signed-By").startsWith("/") ? field("Signed-By") : null;
        return field("URIs")
            .split(/\s+/)
            .map((uri) => ({ uri, suites, signedBy }));
    });
}
async function readSystemSources() {
    const folder = "/etc/apt/sources.list.d";
    const names = await readdir(folder).catch(() => []);
    const parts = names.filter((name) => /\.(list|sources)$/.test(name)).sort();
    const paths = ["/etc/apt/sources.list", ...parts.map((name) => join(folder, name))];
    const texts = await Promise.all(paths.map((path) => readFile(path, "utf8").catch(() => "")));
    return texts.join("\n\n");
}
/**
 * The private configuration. Of the system's it keeps only how to download (its proxy, for one):
 * its hooks would clean the system's cache.
 */
async function configuration(folder) {
    const acquire = await run("apt-config", ["dump", "Acquire"]);
    const ours = {
        "Dir::Etc::Main": "/dev/null",
        "Dir::Etc::Parts": "/dev/null",
        "Dir::Etc::SourceList": join(folder, "sources.list"),
        "Dir::Etc::SourceParts": "/dev/null",
        "Dir::State::Lists": join(folder, "lists"),
        "Dir::Cache": join(folder, "cache"),
        "APT::Sandbox::User": "root",
        // A mirror may be older than its signature says; the signature itself is still checked.
        "Acquire::Check-Valid-Until": "false",
        "Acquire::Languages": "none",
    };
    const lines = Object.entries(ours).map(([name, value]) => `${name} "${value}";\n`);
    return acquire + lines.join("");
}
//# sourceMappingURL=apt.js.map