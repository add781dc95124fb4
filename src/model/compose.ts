import { type AnyStateMachine, and, createMachine } from "xstate";
import type { KexecEvent } from "../../machines/events.ts";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { sysctls } from "../../machines/sysctls.ts";
import { initialMem, type Layout } from "../memory/layout.ts";
import type { NodeConfig, TransitionConfig } from "./chart-config.ts";
import type { Edit } from "./mutant.ts";

/** The region of a task: its key in the root's states. */
export function taskRegion(task: number): string {
  return `task${task}`;
}

/**
 * The whole model as one machine: the call, once per task, beside the sysctls.
 *
 * Every transition of a task's region asks `forTask` first, since XState shows each event to every
 * region.
 *
 * @param edit changes the call before it is composed: a mutant
 */
export function composeModel(layout: Layout, edit: Edit = {}): AnyStateMachine {
  const call = kexecLoad(layout);
  const settings = sysctls(layout);
  // XState types a configuration by its literal; here it is rewritten as plain data
  const literal = structuredClone(call.config) as unknown as NodeConfig;
  edit.chart?.(literal);
  const regions: Record<string, NodeConfig> = {};
  for (let task = 0; task < layout.bounds.tasks; task++) {
    regions[taskRegion(task)] = regionFor(literal, task);
  }
  const { context: _, ...sysctlRegion } = settings.config as unknown as NodeConfig;
  const config = {
    id: "kexec",
    type: "parallel",
    context: { mem: initialMem(layout) },
    states: { ...regions, sysctls: sysctlRegion },
  };
  const { actions, guards } = call.implementations;
  return createMachine(
    config as object,
    {
      actions: { ...actions, ...settings.implementations.actions, ...edit.actions?.(layout) },
      guards: {
        ...guards,
        ...settings.implementations.guards,
        ...edit.guards?.(layout),
        forTask: Object.assign(
          ({ event }: { event: KexecEvent }, params: { task: number }) =>
            isForTask(undefined, event, params),
          { ask: isForTask, dependsOn: "event" },
        ),
      },
    } as object,
  );
}

function isForTask(_mem: unknown, event: KexecEvent, { task }: { task: number }): boolean {
  return "task" in event && event.task === task;
}

function regionFor(literal: NodeConfig, task: number): NodeConfig {
  const { context: _, ...root } = literal;
  return rewrite(root, task);
}

function rewrite(node: NodeConfig, task: number): NodeConfig {
  const copy: NodeConfig = { ...node };
  if (node.id !== undefined) copy.id = idFor(node.id, task);
  if (node.on) {
    copy.on = mapValues(node.on, (transitions) =>
      [transitions].flat().map((transition) => forTask(retarget(transition, task), task)),
    );
  }
  if (node.always) copy.always = node.always.map((transition) => retarget(transition, task));
  if (node.states) copy.states = mapValues(node.states, (child) => rewrite(child, task));
  return copy;
}

function forTask(transition: TransitionConfig, task: number): TransitionConfig {
  const own = { type: "forTask", params: { task } };
  const guard = transition.guard;
  // `and` wants guards typed by a setup; these are references by name
  return { ...transition, guard: guard === undefined ? own : and([own, guard] as never) };
}

function retarget(transition: TransitionConfig, task: number): TransitionConfig {
  const { target } = transition;
  if (!target?.startsWith("#")) return transition;
  return { ...transition, target: `#${idFor(target.slice(1), task)}` };
}

function idFor(id: string, task: number): string {
  return `${taskRegion(task)}:${id}`;
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
