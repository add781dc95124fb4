import { type Block, type Inline, readMarkdown } from "./markdown.ts";

interface MarkdownProps {
  readonly markdown: string;
  /** The state or property that a link of the specification leads to; null: elsewhere. */
  readonly subjectOf: (href: string) => string | null;
  readonly onSubject: (subject: string) => void;
}

/** A text of the specification. Links to what the page does not show are their text. */
export function Markdown({ markdown, ...links }: MarkdownProps) {
  return <div class="markdown">{blocksOf(readMarkdown(markdown), links)}</div>;
}

type Links = Omit<MarkdownProps, "markdown">;

function blocksOf(blocks: readonly Block[], links: Links) {
  return blocks.map((block, i) => <BlockView key={i} block={block} links={links} />);
}

function BlockView({ block, links }: { readonly block: Block; readonly links: Links }) {
  switch (block.kind) {
    case "paragraph":
      return <p>{inlinesOf(block.text, links)}</p>;
    case "quote":
      return <blockquote>{blocksOf(block.blocks, links)}</blockquote>;
    case "code":
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block is scrolled with the keyboard
      return <pre tabIndex={0}>{block.text}</pre>;
    case "list":
      return <List block={block} links={links} />;
    case "table":
      return <Table rows={block.rows} links={links} />;
  }
}

function List({
  block: { isOrdered, items },
  links,
}: {
  readonly block: Extract<Block, { kind: "list" }>;
  readonly links: Links;
}) {
  const shown = items.map((text, i) => <li key={i}>{inlinesOf(text, links)}</li>);
  return isOrdered ? <ol>{shown}</ol> : <ul>{shown}</ul>;
}

function Table({
  rows: [head = [], ...rows],
  links,
}: {
  readonly rows: Extract<Block, { kind: "table" }>["rows"];
  readonly links: Links;
}) {
  /* biome-ignore-start lint/suspicious/noArrayIndexKey: a text never changes its order */
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard
    <section class="scroll" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col">
                {inlinesOf(cell, links)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{inlinesOf(cell, links)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
  /* biome-ignore-end lint/suspicious/noArrayIndexKey: a text never changes its order */
}

function inlinesOf(inlines: readonly Inline[], links: Links) {
  return inlines.map((inline, i) => <InlineView key={i} inline={inline} links={links} />);
}

function InlineView({ inline, links }: { readonly inline: Inline; readonly links: Links }) {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return <code>{inline.text}</code>;
    case "strong":
      return <strong>{inline.text}</strong>;
    case "emphasis":
      return <em>{inline.text}</em>;
    case "link": {
      const subject = links.subjectOf(inline.href);
      const text = inlinesOf(inline.text, links);
      if (subject === null) return <span class="elsewhere">{text}</span>;
      return (
        <button type="button" class="link" onClick={() => links.onSubject(subject)}>
          {text}
        </button>
      );
    }
  }
}
