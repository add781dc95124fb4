import { useMemo } from "preact/hooks";
import { stateInfo } from "../../chart/info.ts";
import type { SpecificationSection } from "../../review/parts.ts";
import { specification } from "../state/review.ts";
import { go } from "../state/route.ts";
import { Markdown } from "./markdown-view.tsx";
import { Fold } from "./parts.tsx";
import { linkedSubject, sectionAbout } from "./specification.ts";

/** What `spec/` says of a state or property, or of the state around it. */
export function SpecificationOf({
  subject,
  onSelect,
}: {
  readonly subject: string;
  readonly onSelect: (path: string) => void;
}) {
  const sections = specification.value ?? none;
  // a step changes neither
  return useMemo(() => textOf(sections, subject, onSelect), [sections, subject, onSelect]);
}

const none: readonly SpecificationSection[] = [];

function textOf(
  sections: readonly SpecificationSection[],
  subject: string,
  onSelect: (path: string) => void,
) {
  const section = sectionAbout(sections, subject);
  if (!section) return null;
  const { page, text } = section;
  const about = section.subject === subject ? "" : `, of ${section.subject}`;
  return (
    <Fold title={`Specification: spec/${page}${about}`} isOpen>
      <Markdown
        markdown={text}
        subjectOf={(href) => linkedSubject(sections, page, href)}
        onSubject={(linked) => {
          if (stateInfo(linked)) onSelect(linked);
          else go("verdicts", { property: linked });
        }}
      />
    </Fold>
  );
}
