import { existsSync, readFileSync } from "node:fs";
/** The pages that say something of a state or a property. */
const pages = [
    "call.md",
    "file-load.md",
    "lifecycle.md",
    "reboot.md",
    "panic.md",
    "settings.md",
    "properties.md",
    "violations.md",
];
/** `spec` is three folders up from the source, and four from its compiled form in `dist`. */
const folders = ["../../../spec/", "../../../../spec/"].map((path) => new URL(path, import.meta.url));
/** A file of the specification, wherever the package is. */
export function specificationFile(name) {
    const folder = folders.find((one) => existsSync(new URL("call.md", one))) ?? folders[0];
    return new URL(name, folder);
}
/** What the specification says of states and properties, page by page. */
export function readSpecification() {
    return pages.flatMap((page) => sectionsOf(page, readFileSync(specificationFile(page), "utf8")));
}
/** A heading that names a state or a property. */
const subjectHeading = /^### `([^`]+)`$/;
/** One that ends the section before it. */
const otherHeading = /^#{1,3} /;
/** The sections of a page whose headings are names. @param page the name of its file */
export function sectionsOf(page, markdown) {
    const sections = [];
    let open = null;
    let inBlock = false;
    for (const line of markdown.split(/\r?\n/)) {
        if (line.startsWith("```"))
            inBlock = !inBlock;
        const [, subject] = (!inBlock && subjectHeading.exec(line)) || [];
        if (subject !== undefined) {
            open = [];
            sections.push({ page, subject, lines: open });
        }
        else if (!inBlock && otherHeading.test(line)) {
            open = null;
        }
        else {
            open?.push(line);
        }
    }
    return sections.map(({ lines, ...rest }) => ({ ...rest, text: lines.join("\n").trim() }));
}
//# sourceMappingURL=specification.js.map