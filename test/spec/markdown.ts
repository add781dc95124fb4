import { readFileSync } from "node:fs";

const folder = new URL("../../spec/", import.meta.url);

/** A file of the specification, as text. */
export function readSpec(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** A row of a table, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The rows of every table whose first columns are these. */
export function tableRows(text: string, ...columns: readonly string[]): Row[] {
  const rows: Row[] = [];
  let header: readonly string[] | null = null;
  for (const line of text.split("\n")) {
    if (!line.startsWith("|")) {
      header = null;
      continue;
    }
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (header === null) {
      header = cells;
      continue;
    }
    const wanted = columns.every((column, i) => header?.[i] === column);
    if (!wanted || cells.every((cell) => /^-+$/.test(cell))) continue;
    rows.push(Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""])));
  }
  return rows;
}

/** What stands between backticks. */
export function codes(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");
}

/** The headings of a file, without their marks. */
export function headings(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? "");
}

/** The sections of a file: what stands below each heading, up to the next one. */
export function sections(text: string): Map<string, string> {
  const parts = text.split(/^#+ /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      return [heading, lines.join("\n")] as const;
    }),
  );
}

/** The text of the block quote of a section, as one line. */
export function quoted(section: string): string {
  const lines = section.split("\n").filter((line) => line.startsWith("> "));
  return oneLine(lines.map((line) => line.slice(2)).join(" "));
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** The anchors that links can lead to, made from headings as code hosts do. */
export function anchors(text: string): string[] {
  return headings(text).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The targets of a file's links, pictures left out. */
export function links(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/(?<!!)\[[^\]]+\]\(([^)\s]+)\)/g)].map(
    ([, target]) => target ?? "",
  );
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```.*?^```/gms, "");
}
