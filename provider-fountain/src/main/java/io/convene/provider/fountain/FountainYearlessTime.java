package io.convene.provider.fountain;

import io.convene.core.Text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Times as Fountain shows them to people: {@code Wed, Jun 03 @11:27am PDT}, with a blank after the
 * {@code @} where the hour has one digit. The year is the one in which the weekday fits, nearest to
 * an anchor and no more than four from its year; where none fits, the time is absent.
 */
final class FountainYearlessTime {
    private static final int YEARS = 4;
    private static final int HALF_DAY = 12;
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final Pattern FORM =
            Pattern.compile(
                    "(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +"
                            + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\\d{1,2}) *"
                            + "@ *(\\d{1,2}):(\\d{2}) ?([aApP])[mM](?: +(\\S+))?");

    private FountainYearlessTime() {}

    /** The time nearest to the anchor. */
    static Optional<Instant> near(String text, Instant anchor, Optional<ZoneId> zone) {
        return instant(text, anchor, zone, false);
    }

    /** The last such time that is over. */
    static Optional<Instant> before(String text, Instant now, Optional<ZoneId> zone) {
        return instant(text, now, zone, true);
    }

    private static Optional<Instant> instant(
            String text, Instant anchor, Optional<ZoneId> zone, boolean over) {
        Matcher form = FORM.matcher(Text.collapsed(text));
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            DayOfWeek weekday = DayOfWeek.of(DAYS.indexOf(form.group(1)) / 3 + 1);
            Month month = Month.of(MONTHS.indexOf(form.group(2)) / 3 + 1);
            MonthDay day = MonthDay.of(month, Integer.parseInt(form.group(3)));
            LocalTime time = time(form.group(4), form.group(5), form.group(6));
            Optional<String> designator = Optional.ofNullable(form.group(7));
            return year(weekday, day, time, anchor, over)
                    .flatMap(local -> FountainZoneDesignator.instant(local, designator, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String hour, String minute, String half) {
        int number = Integer.parseInt(hour);
        if (number < 1 || number > HALF_DAY) {
            throw new DateTimeException("no hour of half a day");
        }
        int afternoon = half.equalsIgnoreCase("p") ? HALF_DAY : 0;
        return LocalTime.of(number % HALF_DAY + afternoon, Integer.parseInt(minute));
    }

    private static Optional<LocalDateTime> year(
            DayOfWeek weekday, MonthDay day, LocalTime time, Instant anchor, boolean over) {
        LocalDateTime near = LocalDateTime.ofInstant(anchor, ZoneOffset.UTC);
        return IntStream.rangeClosed(near.getYear() - YEARS, near.getYear() + YEARS)
                .filter(day::isValidYear)
                .mapToObj(day::atYear)
                .filter(date -> date.getDayOfWeek() == weekday)
                .map(date -> date.atTime(time))
                // The zone is not known yet: a day covers them all.
                .filter(local -> !over || local.isBefore(near.plusDays(1)))
                .min(Comparator.comparing(local -> Duration.between(near, local).abs()));
    }
}
