import type { Model } from "../checker/model.ts";
import type { Chart } from "./chart.ts";
import type { ContextCodec } from "./context.ts";
import type { Coverage } from "./coverage.ts";
import type { StateView } from "./property.ts";
/** How steps were computed and contexts were stored, for the report. */
export interface EngineReport {
    /** `compiled`: the chart as generated code. `interpreter`: XState takes every step. */
    readonly steps: "compiled" | "interpreter";
    /** `layout`: the context's bytes are the state. `interned`: contexts have numbers. */
    readonly contexts: "layout" | "interned";
    /** Why the machine is not compiled; null when it is, or when nobody wanted it to be. */
    readonly why: string | null;
}
/** A machine as the engine explores it, and the means to read its states. */
export interface MachineModel<C, E> {
    readonly model: Model<E, StateView<C>>;
    readonly chart: Chart;
    readonly codec: ContextCodec<C>;
    readonly engine: EngineReport;
    /** Whether the words of a state mean the same in another thread or process. */
    readonly portable: boolean;
    readonly coverage: () => Coverage;
    /** From now on steps are replays, and do not count. */
    readonly stopCounting: () => void;
}
