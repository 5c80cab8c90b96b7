/* Prints what libical makes of the calendar on standard input: one record a line, fields between tabs.
 * Arguments: the first and the last day (YYYYMMDD) to which series are expanded.
 * Fields: master|override, UID, moment in the series, start, end, status, summary. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *written(struct icaltimetype moment)
{
    static char buffers[4][32];
    static int turn = 0;
    char *buffer = buffers[turn++ % 4];
    if (moment.is_date) {
        snprintf(buffer, 32, "%04d-%02d-%02d", moment.year, moment.month, moment.day);
    } else {
        struct icaltimetype utc = icaltime_convert_to_zone(moment, icaltimezone_get_utc_timezone());
        snprintf(buffer, 32, "%04d-%02d-%02dT%02d:%02dZ", utc.year, utc.month, utc.day, utc.hour, utc.minute);
    }
    return buffer;
}

static const char *status_of(icalcomponent *event)
{
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    return status ? icalproperty_get_value_as_string(status) : "";
}

static void print(icalcomponent *event, const char *kind, struct icaltimetype original, struct icaltimetype start,
                  struct icaltimetype end)
{
    const char *summary = icalcomponent_get_summary(event);
    printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", kind, icalcomponent_get_uid(event), written(original), written(start),
           written(end), status_of(event), summary ? summary : "");
}

/* Exact for a timed event, in days for an all-day one. */
static struct icaltimetype end_of(struct icaltimetype start, struct icaldurationtype length)
{
    if (start.is_date)
        return icaltime_add(start, length);
    return icaltime_add(icaltime_convert_to_zone(start, icaltimezone_get_utc_timezone()), length);
}

static struct icaldurationtype length_of(struct icaltimetype start, struct icaltimetype end)
{
    if (start.is_date)
        return icaltime_subtract(end, start);
    return icaltime_subtract(icaltime_convert_to_zone(end, icaltimezone_get_utc_timezone()),
                             icaltime_convert_to_zone(start, icaltimezone_get_utc_timezone()));
}

static void expand(icalcomponent *event, int first, int last)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    struct icaldurationtype length = length_of(start, icalcomponent_get_dtend(event));
    icalproperty *rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    struct icaltimetype next;
    icalrecur_iterator *iterator;
    if (!rule) {
        print(event, "master", start, start, end_of(start, length));
        return;
    }
    iterator = icalrecur_iterator_new(icalproperty_get_rrule(rule), start);
    for (next = icalrecur_iterator_next(iterator); !icaltime_is_null_time(next);
         next = icalrecur_iterator_next(iterator)) {
        int day = next.year * 10000 + next.month * 100 + next.day;
        if (day > last)
            break;
        if (day >= first && !icalproperty_recurrence_is_excluded(event, &start, &next))
            print(event, "master", next, next, end_of(next, length));
    }
    icalrecur_iterator_free(iterator);
}

static char *standard_input(void)
{
    size_t size = 0, room = 1 << 16;
    char *text = malloc(room);
    size_t got;
    while ((got = fread(text + size, 1, room - size - 1, stdin)) > 0) {
        size += got;
        if (room - size < 2)
            text = realloc(text, room *= 2);
    }
    text[size] = 0;
    return text;
}

int main(int count, char **arguments)
{
    icalcomponent *calendar, *event;
    if (count != 3)
        return 2;
    calendar = icalparser_parse_string(standard_input());
    if (!calendar || icalcomponent_count_errors(calendar)) {
        fprintf(stderr, "libical: %s\n", calendar ? icalcomponent_as_ical_string(calendar) : "nothing parsed");
        return 1;
    }
    for (event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        icalproperty *original = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        if (original) {
            struct icaltimetype start = icalcomponent_get_dtstart(event);
            struct icaldurationtype length = length_of(start, icalcomponent_get_dtend(event));
            print(event, "override", icalproperty_get_datetime_with_component(original, event), start,
                  end_of(start, length));
        } else {
            expand(event, atoi(arguments[1]), atoi(arguments[2]));
        }
    }
    return 0;
}
