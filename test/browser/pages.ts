import { fileURLToPath, pathToFileURL } from "node:url";

/** Where the pages under test lie. */
export const folder = fileURLToPath(new URL("../../build/pages", import.meta.url));

/** The address of a view of a page. @param hash `#/verdicts` */
export function pageAt(hash: string, file = "review.html"): string {
  return `${pathToFileURL(`${folder}/${file}`)}${hash}`;
}
