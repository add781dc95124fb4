/*
 * What the payload is told, and where: its table stands at a fixed place behind its first jump.
 *
 * Who loads the payload fills in the table: the agent (jump.c) for kexec_load, the driver
 * (linux/payload.ts) for the kernel file of kexec_file_load.
 */
#ifndef KEXEC_MODEL_PAYLOAD_H
#define KEXEC_MODEL_PAYLOAD_H

#include <stdint.h>

enum {
	PAYLOAD_TABLE_offset = 32,
	PAYLOAD_STACK_bytes = 4096, /* the last bytes of the payload: zeros, which it checks first */
	PAYLOAD_SEGMENTS_MAX = 16,
};

/* What `content` is, if no seed: see fill_page. A seed has 32 bits. */
#define PAYLOAD_CODE (1ull << 32)

struct payload_segment {
	uint64_t mem, memsz, bufsz; /* mem: 0 by file, where the kernel chooses it */
	uint64_t content;           /* PAYLOAD_CODE, or the seed of its words; 0: all zeros */
};

struct payload_table {
	uint64_t sum;      /* payload_sum of all but this word and the stack */
	uint64_t wrong_at; /* address of a byte that is expected to be its complement; 0: none */
	char name[16];     /* what the report calls the image */
	uint64_t nr_segments;
	struct payload_segment segment[PAYLOAD_SEGMENTS_MAX];
	char cmdline[64]; /* by file: how the command line ends */
};

/* FNV-1a over 64-bit words. */
static inline uint64_t payload_sum(const uint64_t *payload, uint64_t bytes)
{
	uint64_t sum = 0xcbf29ce484222325;

	for (uint64_t i = 0; i < bytes / 8; i++)
		if (i != PAYLOAD_TABLE_offset / 8)
			sum = (sum ^ payload[i]) * 0x100000001b3;
	return sum;
}

#endif
