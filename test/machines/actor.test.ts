import { expect, test } from "vitest";
import { createActor } from "xstate";
import type { KexecEvent, TaskEvent } from "../../machines/events.ts";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { sysctls } from "../../machines/sysctls.ts";
import { resultOf } from "../../src/memory/call.ts";
import { expectedContent } from "../../src/memory/content.ts";
import { isTerminated, relocated } from "../../src/memory/entries.ts";
import { isFree } from "../../src/memory/frames.ts";
import {
  createLayout,
  get,
  initialMem,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  KEXEC_LOAD_DISABLED,
  LOCK,
  planOf,
  VMCOREINFO_SAFECOPY,
} from "../../src/memory/layout.ts";
import { someReadonly } from "../../src/memory/region.ts";
import { unloadCrash, unloadNormal } from "../../src/model/requests.ts";
import { boundsFor, onePage, onePageCrash } from "../memory/scene.ts";

const requests = [onePage, onePageCrash, unloadNormal, unloadCrash];
const layout = createLayout(boundsFor(requests, { tablePages: 1 }));

/** The call alone, run by XState itself, without composition, canonical form or alphabet. */
function startActor() {
  const actor = createActor(kexecLoad(layout));
  actor.start();
  const send = (...events: readonly Step[]): void => {
    for (const step of events) {
      const event = { task: 0, ...(typeof step === "string" ? { type: step } : step) } as TaskEvent;
      if (!actor.getSnapshot().can(event)) {
        throw new Error(`${JSON.stringify(actor.getSnapshot().value)} does not take ${event.type}`);
      }
      actor.send(event);
    }
  };
  return {
    send,
    value: () => actor.getSnapshot().value,
    mem: () => actor.getSnapshot().context.mem,
    loaded: () =>
      [KEXEC_IMAGE, KEXEC_CRASH_IMAGE].map(
        (slot) => get(actor.getSnapshot().context.mem, slot) !== 0,
      ),
  };
}

/** An event of task 0: its type, or the type and what comes with it. */
type Step =
  | TaskEvent["type"]
  | { readonly type: TaskEvent["type"]; readonly [field: string]: unknown };

const enter = (request: number): Step[] => [
  { type: "kexec_load", request },
  "kexec_load_check",
  "kexec_trylock",
  "do_kexec_load",
];
const setUp: Step[] = [
  { type: "do_kimage_alloc_init", outcome: "ok" },
  { type: "copy_user_segment_list", outcome: "ok" },
  "sanity_check_segment_list",
];
const prepared: Step[] = [
  { type: "machine_kexec_prepare", outcome: "ok" },
  { type: "kimage_crash_copy_vmcoreinfo", outcome: "ok" },
];
const controlPage = (frame: number): Step => ({ type: "kimage_alloc_normal_control_pages", frame });
const page = (frame: number | null): Step => ({ type: "kimage_alloc_page", frame });
const copied: Step = { type: "copy_from_user", outcome: "ok" };
const finish: Step[] = [
  "kimage_terminate",
  { type: "machine_kexec_post_load", outcome: "ok" },
  "xchg",
];
const leave: Step[] = ["kimage_free", "kexec_unlock", "sys_exit"];

const normalLoad: Step[] = [
  ...[...enter(0), "kimage_alloc_init" as const, ...setUp],
  ...[controlPage(2), controlPage(3), controlPage(4), ...prepared],
  ...["kimage_set_destination" as const, page(5), page(6), "kimage_add_page" as const, copied],
  ...[...finish, ...leave],
];
const crashLoad: Step[] = [
  ...[...enter(1), "kimage_free" as const, "kimage_alloc_init" as const, ...setUp],
  ...(["kimage_alloc_crash_control_pages", "kimage_alloc_crash_control_pages"] as const),
  ...[...prepared, copied, ...finish, "arch_kexec_protect_crashkres" as const, ...leave],
];
const unload = (request: number): Step[] => [...enter(request), ...leave];

test("a normal load installs an image that relocation puts in its place", () => {
  const { send, value, mem, loaded } = startActor();
  send(...normalLoad.slice(0, -1));
  expect(value()).toEqual({ call: "returning" });
  expect(resultOf(layout, mem(), 0)).toBe(0);
  const pages = planOf(layout, mem(), 0).segments.flatMap((segment) => segment.pages);
  send("sys_exit");
  expect(value()).toBe("idle");
  expect(loaded()).toEqual([true, false]);
  const image = get(mem(), KEXEC_IMAGE);
  expect(isTerminated(layout, mem(), image)).toBe(true);
  expect([...relocated(layout, mem(), image)]).toEqual(
    pages.map((one) => [one.destination, expectedContent(one)]),
  );
  expect(get(mem(), LOCK)).toBe(0);
});

test("a crash load installs an image in a protected region, with vmcoreinfo", () => {
  const { send, value, mem, loaded } = startActor();
  send(...crashLoad);
  expect(value()).toBe("idle");
  expect(loaded()).toEqual([false, true]);
  expect(someReadonly(layout, mem())).toBe(true);
  expect(get(mem(), VMCOREINFO_SAFECOPY)).toBe(get(mem(), KEXEC_CRASH_IMAGE));
});

test("both kinds are loaded and unloaded side by side, and nothing is left", () => {
  const { send, mem, loaded } = startActor();
  send(...normalLoad, ...crashLoad);
  expect(loaded()).toEqual([true, true]);
  send(...unload(2));
  expect(loaded()).toEqual([false, true]);
  send(...unload(3));
  expect(loaded()).toEqual([false, false]);
  expect(mem()).toEqual(initialMem(layout));
});

test("unloading nothing succeeds and changes nothing", () => {
  const { send, mem } = startActor();
  send(...unload(2), ...unload(3));
  expect(mem()).toEqual(initialMem(layout));
});

test("a load whose source page finds no place in the list ends with ENOMEM and loses it: B8", () => {
  const narrow = createLayout(boundsFor([onePage], { listPageWords: 2 }));
  const actor = createActor(kexecLoad(narrow));
  actor.start();
  const way: Step[] = [
    ...[...enter(0), "kimage_alloc_init" as const, ...setUp],
    ...[controlPage(2), controlPage(3), ...prepared],
    ...["kimage_set_destination" as const, page(5), page(6), "kimage_add_page" as const],
    ...[page(null), "kimage_free" as const, "kexec_unlock" as const, "sys_exit" as const],
  ];
  for (const step of way) {
    actor.send({ task: 0, ...(typeof step === "string" ? { type: step } : step) } as TaskEvent);
  }
  const { value, context } = actor.getSnapshot();
  expect(value).toBe("idle");
  const taken = Array.from({ length: 8 }, (_, pfn) => pfn).filter(
    (pfn) => !isFree(narrow, context.mem, pfn),
  );
  expect(taken).toEqual([6]);
});

test("an event that the state does not expect changes nothing", () => {
  const actor = createActor(kexecLoad(layout));
  actor.start();
  const before = actor.getSnapshot();
  actor.send({ type: "kexec_unlock", task: 0 });
  expect(actor.getSnapshot().value).toEqual(before.value);
  expect(actor.getSnapshot().context.mem).toEqual(before.context.mem);
});

test("kexec_load_disabled is set by 1 only, and never taken back", () => {
  const actor = createActor(sysctls(layout));
  actor.start();
  const after = [0, 2, 1, 0].map((value) => {
    actor.send({ type: "proc_dointvec_minmax", value } satisfies KexecEvent);
    return get(actor.getSnapshot().context.mem, KEXEC_LOAD_DISABLED);
  });
  expect(after).toEqual([0, 0, 1, 1]);
});
