/*
 * What runs instead of a kernel: it checks that every byte of its image is where it should be and
 * as it should be, says so on the first serial port, and halts.
 *
 *   kexec-model payload: ok NAME bytes=N
 *   kexec-model payload: wrong at ADDRESS expected WORD got WORD
 *   kexec-model payload: wrong WHAT expected WORD got WORD
 *
 * It runs in what kexec leaves to it: 64-bit mode, nothing but identity-mapped memory, no
 * descriptor tables, no interrupts. It writes to its own stack only, after having checked that.
 *
 * Loaded by kexec_load, its table says where each segment is. By kexec_file_load the kernel chooses
 * the places and tells of them in the boot parameters: %rsi leads to them, and is 0 otherwise.
 */
#include "payload.h"
#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	COM1 = 0x3f8,
	COM1_STATUS = COM1 + 5,
	COM1_READY = 0x20,
	ENTRY_64_bytes = 0x200, /* a kernel file's 64-bit entry is that far behind its start */
	/* offsets in struct boot_params */
	RAMDISK_IMAGE = 0x218,
	RAMDISK_SIZE = 0x21c,
	CMD_LINE_PTR = 0x228,
};

__asm__(".section .entry, \"ax\"\n"
	".globl start\n"
	"start:	jmp	begin\n"
	"	.balign	32\n"
	".text\n"
	"begin:	cli\n"
	"	cld\n"
	"	mov	%rsi, %rdx\n"
	"	lea	stack_begin(%rip), %rdi\n"
	"	mov	$512, %ecx\n"
	"	xor	%eax, %eax\n"
	"	xor	%esi, %esi\n"
	"	repe scasq\n"
	"	je	1f\n"
	"	lea	-8(%rdi), %rsi\n" /* the first word of the stack that is not zero */
	"	mov	(%rsi), %rcx\n"
	"1:	lea	start(%rip), %rdi\n"
	"	lea	stack_end(%rip), %rsp\n"
	"	call	check_image\n");

__attribute__((section(".table"), used)) struct payload_table table;
extern const char stack_begin[], stack_end[];

/* ---- Reports ------------------------------------------------------------------------------ */

static void write_char(char c)
{
	uint8_t status;

	do
		__asm__ volatile("inb %1, %0" : "=a"(status) : "Nd"((uint16_t)COM1_STATUS));
	while (!(status & COM1_READY));
	__asm__ volatile("outb %0, %1" : : "a"(c), "Nd"((uint16_t)COM1));
}

static void write_text(const char *text)
{
	while (*text)
		write_char(*text++);
}

static void write_number(uint64_t number, unsigned base)
{
	char digits[20];
	unsigned count = 0;

	do
		digits[count++] = "0123456789abcdef"[number % base];
	while (number /= base);
	write_text(base == 16 ? "0x" : "");
	while (count)
		write_char(digits[--count]);
}

__attribute__((noreturn)) static void halt(void)
{
	write_text("\n");
	for (;;)
		__asm__ volatile("cli; hlt");
}

__attribute__((noreturn)) static void say_difference(uint64_t expected, uint64_t got)
{
	write_text(" expected ");
	write_number(expected, 16);
	write_text(" got ");
	write_number(got, 16);
	halt();
}

__attribute__((noreturn)) static void say_wrong(const char *what, uint64_t expected, uint64_t got)
{
	write_text("\nkexec-model payload: wrong ");
	write_text(what);
	say_difference(expected, got);
}

__attribute__((noreturn)) static void say_wrong_at(uint64_t address, uint64_t expected,
							uint64_t got)
{
	write_text("\nkexec-model payload: wrong at ");
	write_number(address, 16);
	say_difference(expected, got);
}

/* ---- Checks ------------------------------------------------------------------------------- */

/* The word that should be at an offset of a segment: its data, or the zeros behind them. */
static uint64_t expected_word(const struct payload_segment *segment, uint64_t offset)
{
	const uint64_t left = segment->bufsz > offset ? segment->bufsz - offset : 0;
	uint64_t word = segment->content ? segment->content << 32 | offset / 8 : 0;

	if (left < 8)
		word &= (1ull << left * 8) - 1;
	return table.wrong_at - segment->mem - offset < 8
		       ? word ^ 0xffull << (table.wrong_at - segment->mem - offset) * 8
		       : word;
}

static void check_words(const struct payload_segment *segment, uint64_t from, uint64_t to)
{
	for (uint64_t offset = from; offset < to; offset += 8) {
		const uint64_t got = *(const volatile uint64_t *)(segment->mem + offset);
		const uint64_t expected = expected_word(segment, offset);

		if (got != expected)
			say_wrong_at(segment->mem + offset, expected, got);
	}
}

/* Our own segment: zeros, the payload at `start`, zeros again. */
static void check_code(struct payload_segment segment, uint64_t start)
{
	const uint64_t bytes = (uint64_t)stack_end - start;
	const uint64_t sum =
		payload_sum((const uint64_t *)start, (uint64_t)stack_begin - start);

	if (sum != table.sum)
		say_wrong("sum of the code", table.sum, sum);
	segment.bufsz = 0;
	check_words(&segment, 0, start - segment.mem);
	check_words(&segment, start - segment.mem + bytes, segment.memsz);
}

/* By kexec_load: returns the number of bytes. */
static uint64_t check_segments(uint64_t start)
{
	uint64_t bytes = 0;

	for (uint64_t i = 0; i < table.nr_segments; i++) {
		const struct payload_segment *segment = &table.segment[i];

		if (segment->content != PAYLOAD_CODE)
			check_words(segment, 0, segment->memsz);
		else if (segment->mem != start)
			say_wrong("address of the code", segment->mem, start);
		else
			check_code(*segment, start);
		bytes += segment->memsz;
	}
	return bytes;
}

static uint32_t parameter(const char *boot_params, unsigned offset)
{
	return *(const uint32_t *)(boot_params + offset);
}

static bool starts_with(const char *text, const char *start)
{
	while (*start)
		if (*text++ != *start++)
			return false;
	return true;
}

static uint64_t length_of(const char *text)
{
	uint64_t length = 0;

	while (text[length])
		length++;
	return length;
}

/* The number, in hexadecimal, behind `elfcorehdr=0x`. */
static uint64_t elfcorehdr_of(const char *digit)
{
	uint64_t address = 0;

	for (; (*digit >= '0' && *digit <= '9') || (*digit >= 'a' && *digit <= 'f'); digit++)
		address = address << 4 | (*digit <= '9' ? *digit - '0' : *digit - 'a' + 10);
	return address;
}

/* The dump's header, which the kernel makes: an ELF core with notes and pieces of memory. */
static void check_elfcorehdr(uint64_t address)
{
	const Elf64_Ehdr *header = (const Elf64_Ehdr *)address;
	const Elf64_Phdr *program = (const Elf64_Phdr *)(address + sizeof(*header));
	uint64_t notes = 0, loads = 0;

	if (*(const uint32_t *)header->e_ident != 0x464c457f)
		say_wrong("elfcorehdr", 0x464c457f, *(const uint32_t *)header->e_ident);
	if (header->e_type != ET_CORE)
		say_wrong("type of elfcorehdr", ET_CORE, header->e_type);
	for (unsigned i = 0; i < header->e_phnum; i++) {
		notes += program[i].p_type == PT_NOTE;
		loads += program[i].p_type == PT_LOAD && program[i].p_memsz;
	}
	if (!notes || !loads)
		say_wrong("number of notes and loads in elfcorehdr", 1, notes < loads ? notes : loads);
}

/* By kexec_file_load: our segment, the initrd's, the command line. Returns the number of bytes. */
static uint64_t check_files(uint64_t start, const char *boot_params, bool *crash)
{
	static const char elfcorehdr[] = "elfcorehdr=0x";
	struct payload_segment code = table.segment[0], initrd = table.segment[1];
	const char *cmdline = (const char *)(uint64_t)parameter(boot_params, CMD_LINE_PTR);
	const uint64_t length = length_of(cmdline), end_length = length_of(table.cmdline);

	code.mem = start - ENTRY_64_bytes;
	check_code(code, start);
	initrd.mem = parameter(boot_params, RAMDISK_IMAGE);
	if (parameter(boot_params, RAMDISK_SIZE) != initrd.bufsz)
		say_wrong("initrd size", initrd.bufsz, parameter(boot_params, RAMDISK_SIZE));
	check_words(&initrd, 0, initrd.memsz);
	*crash = starts_with(cmdline, elfcorehdr);
	if (*crash)
		check_elfcorehdr(elfcorehdr_of(cmdline + sizeof(elfcorehdr) - 1));
	if (length < end_length || (!*crash && length != end_length))
		say_wrong("length of the command line", end_length, length);
	if (!starts_with(cmdline + length - end_length, table.cmdline))
		say_wrong("command line", (uint8_t)table.cmdline[0],
			  (uint8_t)cmdline[length - end_length]);
	return code.memsz + initrd.memsz;
}

/*
 * start: our first byte. dirty: a word of the stack that should have been zero and was `found`, or
 * 0. boot_params: 0 when loaded by kexec_load.
 */
__attribute__((used, noreturn)) void check_image(uint64_t start, uint64_t dirty,
						 const char *boot_params, uint64_t found)
{
	bool crash = false;
	uint64_t bytes;

	if (dirty)
		say_wrong_at(dirty, 0, found);
	bytes = boot_params ? check_files(start, boot_params, &crash) : check_segments(start);
	write_text("\nkexec-model payload: ok ");
	write_text(table.name);
	write_text(crash ? "-CRASH" : "");
	write_text(" bytes=");
	write_number(bytes, 10);
	halt();
}
