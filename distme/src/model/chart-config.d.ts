/** The parts of a machine's configuration that the composer rewrites. */
export interface NodeConfig {
    id?: string;
    type?: string;
    states?: Record<string, NodeConfig>;
    on?: Record<string, TransitionConfig | TransitionConfig[]>;
    always?: TransitionConfig | TransitionConfig[];
    initial?: string;
    context?: unknown;
    [other: string]: unknown;
}
export interface TransitionConfig {
    target?: string;
    guard?: unknown;
    actions?: unknown;
    [other: string]: unknown;
}
