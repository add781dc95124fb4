import { ELFCOREHDR } from "../content.js";
import { updateElfcorehdr } from "../elfcorehdr.js";
import { setContent } from "../frames.js";
import { get, imagePlan, KEXEC_CRASH_IMAGE } from "../layout.js";
export const updateElfcorehdrVariants = {
    "wrong-segment-rewritten": {
        breaks: "a hotplug event rewrites the page in front of the elfcorehdr, too",
        instead: (layout, mem) => {
            const [first] = imagePlan(layout, mem, get(mem, KEXEC_CRASH_IMAGE)).destinations;
            updateElfcorehdr(layout, mem);
            if (first !== undefined)
                setContent(layout, mem, first + 1, ELFCOREHDR);
        },
    },
};
export const saveVmcoreinfoVariants = {
    "panic-saves-no-vmcoreinfo": {
        breaks: "a panic leaves vmcoreinfo as it was when the image was loaded",
        instead: () => { },
    },
};
//# sourceMappingURL=elfcorehdr.js.map