import { fileOf, type Rule } from "./rule.ts";

/** Sources are https addresses on hosts that the record knows; the list holds no host that is not needed. */
export const hosts: Rule = (reading) => {
  const listed = new Set(reading.hosts);
  const used = new Set<string>();
  const problems = reading.knowledge.sources.flatMap(({ id, url }) => {
    const { protocol, hostname } = new URL(url);
    used.add(hostname);
    const file = fileOf(reading, "source", id);
    return [
      ...(protocol === "https:" ? [] : [{ file, field: "url", what: "is not https: find the https address" }]),
      ...(listed.has(hostname)
        ? []
        : [{ file, field: "url", what: `the host ${hostname} is not in hosts.json: check the address, then add the host` }]),
    ];
  });
  const idle = reading.hosts.filter((host) => !used.has(host));
  return [...problems, ...idle.map((host) => ({ file: "hosts.json", field: host, what: "no source uses this host: take it out" }))];
};
