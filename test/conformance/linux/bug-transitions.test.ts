import { expect, test } from "vitest";
import { type B8Run, transitionsOfB8 } from "../../../src/conformance/linux/b8.ts";
import { type BugsRun, transitionsOfBugs } from "../../../src/conformance/linux/bug-tests.ts";
import { createLayout } from "../../../src/memory/layout.ts";
import { literalOf } from "../../../src/model/literal.ts";
import { type KernelName, suiteWorlds } from "../../../src/model/worlds.ts";

/** Whether a kernel has a transition: null, or what it lacks. */
function lackOf(kernel: KernelName, key: string): string | null | undefined {
  const [world] = suiteWorlds(kernel);
  const { transitions } = literalOf(createLayout(world?.bounds ?? expect.fail("no world")));
  return transitions.find((transition) => transition.key === key)?.unreachable;
}

test("a frame that is lost as the model says is the transition that loses it", () => {
  const call = {
    fails: "list page of a source page",
    result: "-ENOMEM",
    lost_frames: 1,
    expected: { result: "-ENOMEM", lost_frames: 1 },
  } as const;
  const run = (...calls: B8Run["calls"]) => transitionsOfB8({ calls } as B8Run); // all it reads
  const [[key, times] = []] = Object.entries(run(call, call));
  expect(times).toBe(2);
  expect(lackOf("6.1", key ?? "")).toBeNull();
  expect(lackOf("fixed", key ?? "")).toBe("only in a kernel without frees-unlisted-source-page");
  expect(run({ ...call, lost_frames: 0 }, { ...call, fails: "source page" })).toEqual({});
});

test("a caller that dies of a read-only control page has taken the transition of 6.14", () => {
  const dies = "the second caller dies, and the lock stays held";
  const run = (expected: string, got: string) => {
    const bug = { bug: "B2", what: "", has: true, expected, got };
    return transitionsOfBugs({ bugs: [bug] } as unknown as BugsRun); // all it reads
  };
  const [[key, times] = []] = Object.entries(run(dies, dies));
  expect(times).toBe(1);
  expect(lackOf("7.2", key ?? "")).toBeNull();
  expect(lackOf("6.12", key ?? "")).toBe("only in a kernel with control-page-rox");
  expect(run(dies, "loaded, and vmcoreinfo_data_safecopy is null")).toEqual({});
});
