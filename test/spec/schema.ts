/** Paths of the fields of a schema that say nothing of themselves; a constant says everything. */
export function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== "properties") return undescribed(value, `${path}/${key}`);
    return Object.entries(value).flatMap(([name, field]) => {
      const silent = !["description", "$ref", "const"].some((word) => hasKey(field, word));
      return [...(silent ? [`${path}/${name}`] : []), ...undescribed(field, `${path}/${name}`)];
    });
  });
}

function hasKey(field: unknown, key: string): boolean {
  return typeof field === "object" && field !== null && key in field;
}
