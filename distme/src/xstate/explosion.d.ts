import { type Searched, type Statistics } from "../checker/statistics.ts";
import type { MachineModel } from "./machine-model.ts";
import type { EventLike, NamedByte } from "./options.ts";
/**
 * Says why a machine has so many states: values per region of the chart and per variable of the
 * context, new states per event type, levels.
 *
 * @param names of the bytes of a layout; without them a byte has its number
 */
export declare function explosionOf<C, E extends EventLike>(machine: MachineModel<C, E>, searched: Searched, names?: readonly NamedByte[]): Statistics;
