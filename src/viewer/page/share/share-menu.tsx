import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { index } from "../state/review.ts";
import { step } from "../state/session.ts";
import { CopyDialog } from "./copy-dialog.tsx";
import { copied } from "./hand-out.ts";
import { type CopiedText, type Offer, offersOf } from "./offers.ts";
import type { SharedTrace } from "./shared-trace.ts";
import "./share.css";

interface ShareMenuProps {
  readonly trace: SharedTrace;
  /** Saves the chart that is shown; null when none is. */
  readonly onSaveChart: (() => void) | null;
}

/** Everything that a trace can be taken away as. */
export function ShareMenu({ trace, onSaveChart }: ShareMenuProps) {
  const said = useSignal("");
  const byHand = useSignal<CopiedText | null>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    menu.current?.removeAttribute("open");
    menu.current?.querySelector("summary")?.focus();
  };
  const take = async (offer: Offer): Promise<void> => {
    const taken = offer.take();
    if (typeof taken !== "string" && !(await copied(taken.text))) {
      byHand.value = taken;
      return;
    }
    said.value = typeof taken === "string" ? taken : `${taken.name} copied. ${taken.note ?? ""}`;
    close();
  };
  const tool = index.value?.tool ?? "kexec-model";
  return (
    <div class="share">
      <details ref={menu} onKeyDown={({ key }) => key === "Escape" && close()} onFocusOut={shut}>
        <summary>Share</summary>
        <div class="share-menu">
          {offersOf(trace, { step: step.value, tool, onSaveChart }).map((offer) => (
            <OfferButton key={offer.name} offer={offer} onTake={() => void take(offer)} />
          ))}
        </div>
      </details>
      <output class="share-said" aria-live="polite">
        {said.value}
      </output>
      {byHand.value && (
        <CopyDialog
          copy={byHand.value}
          onClose={() => {
            byHand.value = null;
            close();
          }}
        />
      )}
    </div>
  );
}

/** The menu closes when the focus goes elsewhere. */
function shut({ currentTarget, relatedTarget }: preact.TargetedFocusEvent<HTMLElement>): void {
  const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
  if (relatedTarget !== null && !isInside) currentTarget.removeAttribute("open");
}

function OfferButton({
  offer: { name, whyNot },
  onTake,
}: {
  readonly offer: Offer;
  readonly onTake: () => void;
}) {
  return (
    <button type="button" class="plain" disabled={whyNot !== null} onClick={onTake}>
      {name}
      {whyNot !== null && <span class="why-not">{whyNot}</span>}
    </button>
  );
}
