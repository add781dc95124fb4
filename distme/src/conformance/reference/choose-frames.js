/**
 * Hands a file load the frames that the model hands it: frames that no request names first, then
 * the lowest. Whether a frame fits the kernel under test says itself.
 */
export function modelsChoice(layout, machine) {
    const all = Array.from({ length: layout.frames }, (_, pfn) => pfn);
    const isLast = (pfn) => !layout.isInterchangeable[pfn];
    const order = [...all.filter((pfn) => !isLast(pfn)), ...all.filter(isLast)];
    const frames = order.map((pfn) => machine.frameOf(pfn));
    return (count, fits) => {
        const chosen = frames.filter(fits).slice(0, count);
        return chosen.length === count ? chosen : null;
    };
}
//# sourceMappingURL=choose-frames.js.map