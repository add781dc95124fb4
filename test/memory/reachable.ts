import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { explore } from "../../src/checker/explore.ts";
import type { Model } from "../../src/checker/model.ts";
import { createLayout, type Layout, type Mem } from "../../src/memory/layout.ts";
import { kexecModel } from "../../src/model/model.ts";
import type { World } from "../../src/model/worlds.ts";
import { interpret } from "../../src/xstate/interpreter.ts";
import type { StateView } from "../../src/xstate/property.ts";

/** The engine's model of a world, and its reachable states as the engine stores them. */
export interface Reachable {
  readonly layout: Layout;
  readonly model: Model<KexecEvent, StateView<KexecContext>>;
  readonly states: readonly Int32Array[];
}

/** Explores a world completely and keeps every state that `keep` wants. */
export function reachable(world: World, keep: (index: number) => boolean): Reachable {
  const layout = createLayout(world.bounds);
  const { machine, options } = kexecModel(world);
  const { model } = interpret<KexecContext, KexecEvent>(machine, options);
  const states: Int32Array[] = [];
  let index = 0;
  explore(
    { ...model, view: (state) => state },
    {
      checks: [
        {
          kind: "always",
          name: "collect",
          continues: true,
          judge: (state: Int32Array) => {
            if (keep(index++)) states.push(state.slice());
            return "good";
          },
        },
      ],
    },
  );
  return { layout, model, states };
}

/** The bytes of a stored state, behind the word of its configuration; a view, not a copy. */
export function memOf(state: Int32Array): Mem {
  return new Uint8Array(state.buffer, state.byteOffset + 4, (state.length - 1) * 4);
}
