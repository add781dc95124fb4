import { kexecModel } from "../../model/model.js";
import { editOf, worldOf } from "../subject.js";
/** The model of a subject. @throws RangeError when there is none of its names */
export function subjectModel(subject) {
    return kexecModel(worldOf(subject), editOf(subject));
}
//# sourceMappingURL=subject.js.map