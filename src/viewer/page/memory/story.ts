import { entryKinds, walk } from "../../../memory/entries.ts";
import { ownerOf, purposeOf } from "../../../memory/frames.ts";
import { statusOf } from "../../../memory/kimage.ts";
import {
  CONTROL_CODE,
  get,
  HOLE,
  imageAt,
  imagePlan,
  imageStatus,
} from "../../../memory/layout.ts";
import { isRelocating, nextMove } from "../../../memory/relocation.ts";
import { variables } from "../../../memory/variables.ts";
import { entryName, frameName, purposeName } from "../../../model/describe.ts";
import { destinationsAt } from "./destinations.ts";
import { holdersOf } from "./image-cards.ts";
import { counted, imagesOf, type Moment, range } from "./moment.ts";
import { variableWords } from "./variable-words.ts";

/** A variable of the selected thing. */
export interface StoryVariable {
  readonly name: string;
  /** In words. */
  readonly value: string;
  /** What it was before the step; null: the same. */
  readonly was: string | null;
}

/** Everything that there is to say of a frame or an image. */
export interface Story {
  readonly title: string;
  /** What it is, in a sentence or two. */
  readonly text: string;
  readonly variables: readonly StoryVariable[];
  /** Who or what refers to it, and what it refers to. */
  readonly references: readonly string[];
}

/** @param id `frame:3`, `image:1` @returns null for what is neither */
export function storyOf(moment: Moment, before: Moment | null, id: string): Story | null {
  const [, kind, number] = /^(frame|image):(\d{1,3})$/.exec(id) ?? [];
  if (kind === undefined || number === undefined) return null;
  const n = Number(number);
  return kind === "frame" ? frameStory(moment, before, n) : imageStory(moment, before, n);
}

function frameStory(moment: Moment, before: Moment | null, pfn: number): Story {
  const { layout, mem } = moment;
  const title = `frame ${pfn}`;
  const wanted = destinationsAt(moment, pfn).map(
    ({ request, text }) => `destination of "${request}": ${text}`,
  );
  if (pfn >= layout.frames) {
    const text = "There is no memory behind the end: what is moved there is kept nowhere.";
    return { title, text, variables: [], references: wanted };
  }
  return {
    title,
    text: frameName(layout, mem, pfn),
    variables: variablesOf(moment, before, title),
    references: [
      ...owning(moment, pfn),
      ...imagesOf(moment).flatMap(naming(moment, pfn)),
      ...wanted,
    ],
  };
}

/** Why the owner of a frame will find it again, or will not. */
function owning({ layout, mem }: Moment, pfn: number): string[] {
  const owner = ownerOf(layout, mem, pfn);
  if (owner === 0) return [];
  if (owner <= layout.imagesMax) return [`belongs to image ${owner}`];
  return ["its image is gone: nobody can free it"];
}

/** Where an image and its list name a frame. */
function naming({ layout, mem }: Moment, pfn: number): (image: number) => string[] {
  return (image) => {
    if (statusOf(layout, mem, image) !== imageStatus.LIVE) return [];
    const at = imageAt(layout, image);
    const entries = walk(layout, mem, image).flatMap((entry, i) => {
      const named = entry.kind === entryKinds.DESTINATION || entry.kind === entryKinds.SOURCE;
      return named && entry.value === pfn
        ? [`entry ${i} of image ${image}: ${entryName(entry)}`]
        : [];
    });
    const next = isRelocating(mem) ? nextMove(layout, mem) : null;
    return [
      ...entries,
      ...(get(mem, at + CONTROL_CODE) === pfn + 1 ? [`control code page of image ${image}`] : []),
      ...(get(mem, at + HOLE) === pfn
        ? [`image ${image} looks here for its next control page`]
        : []),
      ...(next?.to === pfn ? ["the next page that is moved comes here"] : []),
      ...(next?.from === pfn ? ["is moved next"] : []),
    ];
  };
}

function imageStory(moment: Moment, before: Moment | null, image: number): Story {
  const { layout, mem } = moment;
  const title = `image ${image}`;
  if (image < 1 || image > layout.imagesMax) {
    return { title, text: "There is no such image.", variables: [], references: [] };
  }
  const status = statusOf(layout, mem, image);
  if (status !== imageStatus.LIVE) {
    const text =
      status === imageStatus.UNUSED ? "It is not allocated here." : "It was freed under this lock.";
    return { title, text, variables: variablesOf(moment, before, title), references: [] };
  }
  const { request } = imagePlan(layout, mem, image);
  const holders = holdersOf(moment, image);
  const holds = holders.length === 0 ? "Nobody has its address." : "";
  return {
    title,
    text: `Allocated for "${request.name}". ${holds}`.trim(),
    variables: variablesOf(moment, before, title),
    references: [
      ...holders.map((name) => `${name} leads to it`),
      ...owned(moment, image),
      ...wants(moment, image),
    ],
  };
}

/** The frames of an image, purpose by purpose. */
function owned({ layout, mem }: Moment, image: number): string[] {
  const uses = new Map<number, number[]>();
  for (const pfn of range(layout.frames)) {
    if (ownerOf(layout, mem, pfn) !== image) continue;
    const purpose = purposeOf(layout, mem, pfn);
    uses.set(purpose, [...(uses.get(purpose) ?? []), pfn]);
  }
  return [...uses.values()].map((pfns) => {
    const use = purposeName(layout, mem, pfns[0] ?? 0);
    return `${use}: frame${pfns.length > 1 ? "s" : ""} ${pfns.join(", ")}`;
  });
}

function wants({ layout, mem }: Moment, image: number): string[] {
  return imagePlan(layout, mem, image).segments.map(({ start, pages }, i) => {
    const frames = pages.map(({ destination }) => destination);
    const place = frames.length === 0 ? `empty, at frame ${start}` : `frames ${frames.join(", ")}`;
    return `segment ${i} goes to ${frames.length === 1 ? `frame ${start}` : place}`;
  });
}

/** Every variable of the selected thing; words of a list that are empty stand in one row. */
function variablesOf(moment: Moment, before: Moment | null, title: string): StoryVariable[] {
  const all = namedVariables(moment, before, title);
  const isEmpty = ({ name, value, was }: StoryVariable): boolean =>
    name.startsWith("list word") && value === "0" && was === null;
  const last = all.findLastIndex((variable) => !isEmpty(variable));
  const rest = all.length - 1 - last;
  if (rest < 2) return all;
  const first = all[last + 1]?.name ?? "";
  const name = `${first} and the ${counted(rest - 1, "word")} behind it`;
  return [...all.slice(0, last + 1), { name, value: "0", was: null }];
}

/** Every variable whose name begins with the title. */
function namedVariables(moment: Moment, before: Moment | null, title: string): StoryVariable[] {
  return variables(moment.layout)
    .filter(({ name }) => name.startsWith(`${title}: `))
    .map(({ name, at }) => {
      const short = name.slice(title.length + 2);
      const changed = before !== null && get(before.mem, at) !== get(moment.mem, at);
      return {
        name: short,
        value: variableWords(moment, title, { name: short, at }),
        was: changed ? variableWords(before, title, { name: short, at }) : null,
      };
    });
}
