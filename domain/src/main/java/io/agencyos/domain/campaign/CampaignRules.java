package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.SizeRange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes the settings of a campaign acceptable; every problem is told at once. Source: outreach 1.1. */
public final class CampaignRules {

    public static final int LONGEST_NAME = 200;
    /** The code of work hours that leave a channel no time to send. */
    public static final String EMPTY_SEND_WINDOW = "empty_send_window";

    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LARGEST_DAILY_LIMIT = 500;
    private static final int LOWEST_FLOOR = 60;

    private CampaignRules() {}

    private record Opening(LocalTime from, LocalTime until) {}

    /**
     * Every problem, in the order of the fields.
     *
     * @param used channels of the campaign's steps
     */
    public static List<FieldProblem> problems(CampaignSettings settings, Set<Channel> used) {
        List<FieldProblem> problems = new ArrayList<>();
        texts(settings, problems);
        problems.addAll(
                SizeRange.problems("target.company_sizes", settings.target().companySizes()));
        mix(settings.channelMix(), problems);
        floor("voice", settings.floors().voice(), problems);
        floor("sms", settings.floors().sms(), problems);
        floor("mail", settings.floors().mail(), problems);
        range("touch_gap_days", settings.pace().gapDays(), 1, 60, problems);
        range("channel_cooldown_days", settings.pace().channelCooldownDays(), 2, 60, problems);
        if (settings.pace().dailyLimit() != null) {
            range("daily_limit", settings.pace().dailyLimit(), 1, LARGEST_DAILY_LIMIT, problems);
        }
        dates(settings, problems);
        hours(settings.workHours(), used, problems);
        return List.copyOf(problems);
    }

    private static void texts(CampaignSettings settings, List<FieldProblem> problems) {
        if (settings.name().isBlank()) {
            problems.add(FieldProblem.of("name", "blank", "A campaign needs a name."));
        }
        if (settings.name().strip().length() > LONGEST_NAME) {
            problems.add(FieldProblem.of("name", "too_long", "A name has at most 200 characters."));
        }
        if (settings.description() != null && settings.description().length() > LONGEST_DESCRIPTION) {
            problems.add(FieldProblem.of("description", "too_long", "A description has at most 2000 characters."));
        }
    }

    private static void mix(ChannelMix mix, List<FieldProblem> problems) {
        for (Channel channel : Channel.values()) {
            range("channel_mix." + channel.wire(), mix.of(channel), 0, 100, problems);
        }
        if (mix.sum() != 100) {
            problems.add(new FieldProblem(
                    "channel_mix",
                    "mix_sum",
                    "The shares of the channels sum to 100, not " + mix.sum() + ".",
                    Map.of("sum", Integer.toString(mix.sum()))));
        }
    }

    private static void floor(String channel, @Nullable Integer floor, List<FieldProblem> problems) {
        if (floor != null) {
            range("channel_floors." + channel, floor, LOWEST_FLOOR, 100, problems);
        }
    }

    private static void range(String path, int value, int low, int high, List<FieldProblem> problems) {
        if (value < low || value > high) {
            problems.add(FieldProblem.of(path, "out_of_range", "From " + low + " to " + high + "."));
        }
    }

    private static void dates(CampaignSettings settings, List<FieldProblem> problems) {
        if (settings.startDate() != null
                && settings.endDate() != null
                && settings.endDate().isBefore(settings.startDate())) {
            problems.add(FieldProblem.of("end_date", "before_start", "A campaign does not end before it starts."));
        }
    }

    private static void hours(WorkHours hours, Set<Channel> used, List<FieldProblem> problems) {
        if (!hours.start().isBefore(hours.end())) {
            problems.add(FieldProblem.of("work_hours", "before_start", "Work does not end before it starts."));
            return;
        }
        if (hours.days().isEmpty()) {
            problems.add(FieldProblem.of("work_days", "required", "At least one day is worked."));
            return;
        }
        Arrays.stream(Channel.values())
                .filter(used::contains)
                .filter(channel -> !opens(hours, channel))
                .forEach(channel -> problems.add(new FieldProblem(
                        "work_hours",
                        EMPTY_SEND_WINDOW,
                        "Nothing could ever be sent by " + channel.wire() + ".",
                        Map.of("channel", channel.wire()))));
    }

    private static boolean opens(WorkHours hours, Channel channel) {
        return channel == Channel.LINKEDIN
                || hours.days().stream().anyMatch(CampaignRules::isWeekday)
                        && windows(channel).stream()
                                .anyMatch(window -> hours.start().isBefore(window.until())
                                        && window.from().isBefore(hours.end()));
    }

    private static boolean isWeekday(DayOfWeek day) {
        return day.compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    // outreach 5.3; LinkedIn follows its seat's owner whatever the campaign says
    private static List<Opening> windows(Channel channel) {
        return switch (channel) {
            case EMAIL -> List.of(new Opening(LocalTime.of(9, 0), LocalTime.of(11, 0)));
            case SMS, MAIL -> List.of(new Opening(LocalTime.of(9, 0), LocalTime.of(17, 0)));
            case VOICE ->
                List.of(
                        new Opening(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Opening(LocalTime.of(13, 0), LocalTime.of(17, 0)));
            case LINKEDIN -> List.of(new Opening(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        };
    }
}
