import { type KexecModel } from "../../model/model.ts";
import { type Subject } from "../subject.ts";
/** The model of a subject. @throws RangeError when there is none of its names */
export declare function subjectModel(subject: Subject): KexecModel;
