/** An element of a parsed document; text is collected from all its descendants. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/**
 * Parses the XML that a drawing uses: elements, quoted attributes and the five named entities.
 *
 * @throws Error at the first place that is not well formed
 */
export function parseXml(source: string): Element {
  const root: Element = { name: "", attributes: new Map(), children: [], text: "" };
  const open: Element[] = [root];
  const token = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    const top = open.at(-1);
    if (!match || !top) throw new Error(`not well formed at ${at}: ${source.slice(at, at + 60)}`);
    const [, closing, name = "", attributes = "", selfClosing, text] = match;
    if (text !== undefined) {
      for (const each of open) each.text += unescapeXml(text);
    } else if (closing) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`stray </${name}>`);
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [], text: "" };
      top.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const [document] = root.children;
  if (open.length !== 1 || !document || root.children.length !== 1) {
    throw new Error(`expected one closed document, got ${root.children.length}`);
  }
  return document;
}

/** Every element below the given one, itself first. */
export function descendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** The elements with the given class. */
export function withClass(element: Element, name: string): Element[] {
  return descendants(element).filter((each) =>
    each.attributes.get("class")?.split(" ").includes(name),
  );
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`the attribute ${name} stands twice`);
    attributes.set(name, unescapeXml(value));
  }
  return attributes;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
]);

function unescapeXml(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = ENTITIES.get(entity);
    if (character === undefined) throw new Error(`unknown entity ${entity}`);
    return character;
  });
}
