import { useEffect, useRef } from "preact/hooks";
import type { CopiedText } from "./offers.ts";

interface CopyDialogProps {
  readonly copy: CopiedText;
  readonly onClose: () => void;
}

/** A text to be copied by hand, where the browser keeps its clipboard from the page. */
export function CopyDialog({ copy: { name, text, note }, onClose }: CopyDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    area.current?.focus();
    area.current?.select();
  }, []);
  return (
    <dialog ref={dialog} class="copy-dialog" aria-labelledby="copy-title" onClose={onClose}>
      <h2 id="copy-title">{name}</h2>
      <p>The browser keeps its clipboard from this page. The text is selected: copy it by hand.</p>
      {note !== null && <p>{note}</p>}
      <textarea ref={area} readOnly rows={12} aria-label={name} value={text} />
      <div class="buttons">
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
