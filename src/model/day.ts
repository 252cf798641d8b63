/** Calendar days, `YYYY-MM-DD`, in America/New_York unless said otherwise. Strings, so that they sort and serialise as they are. */

export type Day = string;

/** A date of the record: a day, or a month or a year where no day is established. */
export type LooseDay = string;

/** Whether `text` is a calendar day that exists (`2021-02-30` does not). */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Whether `text` is a day, a month (`2020-09`) or a year (`2020`) that exists. */
export const isLooseDay = (text: string): boolean =>
  /^\d{4}$/.test(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) || isDay(text);

/** The first day of a loose day. */
export const firstDay = (date: LooseDay): Day => `${date}-01-01`.slice(0, 10).padEnd(10, "-01");

/** The last day of a loose day. */
export const lastDay = (date: LooseDay): Day => {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  return addDays(addMonths(`${date}-01`, 1), -1);
};

/** `day` moved by a number of days, forwards or back. */
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString();

/** Days from `from` to `to`: negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
