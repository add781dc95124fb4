import { type KexecModel, kexecModel } from "../../model/model.ts";
import { editOf, type Subject, worldOf } from "../subject.ts";

/** The model of a subject. @throws RangeError when there is none of its names */
export function subjectModel(subject: Subject): KexecModel {
  return kexecModel(worldOf(subject), editOf(subject));
}
