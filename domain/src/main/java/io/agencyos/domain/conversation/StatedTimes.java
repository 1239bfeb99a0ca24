package io.agencyos.domain.conversation;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The later time that a "not now" names: a date, a month, a quarter, a season of business. It is the earliest day of
 * what was named, so that nobody is written to before. Quarters are those of the calendar. Source: content 4.6,
 * not_interested with a stated time.
 */
public final class StatedTimes {

    private record Phrase(Pattern pattern, BiFunction<MatchResult, LocalDate, LocalDate> meaning) {}

    private static final String MONTH = "january|jan|february|feb|march|april|apr|june|jun|july|jul|august|aug"
            + "|september|sept|sep|october|oct|november|nov|december|dec|(?<=in |until |till |next |early |late )may";

    private static final List<Phrase> PHRASES = List.of(
            phrase("\\bnext year\\b", (match, day) -> LocalDate.of(day.getYear() + 1, 1, 1)),
            phrase("\\bnext quarter\\b", (match, day) -> startOfQuarterAfter(day)),
            phrase("\\bnext month\\b", (match, day) -> day.with(TemporalAdjusters.firstDayOfNextMonth())),
            phrase("\\bq([1-4])\\b", (match, day) -> next(Integer.parseInt(match.group(1)) * 3 - 2, 1, day)),
            phrase("\\b(?:eofy|end of (?:the )?financial year)\\b", (match, day) -> next(7, 1, day)),
            phrase("\\b(?:christmas|xmas|new year)\\b", (match, day) -> LocalDate.of(day.getYear() + 1, 1, 1)),
            phrase("\\b(" + MONTH + ")\\b", (match, day) -> next(StatedDates.monthNumber(match.group(1)), 1, day)));

    private StatedTimes() {}

    /** The first day of the time named in a text received on a day, at most 366 days ahead. */
    public static Optional<LocalDate> later(String text, LocalDate received) {
        Optional<LocalDate> exact = StatedDates.returnDate(text, received);
        if (exact.isPresent()) {
            return exact;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return PHRASES.stream()
                .flatMap(phrase -> phrase.pattern()
                        .matcher(lower)
                        .results()
                        .limit(1)
                        .map(match -> phrase.meaning().apply(match, received)))
                .filter(day -> day.isAfter(received) && !day.isAfter(received.plusDays(366)))
                .findFirst();
    }

    private static Phrase phrase(String regex, BiFunction<MatchResult, LocalDate, LocalDate> meaning) {
        return new Phrase(Pattern.compile(regex), meaning);
    }

    private static LocalDate startOfQuarterAfter(LocalDate day) {
        Month first = day.getMonth().firstMonthOfQuarter();
        return LocalDate.of(day.getYear(), first, 1).plusMonths(3);
    }

    private static LocalDate next(int month, int dayOfMonth, LocalDate after) {
        LocalDate thisYear = LocalDate.of(after.getYear(), month, dayOfMonth);
        return thisYear.isAfter(after) ? thisYear : thisYear.plusYears(1);
    }
}
