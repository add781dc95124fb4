import { GuestError } from "./agent.ts";
import type { Guest } from "./guest.ts";
export declare function addressesOf(guest: Guest, symbol: string): Promise<readonly bigint[]>;
export declare function addressOf(guest: Guest, symbol: string): Promise<bigint>;
export declare function missing(symbol: string): GuestError;
