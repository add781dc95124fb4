import { type Pfn } from "../../../memory/bounds.ts";
import { nestCalls } from "./call-nesting.ts";
/** Where control pages are wanted: the control code and the swap page, page tables, vmcoreinfo. */
export type ControlUse = "control" | "swap" | "tables" | "vmcoreinfo";
/** What one event of the kernel's trace says about the call. */
export type Sight = 
/** kexec_load is entered. */
{
    readonly kind: "call-entered";
}
/** kexec_load_permitted has decided. */
 | {
    readonly kind: "permission";
    readonly granted: boolean;
} | {
    readonly kind: "load-entered";
    readonly nr_segments: number;
    readonly flags: number;
} | {
    readonly kind: "unprotected";
}
/** kimage_free is called for an image; 0: for NULL. */
 | {
    readonly kind: "freed";
    readonly image: bigint;
} | {
    readonly kind: "image-allocated";
    readonly image: bigint;
}
/** A function is called for an image. */
 | {
    readonly kind: "image-used";
    readonly image: bigint;
} | {
    readonly kind: "list-checked";
    readonly result: number;
} | {
    readonly kind: "control-wanted";
    readonly use: ControlUse;
}
/** The page allocator has answered for a control page; `pages` from `frame` on, or none. */
 | {
    readonly kind: "control-frame";
    readonly use: ControlUse;
    readonly frame: Pfn | null;
    readonly pages: number;
}
/** A control page of a normal image: what the allocator said last, and what is handed out. */
 | {
    readonly kind: "control-given";
    readonly use: ControlUse;
    readonly frame: Pfn | null;
    readonly allocated: Pfn | null;
}
/** Control pages of a crash image, from `frame` on; or none. */
 | {
    readonly kind: "hole";
    readonly use: ControlUse;
    readonly frame: Pfn | null;
    readonly pages: number;
} | {
    readonly kind: "prepared";
    readonly result: number;
}
/** `hole`: what the region had for it; null when it did not ask. */
 | {
    readonly kind: "vmcoreinfo";
    readonly result: number;
    readonly hole: {
        readonly frame: Pfn | null;
    } | null;
} | {
    readonly kind: "segment-begun";
    readonly image: bigint;
} | {
    readonly kind: "segment-ended";
    readonly segment: number;
    readonly result: number;
}
/** kimage_add_entry is called for a destination, or for a source page. */
 | {
    readonly kind: "entry";
    readonly entry: "destination" | "source";
    readonly frame: Pfn;
} | {
    readonly kind: "entry-added";
    readonly result: number;
}
/** The page allocator has answered for a source page, or (no destination) for a list page. */
 | {
    readonly kind: "frame";
    readonly destination: Pfn | null;
    readonly frame: Pfn | null;
}
/** kimage_alloc_page hands out a page; `asked`: whether it had asked the page allocator. */
 | {
    readonly kind: "page-given";
    readonly destination: Pfn | null;
    readonly frame: Pfn | null;
    readonly asked: boolean;
} | {
    readonly kind: "terminated";
    readonly image: bigint;
} | {
    readonly kind: "post-load";
    readonly result: number;
} | {
    readonly kind: "protected";
} | {
    readonly kind: "load-returned";
    readonly result: number;
} | {
    readonly kind: "call-returned";
    readonly result: number;
}
/** What the model's request has no counterpart for. */
 | {
    readonly kind: "astray";
    readonly why: string;
}
/** The trace is over. */
 | {
    readonly kind: "ended";
}
/** No kernel does this: its own calls do not fit into each other. */
 | {
    readonly kind: "impossible";
    readonly why: string;
};
/** A sight, and the event of the trace that it is. */
export interface PlacedSight {
    readonly index: number;
    readonly sight: Sight;
}
/** Reads what a call's trace says, in order. Events that say nothing new have no sight. */
export declare function sightsOf(events: Parameters<typeof nestCalls>[0]): readonly PlacedSight[];
