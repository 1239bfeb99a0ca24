package io.agencyos.domain.shared;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The open hours of one local day: windows in order, none overlapping or touching another; empty means closed all day.
 * Minutes are counted over the open ones only, so a lunch break is stepped over. Source: outreach 5.3, 5.5; scoring
 * TIME-4.
 */
public record TimeWindows(List<TimeWindow> windows) {

    /** Closed all day. */
    public static final TimeWindows NONE = new TimeWindows(List.of());

    /** Open from the first moment of the day to the last. */
    public static final TimeWindows ALL_DAY = TimeWindows.of(new TimeWindow(LocalTime.MIN, LocalTime.MAX));

    /** Sorts and joins the windows, so that equal opening hours are equal values. */
    public TimeWindows {
        windows = join(windows);
    }

    /** Convenience for {@code new TimeWindows(List.of(…))}. */
    public static TimeWindows of(TimeWindow... windows) {
        return new TimeWindows(List.of(windows));
    }

    /** True inside any window. */
    public boolean contains(LocalTime time) {
        return windows.stream().anyMatch(window -> window.contains(time));
    }

    /** What both have in common. */
    public TimeWindows intersect(TimeWindows other) {
        if (other.equals(ALL_DAY)) {
            return this;
        }
        if (equals(ALL_DAY)) {
            return other;
        }
        return new TimeWindows(windows.stream()
                .flatMap(mine -> other.windows.stream().map(mine::intersect).flatMap(Optional::stream))
                .toList());
    }

    /** True when nothing is open. */
    public boolean isEmpty() {
        return windows.isEmpty();
    }

    /** All open minutes of the day. */
    public int openMinutes() {
        return windows.stream().mapToInt(TimeWindow::minutes).sum();
    }

    /** What remains open from {@code time} on, that instant included. */
    public TimeWindows from(LocalTime time) {
        return new TimeWindows(windows.stream()
                .filter(window -> time.isBefore(window.end()))
                .map(window -> window.contains(time) ? new TimeWindow(time, window.end()) : window)
                .toList());
    }

    /** The first open time at or after {@code time} on this day; empty when the day is over. */
    public Optional<LocalTime> nextOpening(LocalTime time) {
        return from(time).windows.stream().findFirst().map(TimeWindow::start);
    }

    /** The local time after {@code minute} open minutes, counted from 0; empty at or beyond {@link #openMinutes}. */
    public Optional<LocalTime> atOpenMinute(int minute) {
        int rest = minute;
        for (TimeWindow window : windows) {
            if (rest >= 0 && rest < window.minutes()) {
                return Optional.of(window.start().plusMinutes(rest));
            }
            rest -= window.minutes();
        }
        return Optional.empty();
    }

    /** Such as 09:00-12:00+13:00-17:00, and - where it is closed. */
    @Override
    public String toString() {
        return windows.isEmpty()
                ? "-"
                : windows.stream()
                        .map(window -> window.start() + "-" + window.end())
                        .collect(Collectors.joining("+"));
    }

    private static List<TimeWindow> join(List<TimeWindow> windows) {
        if (windows.size() < 2) {
            return List.copyOf(windows);
        }
        List<TimeWindow> joined = new ArrayList<>();
        for (TimeWindow next : sorted(windows.stream())) {
            boolean apart = joined.isEmpty() || joined.getLast().end().isBefore(next.start());
            if (apart) {
                joined.add(next);
            } else {
                TimeWindow last = joined.removeLast();
                joined.add(new TimeWindow(last.start(), last.end().isAfter(next.end()) ? last.end() : next.end()));
            }
        }
        return List.copyOf(joined);
    }

    private static List<TimeWindow> sorted(Stream<TimeWindow> windows) {
        return windows.sorted(Comparator.comparing(TimeWindow::start)).toList();
    }
}
