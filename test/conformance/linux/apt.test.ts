import { describe, expect, it } from "vitest";
import { parseSources, sourcesList } from "../../../src/conformance/linux/apt.ts";
import { EnvironmentError } from "../../../src/conformance/linux/environment.ts";

const lines = `
# deb http://old.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
deb [arch=amd64 signed-by=/keys/debian.gpg] http://mirror.example/debian bookworm main contrib
deb http://security.example/debian-security bookworm-security main
deb https://other.example/apt nodistro main
`;

const stanzas = `
Types: deb deb-src
# the mirror of this house
URIs: http://mirror.example/debian
Suites: trixie trixie-updates
Components: main
Signed-By: /keys/debian.gpg

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: trixie
Components: main

Types: deb
URIs: http://security.example/debian-security
Suites: trixie-security
Components: main
`;

describe("the machine's apt sources", () => {
  it("are read in both formats, Debian's binary ones only", () => {
    const uris = ["http://mirror.example/debian", "http://security.example/debian-security"];
    expect(parseSources(lines).map(({ uri }) => uri)).toEqual(uris);
    expect(parseSources(stanzas).map(({ uri }) => uri)).toEqual(uris);
  });

  it("give the mirrors for another suite", () => {
    const expected =
      "deb [signed-by=/keys/debian.gpg] http://mirror.example/debian bullseye main\n" +
      "deb http://security.example/debian-security bullseye-security main\n";
    expect(sourcesList(parseSources(lines), "bullseye")).toBe(expected);
    expect(sourcesList(parseSources(stanzas), "bullseye")).toBe(expected);
  });

  it("give no security mirror for sid, which has none", () => {
    expect(sourcesList(parseSources(lines), "sid")).not.toContain("security");
  });

  it("without Debian are an error that says what to do", () => {
    expect(() => sourcesList([], "bookworm")).toThrow(EnvironmentError);
    expect(() => sourcesList([], "bookworm")).toThrow(/expected a Debian mirror.*--image PATH/);
  });
});
