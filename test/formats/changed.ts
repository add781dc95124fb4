/** A value as it comes from a file, with one part of it changed; undefined removes that part. */
export function changed(good: unknown, path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(good));
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  // the paths of the tests exist
  const place = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

/** The message that a value is refused with; "accepted" when it is not. */
export function refusal(read: () => unknown, kind: new (message: string) => Error): string {
  try {
    read();
  } catch (error) {
    if (error instanceof kind) return error.message;
    throw error;
  }
  return "accepted";
}
