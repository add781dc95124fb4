import { ELFCOREHDR } from "../content.ts";
import { updateElfcorehdr } from "../elfcorehdr.ts";
import { setContent } from "../frames.ts";
import { get, imagePlan, KEXEC_CRASH_IMAGE } from "../layout.ts";
import type { MemOperation, Variants } from "./variant.ts";

export const updateElfcorehdrVariants = {
  "wrong-segment-rewritten": {
    breaks: "a hotplug event rewrites the page in front of the elfcorehdr, too",
    instead: (layout, mem) => {
      const [first] = imagePlan(layout, mem, get(mem, KEXEC_CRASH_IMAGE)).destinations;
      updateElfcorehdr(layout, mem);
      if (first !== undefined) setContent(layout, mem, first + 1, ELFCOREHDR);
    },
  },
} satisfies Variants<MemOperation>;

export const saveVmcoreinfoVariants = {
  "panic-saves-no-vmcoreinfo": {
    breaks: "a panic leaves vmcoreinfo as it was when the image was loaded",
    instead: () => {},
  },
} satisfies Variants<MemOperation>;
