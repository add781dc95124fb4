export {};
//# sourceMappingURL=meta.js.map