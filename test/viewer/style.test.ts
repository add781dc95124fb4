import { expect, test } from "vitest";
import { styleSheet } from "../../src/viewer/svg/style.ts";

const TEXTS = ["title", "event", "guard", "note", "target", "failure", "success"];
const GROUNDS = ["ground", "depth-0", "depth-1", "depth-2", "depth-3", "state", "tint"];
const CONTRAST_MIN = 4.5;

const [light = "", dark = ""] = styleSheet().split("@media (prefers-color-scheme: dark)");

test.each([
  ["light", light],
  ["dark", dark],
])("every text can be read on every ground in the %s scheme", (_, sheet) => {
  for (const text of TEXTS) {
    for (const ground of GROUNDS) {
      const contrast = contrastOf(fillOf(sheet, text), fillOf(sheet, ground));
      expect(contrast, `${text} on ${ground}`).toBeGreaterThanOrEqual(CONTRAST_MIN);
    }
  }
});

function fillOf(sheet: string, name: string): string {
  const rule = sheet.split("\n").find(
    (line) =>
      line.includes("fill: #") &&
      line
        .split("{")[0]
        ?.match(/[\w-]+/g)
        ?.includes(name),
  );
  const colour = /fill: (#[0-9a-f]{6})/.exec(rule ?? "")?.[1];
  if (!colour) throw new Error(`expected a fill for .${name}`);
  return colour;
}

/** The contrast of WCAG 2.1, from 1 to 21. */
function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
