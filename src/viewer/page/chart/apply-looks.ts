import type { ChartItem, DrawnChart } from "../../chart/items.ts";
import type { Look, ShownMark } from "../../chart/looks.ts";

/** The elements of a drawing, in the order of its items. */
export function itemElements(layer: Element): readonly Element[] {
  const elements: Element[] = [];
  for (const element of layer.querySelectorAll("[data-item]")) {
    elements[Number(element.getAttribute("data-item"))] = element;
  }
  return elements;
}

/**
 * Gives every item of a drawing its look.
 *
 * It writes to the elements themselves, and only what is new: a step changes a few classes, and
 * the hundreds of elements of a chart need not be compared for that.
 */
export function applyLooks(
  elements: readonly Element[],
  drawn: DrawnChart,
  looks: readonly Look[],
): void {
  drawn.items.forEach((item, index) => {
    const [element, look] = [elements[index], looks[index]];
    if (!element || !look) return;
    setAttribute(element, "class", ["item", item.kind, ...look.classes].join(" "));
    if (item.kind === "arrow") return;
    const label = look.said === "" ? item.label : `${item.label} (${look.said})`;
    setAttribute(element, "aria-label", label);
    setAttribute(element, "aria-pressed", String(look.classes.includes("selected")));
    showMark(element, item, look.mark);
  });
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

const SVG = "http://www.w3.org/2000/svg";

function showMark(
  element: Element,
  item: Exclude<ChartItem, { kind: "arrow" }>,
  mark: ShownMark | null,
): void {
  const known = element.querySelector(":scope > .mark");
  if (!mark) {
    known?.remove();
    return;
  }
  const text = known ?? document.createElementNS(SVG, "text");
  if (text.textContent !== mark.text) text.textContent = mark.text;
  setAttribute(text, "class", `mark ${item.mark.anchor}`);
  setAttribute(text, "x", String(item.mark.x));
  setAttribute(text, "y", String(item.mark.y));
  if (!known) element.append(text);
}
