export {};
//# sourceMappingURL=variant.js.map