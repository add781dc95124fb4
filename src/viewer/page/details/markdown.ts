/**
 * The Markdown that the pages of `spec/` are written in: paragraphs, quotes, flat lists, tables,
 * blocks of code; in them code, links, and two strengths of emphasis. What is none of it is text.
 */
export type Block =
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: "code"; readonly text: string };

export type Inline =
  | { readonly kind: "text" | "code" | "emphasis" | "strong"; readonly text: string }
  /** `href` as it is written: `call.md#gone`. */
  | { readonly kind: "link"; readonly text: readonly Inline[]; readonly href: string };

/** The blocks of a text, in their order. The first row of a table is its head. */
export function readMarkdown(markdown: string): readonly Block[] {
  const lines = markdown.split(/\r?\n/);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const { block, next } = readBlock(lines, i);
    if (block) blocks.push(block);
    i = next;
  }
  return blocks;
}

interface Read {
  /** null for an empty line. */
  readonly block: Block | null;
  /** The line behind it. */
  readonly next: number;
}

const bullet = /^[-*] +/;
const number = /^\d+\. +/;
const quote = /^> ?/;
const fence = /^```/;

function readBlock(lines: readonly string[], i: number): Read {
  const line = lines[i] ?? "";
  if (line.trim() === "") return { block: null, next: i + 1 };
  if (fence.test(line)) return readCode(lines, i);
  if (quote.test(line)) {
    const next = endOf(lines, i, (one) => quote.test(one));
    const inside = lines.slice(i, next).map((one) => one.replace(quote, ""));
    return { block: { kind: "quote", blocks: readMarkdown(inside.join("\n")) }, next };
  }
  if (line.startsWith("|")) {
    const next = endOf(lines, i, (one) => one.startsWith("|"));
    return { block: { kind: "table", rows: readRows(lines.slice(i, next)) }, next };
  }
  if (bullet.test(line)) return readList(lines, i, bullet);
  if (number.test(line)) return readList(lines, i, number);
  const next = endOf(lines, i, (one) => one.trim() !== "" && !startsBlock(one));
  const text = lines.slice(i, next).map((one) => one.trim());
  return { block: { kind: "paragraph", text: readInlines(text.join(" ")) }, next };
}

/** The first line from `i + 1` on that does not go on. */
function endOf(lines: readonly string[], i: number, goesOn: (line: string) => boolean): number {
  const found = lines.slice(i + 1).findIndex((line) => !goesOn(line));
  return found < 0 ? lines.length : i + 1 + found;
}

/** A number in the middle of a paragraph begins no list: it may end a sentence. */
function startsBlock(line: string): boolean {
  return fence.test(line) || quote.test(line) || line.startsWith("|") || bullet.test(line);
}

function readCode(lines: readonly string[], i: number): Read {
  const end = endOf(lines, i, (line) => !fence.test(line));
  return { block: { kind: "code", text: lines.slice(i + 1, end).join("\n") }, next: end + 1 };
}

/** An item goes on in lines that are indented; a list in items, and empty lines between them. */
function readList(lines: readonly string[], i: number, item: RegExp): Read {
  const items: string[] = [];
  let next = i;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? "";
    const last = items.length - 1;
    if (item.test(line)) items.push(line.replace(item, ""));
    else if (/^\s+\S/.test(line) && last >= 0) items[last] += ` ${line.trim()}`;
    else if (line.trim() !== "" || !item.test(lines[next + 1] ?? "")) break;
  }
  const isOrdered = item === number;
  return { block: { kind: "list", isOrdered, items: items.map(readInlines) }, next };
}

function readRows(lines: readonly string[]): readonly (readonly (readonly Inline[])[])[] {
  return lines
    .filter((line) => !/^\|[\s:|-]+\|?\s*$/.test(line))
    .map((line) => {
      const cells = line
        .trim()
        .replace(/^\|/, "")
        .replace(/\|$/, "")
        .split(/(?<!\\)\|/);
      return cells.map((cell) => readInlines(cell.trim().replaceAll("\\|", "|")));
    });
}

const inline =
  /`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*\s][^*]*)\*|\[(?<text>(?:[^[\]`]|`[^`]*`)+)\]\((?<href>[^()\s]+)\)/g;

export function readInlines(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > end) found.push({ kind: "text", text: text.slice(end, match.index) });
    found.push(inlineOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ kind: "text", text: text.slice(end) });
  return found;
}

function inlineOf(groups: Readonly<Record<string, string | undefined>>): Inline {
  const { code, strong, emphasis, text = "", href = "" } = groups;
  if (code !== undefined) return { kind: "code", text: code };
  if (strong !== undefined) return { kind: "strong", text: strong };
  if (emphasis !== undefined) return { kind: "emphasis", text: emphasis };
  return { kind: "link", text: readInlines(text), href };
}
