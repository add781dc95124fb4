import { useMemo } from "preact/hooks";
import type { Layout, Mem } from "../../../memory/layout.ts";
import type { KexecState } from "../../../model/simulation.ts";
import { param, setParams } from "../state/route.ts";
import { BoxRow } from "./box-row.tsx";
import { FrameMap } from "./frame-map.tsx";
import { ImageList } from "./image-list.tsx";
import { Legend } from "./legend.tsx";
import "./memory.css";
import "./frames.css"; // behind the former: its chips are smaller
import { memoryScene } from "./memory-scene.ts";
import type { Moment } from "./moment.ts";
import { storyOf } from "./story.ts";
import { StoryPanel } from "./story-panel.tsx";

export interface MemoryMapProps {
  readonly layout: Layout;
  readonly mem: Mem;
  /** The memory before the step that led here; null at the start. */
  readonly before: Mem | null;
  readonly state: KexecState;
  /** `frame:3`, `image:1`. */
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** The same moment of a second model; what is something else there is marked. */
  readonly other?: Moment | null;
}

/** The memory of the model at one moment: variables, images, page frames, and what changed. */
export function MemoryMap(props: MemoryMapProps) {
  const { layout, mem, before, state, selected, onSelect, other = null } = props;
  const scene = useMemo(
    () => memoryScene({ layout, mem, before, state, other }),
    [layout, mem, before, state, other],
  );
  const story = useMemo(() => {
    const former = before && { layout, mem: before };
    return selected === null ? null : storyOf({ layout, mem }, former, selected);
  }, [layout, mem, before, selected]);
  const { notice, boxes, images, groups, arrows } = scene;
  const drawsArrows = param("arrows") !== "off";
  return (
    <div class="memory-map">
      {notice !== null && <p class="notice">{notice}</p>}
      {boxes.length > 0 && <BoxRow boxes={boxes} selected={selected} onSelect={onSelect} />}
      <div class={boxes.length > 0 ? "memory-parts" : "memory-parts frames-only"}>
        {groups.length > 0 && (
          <FrameMap
            groups={groups}
            arrows={drawsArrows ? arrows : none}
            selected={selected}
            onSelect={onSelect}
          />
        )}
        {boxes.length > 0 && <ImageList images={images} selected={selected} onSelect={onSelect} />}
      </div>
      {story && <StoryPanel story={story} onClose={() => onSelect(null)} />}
      {groups.length > 0 && (
        <div class="map-foot">
          <Legend compares={other !== null} />
          <ArrowSwitch on={drawsArrows} />
        </div>
      )}
    </div>
  );
}

const none = [] as const;

function ArrowSwitch({ on }: { readonly on: boolean }) {
  return (
    <label class="arrow-switch">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) =>
          setParams({ arrows: currentTarget.checked ? null : "off" })
        }
      />{" "}
      arrows of the entry lists
    </label>
  );
}
