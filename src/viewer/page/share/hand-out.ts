/** Copies a text. @returns whether the browser let it; a page on a disk may have no clipboard */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no clipboard, or no permission: the reader copies by hand
  }
}

/** Lets the browser save a text as a file. */
export function saveFile(name: string, text: string, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // the browser has begun to read it when the click returns, but need not be done
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
