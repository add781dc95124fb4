import type { AnyStateMachine, AnyStateNode } from "xstate";
import { assert } from "../base/assert.ts";

/** An action that XState carried out, as the function beside it that changes bytes in place. */
export interface Performed {
  readonly apply: (mem: Uint8Array, event: unknown, params: unknown) => void;
  readonly params: unknown;
}

/** A machine that notes every action that XState performs while it takes a step. */
export interface NotingMachine {
  readonly machine: AnyStateMachine;
  /** The actions performed since the last `clear`, in order. */
  readonly performed: Performed[];
  readonly clear: () => void;
}

/**
 * Makes a copy of a machine whose actions note themselves.
 *
 * @returns null when an action is not a named one with a `step` beside it and fixed parameters
 */
export function notingMachine(machine: AnyStateMachine): NotingMachine | null {
  if (!everyNode(machine.root, namesOnly)) return null;
  const performed: Performed[] = [];
  const implemented = machine.implementations.actions;
  const actions: Record<string, unknown> = {};
  for (const [name, action] of Object.entries(implemented)) {
    if (!isStepAction(action)) return null;
    actions[name] = noting(action, performed);
  }
  return {
    machine: machine.provide({ actions: actions as typeof implemented }), // copies of them
    performed,
    clear: () => {
      performed.length = 0;
    },
  };
}

interface StepAction {
  readonly step: (mem: Uint8Array, event: unknown, params: unknown) => void;
  readonly resolve: (...args: unknown[]) => unknown;
}

function isStepAction(action: unknown): action is StepAction {
  return typeof action === "function" && "step" in action && "resolve" in action;
}

function noting(action: StepAction, performed: Performed[]): unknown {
  const never = (): void => assert(false, "XState resolves an assign, it does not call it");
  return Object.assign(never, action, {
    resolve: (...args: unknown[]) => {
      performed.push({ apply: action.step, params: args[3] });
      return action.resolve(...args);
    },
  });
}

function everyNode(node: AnyStateNode, holds: (node: AnyStateNode) => boolean): boolean {
  return holds(node) && Object.values(node.states).every((child) => everyNode(child, holds));
}

/** Whether a node's actions are all named, with fixed parameters. */
function namesOnly(node: AnyStateNode): boolean {
  const transitions = [...node.transitions.values(), node.always ?? []].flat();
  const lists = [node.entry, node.exit, ...transitions.map(({ actions }) => actions)];
  return lists.flat().every((action) => {
    if (typeof action === "string") return true;
    return typeof action === "object" && typeof action.params !== "function";
  });
}
