import { GuestError } from "./agent.ts";
import type { Guest } from "./guest.ts";

/** Addresses by symbol: without KASLR they stay the same as long as the kernel does. */
const addresses = new WeakMap<Guest, Map<string, readonly bigint[]>>();

export async function addressesOf(guest: Guest, symbol: string): Promise<readonly bigint[]> {
  const known = addresses.get(guest) ?? new Map<string, readonly bigint[]>();
  addresses.set(guest, known);
  const found = known.get(symbol) ?? (await lookUp(guest, symbol));
  known.set(symbol, found);
  return found;
}

async function lookUp({ vm: { agent } }: Guest, symbol: string): Promise<readonly bigint[]> {
  for (const name of otherNames[symbol] ?? [symbol]) {
    const found = await agent.symbols(name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Functions whose name depends on the version. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "kmalloc of a constant size": [
    "__kmalloc_cache_noprof", // 6.11
    "kmalloc_trace", // 6.1
    "kmem_cache_alloc_trace",
  ],
  "control pages in the region": [
    "kimage_alloc_crash_control_pages",
    "kimage_alloc_control_pages", // where the other is a part of it
  ],
};

export async function addressOf(guest: Guest, symbol: string): Promise<bigint> {
  const [address] = await addressesOf(guest, symbol);
  if (address !== undefined) return address;
  throw missing(symbol);
}

export function missing(symbol: string): GuestError {
  return new GuestError(`expected a kernel with the function ${symbol}, got none`);
}
