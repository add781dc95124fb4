import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** What the module exports that PlantUML is compiled to; it has no types of its own. */
interface PlantumlModule {
  readonly renderToString: (
    lines: readonly string[],
    onSuccess: (svg: string) => void,
    onError: (message: string) => void,
    options: { readonly maxSvgSize: number },
  ) => void;
}

/** The parts of a browser that the one of the tests has no layout for. */
interface Browser {
  readonly HTMLCanvasElement: { readonly prototype: object };
  readonly Element: { readonly prototype: object };
}

/**
 * PlantUML itself, as it is compiled to JavaScript. It needs a browser that can measure text; the
 * one of the tests cannot, and what it measures does not matter here.
 *
 * @returns what draws a diagram as SVG
 */
export async function plantumlReader(): Promise<(text: string) => Promise<string>> {
  const { HTMLCanvasElement, Element } = globalThis as unknown as Browser; // of happy-dom
  Object.assign(HTMLCanvasElement.prototype, {
    getContext: () => ({ font: "", measureText: measured }),
  });
  Object.assign(Element.prototype, {
    getBBox(this: { readonly textContent: string }) {
      return { x: 0, y: 0, width: 7 * this.textContent.length, height: 13 };
    },
  });
  // a classic script: it sets a global, by which the module below finds Graphviz
  const script = readFileSync(require.resolve("@plantuml/core/viz-global.js"), "utf8");
  new Function(script).call(globalThis);
  const name: string = "@plantuml/core";
  const { renderToString }: PlantumlModule = await import(/* @vite-ignore */ name);
  return (text) =>
    new Promise((resolve, reject) => {
      const fail = (message: string): void => reject(new Error(message));
      renderToString(text.split("\n"), resolve, fail, { maxSvgSize: 0 });
    });
}

function measured(text: string): object {
  return {
    width: 7 * text.length,
    actualBoundingBoxAscent: 10,
    actualBoundingBoxDescent: 3,
    fontBoundingBoxAscent: 10,
    fontBoundingBoxDescent: 3,
  };
}
