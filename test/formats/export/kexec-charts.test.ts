import { describe, expect, test } from "vitest";
import { kexecChart } from "../../../src/formats/export/kexec-charts.ts";
import { chartDiagram, chartNames, charts } from "../../../src/viewer/chart/charts.ts";

describe("the chart that is exported", () => {
  test.each(chartNames)("%s has the states and transitions that the page draws", (part) => {
    const { states, transitions } = kexecChart({ part, kernel: null });
    const drawn = chartDiagram(part);
    expect(states.map(({ path }) => path)).toEqual(drawn.states.map(({ path }) => path));
    expect(transitions.map(({ key }) => key).sort()).toEqual(
      drawn.transitions.map(({ key }) => key).sort(),
    );
  });

  test("of one kernel lacks what that kernel lacks", () => {
    const count = (kernel: "seed" | "7.2"): number =>
      kexecChart({ part: "whole", kernel }).transitions.length;
    expect([count("seed"), count("7.2")]).toEqual([228, 226]);
    const { states } = kexecChart({ part: "reboot", kernel: "7.2" });
    expect(states.filter(({ path }) => path.startsWith("reboot.jumping"))).toEqual([]);
  });

  test("asks whose CPU panics, and leaves out whose step it is elsewhere", () => {
    const { transitions } = kexecChart({ part: "whole", kernel: null });
    const asking = transitions.filter(({ guard }) => JSON.stringify(guard)?.includes("forTask"));
    const doors = Object.values(charts).flatMap(({ door }) => door ?? []);
    expect(asking.map(({ event }) => event)).toEqual(doors.map(() => "panic"));
  });

  test("has ids that are C identifiers, each once", () => {
    for (const part of chartNames) {
      const { root, states } = kexecChart({ part, kernel: null });
      const ids = [root, ...states].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[A-Za-z_]\w*$/.test(id))).toEqual([]);
    }
  });
});
