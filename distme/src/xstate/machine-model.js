export {};
//# sourceMappingURL=machine-model.js.map