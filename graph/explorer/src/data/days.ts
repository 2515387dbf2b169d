/** Days as whole numbers since 1970-01-01, and as texts YYYY-MM-DD. */

import { PERIOD } from "../text/strings";

const DAY = 86_400_000;

/** Return the number of a day, or null for what is no day. */
export function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || dayText(Math.round(time / DAY)) !== text
    ? null
    : Math.round(time / DAY);
}

/** Return the text of a day. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Return the year of a day. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Return the first day of a year. */
export function yearStart(year: number): number {
  return Math.round(Date.UTC(year, 0, 1) / DAY);
}

/**
 * Return in words from when until when something holds; empty when neither is known. What begins
 * after the day of the release is planned.
 */
export function period(start: string, end: string, release: string): string {
  if (start && end) return start === end ? start : `${start} – ${end}`;
  if (start > release.slice(0, start.length)) return PERIOD.planned(start);
  if (start) return PERIOD.since(start);
  return end ? PERIOD.until(end) : "";
}
