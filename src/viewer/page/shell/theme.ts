import { signal } from "@preact/signals";

const dark = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

/** The reader's system decides until the reader does; the choice lives as long as the page. */
export const theme = signal<"light" | "dark">(dark?.matches ? "dark" : "light");

let chosen = false;

dark?.addEventListener("change", ({ matches }) => {
  if (!chosen) theme.value = matches ? "dark" : "light";
});

export function toggleTheme(): void {
  chosen = true;
  theme.value = theme.value === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = theme.value;
}
