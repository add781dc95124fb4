import type { Layout, Mem } from "../layout.ts";
/** One thing wrong in one operation: what stands in for it, and what that breaks. */
export interface Variant<Operation> {
    readonly breaks: string;
    readonly instead: Operation;
}
/** Named wrong versions of one operation. */
export type Variants<Operation> = Readonly<Record<string, Variant<Operation>>>;
export type MemOperation = (layout: Layout, mem: Mem) => void;
export type TaskOperation = (layout: Layout, mem: Mem, task: number) => void;
export type ImageOperation = (layout: Layout, mem: Mem, image: number) => void;
export type TaskQuestion = (layout: Layout, mem: Mem, task: number) => boolean;
export type ImageQuestion = (layout: Layout, mem: Mem, image: number) => boolean;
