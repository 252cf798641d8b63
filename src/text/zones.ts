/** Names of time zones, found as they are typed. */

/** At most `most` zones whose name holds what was typed so far; those where a part of the name begins with it come first. */
export const zonesLike = (typed: string, most: number): readonly string[] => {
  const wanted = typed.trim().toLowerCase().replaceAll(" ", "_");
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
    zone,
    folded: zone.toLowerCase(),
  }));
  const begins = zones.filter(({ folded }) => folded.split("/").some((part) => part.startsWith(wanted)));
  const holds = zones.filter((one) => !begins.includes(one) && one.folded.includes(wanted));
  return [...begins, ...holds].slice(0, most).map(({ zone }) => zone);
};
