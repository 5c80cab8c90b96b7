// Prints as JSON what ical.js makes of the calendar on standard input.
// Arguments: the file of the ical.js module, the first and the last day (YYYY-MM-DD) of the expansion.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , modulePath, first, last] = process.argv;
const { default: ICAL } = await import(pathToFileURL(modulePath));

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const written = (time) =>
  time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString().slice(0, 16) + "Z";

const found = [];
const keep = ({ startDate, endDate, item }) =>
  found.push([
    item.uid,
    written(startDate),
    written(endDate),
    item.summary ?? "",
    item.component.getFirstPropertyValue("status") ?? "",
  ]);

const events = calendar.getAllSubcomponents("vevent");
const changed = events.filter((each) => each.hasProperty("recurrence-id"));
for (const component of events.filter((each) => !each.hasProperty("recurrence-id"))) {
  const uid = component.getFirstPropertyValue("uid");
  const exceptions = changed.filter((each) => each.getFirstPropertyValue("uid") === uid);
  const event = new ICAL.Event(component, { exceptions });
  if (!event.isRecurring()) {
    keep({ startDate: event.startDate, endDate: event.endDate, item: event });
    continue;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toString().slice(0, 10) <= last; next = iterator.next())
    if (next.toString().slice(0, 10) >= first) keep(event.getOccurrenceDetails(next));
}
console.log(JSON.stringify(found));
