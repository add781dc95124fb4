/*
 * Images that are run: the payload in a segment's buffer.
 */
#define _GNU_SOURCE
#include "agent.h"
#include "payload.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char payload[] = "/payload";

/* Has the buffer room for the payload? */
bool payload_fits(const struct segment *segment)
{
	struct stat file;

	return !stat(payload, &file) && bytes_read(segment) >= (uint64_t)file.st_size;
}

static uint64_t content_of(const struct segment *segment)
{
	if (segment->buffer == BUF_CODE)
		return PAYLOAD_CODE;
	return segment->buffer == BUF_SEED ? segment->number : 0;
}

/* Writes the payload into a buffer of zeros, and into its table what the call asks for. */
void put_payload(const struct call *call, char *buffer, size_t size)
{
	struct payload_table *table = (struct payload_table *)(buffer + PAYLOAD_TABLE_offset);
	const int fd = open_file(payload, O_RDONLY);
	const ssize_t length = read(fd, buffer, size);

	close(fd);
	if (length < 0 || call->segments > PAYLOAD_SEGMENTS_MAX)
		die("the payload of an image");
	strcpy(table->name, call->flags & KEXEC_ON_CRASH ? "CRASH" : "NORMAL");
	table->wrong_at = call->wrong_at;
	table->nr_segments = call->segments;
	for (unsigned i = 0; i < call->segments; i++) {
		const struct segment *segment = &call->segment[i];

		table->segment[i] = (struct payload_segment){
			segment->mem, segment->memsz, segment->bufsz, content_of(segment),
		};
	}
	table->sum = payload_sum((uint64_t *)buffer, length - PAYLOAD_STACK_bytes);
}
