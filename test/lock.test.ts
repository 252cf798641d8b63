import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

type Package = {
  readonly optionalDependencies?: Record<string, string>;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly dev?: boolean;
};

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8")) as {
  packages: Record<string, Package>;
};

test("every optional dependency is in the lock, so that it installs on every system", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map((name) => `${path || "package.json"} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test("nothing runs a script of its own when it is installed", () => {
  expect(
    Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path),
  ).toEqual([]);
});

test("the lock names no registry", () => {
  expect(
    Object.entries(packages)
      .filter(([, { resolved }]) => resolved)
      .map(([path]) => path),
  ).toEqual([]);
});
