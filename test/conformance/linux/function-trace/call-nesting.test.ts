import { describe, expect, it } from "vitest";
import {
  nestCalls,
  withoutForeignPages,
} from "../../../../src/conformance/linux/function-trace/call-nesting.ts";
import {
  eventText,
  frameOfPage,
  type KernelEvent,
  parseEvents,
} from "../../../../src/conformance/linux/function-trace/kernel-events.ts";

/** `+f` is entered, `-f` returns. */
function events(text: string): KernelEvent[] {
  return text.split(" ").map((word) => {
    const common = { function: word.slice(1), task: 0 };
    return word.startsWith("+")
      ? { ...common, kind: "enter", args: [0n] }
      : { ...common, kind: "return", value: 0n };
  });
}

const call = "+__x64_sys_kexec_load +do_kexec_load";
const end = "-do_kexec_load -__x64_sys_kexec_load";

describe("the nesting of calls", () => {
  it.each<readonly [claim: string, text: string, fault: number | null]>([
    ["calls in calls are sound", `${call} ${end}`, null],
    ["a function without a value does not return", `${call} +kimage_free ${end}`, null],
    ["a return without a call is none", `${call} -kimage_alloc_page ${end}`, 2],
    ["a function is not called from where it never is", `${call} +kimage_alloc_page ${end}`, 2],
    ["a call ends before its caller does", `${call} +sanity_check_segment_list ${end}`, 3],
    ["every call ends", `${call} -do_kexec_load`, 3],
    ["nothing happens outside of the system call", "+kimage_free", 0],
  ])("%s", (_claim, text, fault) => {
    expect(nestCalls(events(text)).fault?.index ?? null).toBe(fault);
  });

  it("keeps what the page allocator does for an image, and nothing else of it", () => {
    const page = "+alloc_pages_noprof -alloc_pages_noprof";
    const control = `+kimage_alloc_control_pages ${page} -kimage_alloc_control_pages`;
    const prepare = (inside: string) => `+machine_kexec_prepare ${inside} -machine_kexec_prepare`;
    const all = events(`${call} ${page} ${prepare(`${page} ${control} ${page}`)} ${end}`);
    expect(withoutForeignPages(all)).toEqual(events(`${call} ${prepare(control)} ${end}`));
  });
});

describe("an event of the agent", () => {
  it("has the task whose process it is, and its numbers", () => {
    const reply = new Map([
      ["pid", ["0,57", "1,60"]],
      ["e", ["enter,do_kexec_load,60,2,1", "return,kimage_alloc_page,57,ffffea0000144c80"]],
    ]);
    expect(parseEvents(reply)).toEqual([
      { kind: "enter", function: "do_kexec_load", task: 1, args: [2n, 1n] },
      { kind: "return", function: "kimage_alloc_page", task: 0, value: 0xffff_ea00_0014_4c80n },
    ]);
  });

  it("is nobody's when its process is no task's", () => {
    expect(parseEvents(new Map([["e", ["enter,kimage_free,1,0"]]]))[0]?.task).toBeNull();
  });

  it.each<readonly [value: bigint, text: string]>([
    [0n, "f returns 0"],
    [0xffff_ea00_0014_4c80n, "f returns frame 20786"],
    [BigInt.asUintN(64, -22n), "f returns -EINVAL"],
    [BigInt.asUintN(32, -14n), "f returns -EFAULT"], // the upper half of the register is not cleared
    [0xffff_8880_0513_9800n, "f returns 0xffff888005139800"],
  ])("with the value %s is told as %s", (value, text) => {
    expect(eventText({ kind: "return", function: "f", task: 0, value })).toBe(text);
  });

  it("means frame 0 by the first struct page, and none by NULL", () => {
    expect([frameOfPage(0xffff_ea00_0000_0000n), frameOfPage(0n)]).toEqual([0, null]);
  });
});
