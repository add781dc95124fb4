import { expect, test } from "vitest";
import { bitsOf } from "../../src/memory/bits.ts";
import { createLayout } from "../../src/memory/layout.ts";
import { variables } from "../../src/memory/variables.ts";
import { kernels, worldsOf } from "../../src/model/worlds.ts";

const layouts = Object.keys(kernels).flatMap((kernel) =>
  worldsOf("standard", kernel as keyof typeof kernels).map(({ bounds }) => createLayout(bounds)),
);

test("every byte of the state that is ever used has one name, and no two have the same", () => {
  for (const layout of layouts) {
    const named = variables(layout);
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    const places = named.map(({ at }) => at).sort((a, b) => a - b);
    expect(new Set(places).size).toBe(places.length);
    const used = [...bitsOf(layout)].flatMap((bits, at) => (bits > 0 ? [at] : []));
    expect(places).toEqual(expect.arrayContaining(used));
    expect(Math.max(...places)).toBeLessThan(layout.bytes);
  }
});

test("names are the kernel's", () => {
  const [layout] = layouts;
  const names = layout ? variables(layout).map(({ name }) => name) : [];
  expect(names).toEqual(
    expect.arrayContaining([
      "lock",
      "kexec_image",
      "task 0: result",
      "image 2: last_entry",
      "image 1: head",
      "frame 3: role",
    ]),
  );
});
