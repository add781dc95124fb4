import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * Names the page's own script and style in its Content-Security-Policy, and forbids everything
 * else but workers from blobs: nothing that comes with the data, or from a file of the reader's,
 * can run or load anything.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".html")) continue;
          file.source = withPolicy(String(file.source));
        }
      },
    },
  };
}

const MARK = "<!-- content-security-policy -->";

/** @throws Error when the page is not the one that this was written for */
export function withPolicy(html: string): string {
  if (!html.includes(MARK)) throw new Error(`expected ${MARK} in the page`);
  const scripts = hashes(html, /<script(?![^>]*type="text\/plain")[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return html.replace(MARK, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

function hashes(html: string, element: RegExp): string[] {
  const found = [...html.matchAll(element)].map(([, text = ""]) => {
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  });
  if (found.length === 0) throw new Error(`expected an element like ${element} in the page`);
  return found;
}
