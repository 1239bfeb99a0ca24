package io.agencyos.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which openings and clicks are a machine's: those never count, never score and never teach. The one rule of the product.
 * Source: outreach 8.7.
 */
public final class MachineRule {

    private static final Duration TOO_SOON = Duration.ofSeconds(60);
    private static final Duration BURST = Duration.ofSeconds(5);
    private static final int BURST_LINKS = 3;

    /** Mail proxies and link scanners by a word of their user agent. */
    private static final List<String> PROXIES = List.of(
            "googleimageproxy",
            "ggpht.com",
            "yahoomailproxy",
            "barracuda",
            "mimecast",
            "proofpoint",
            "safelinks",
            "symantec",
            "messagelabs",
            "forcepoint",
            "trendmicro",
            "cloudmark",
            "bot",
            "crawler",
            "spider",
            "headless");

    private MachineRule() {}

    /** A click on one link of a message. */
    public record Click(Instant at, @Nullable String url) {}

    /**
     * Whether an opening or a click is a machine's by its time and its reader.
     *
     * @param deliveredAt null where the vendor reports no delivery; then {@code sentAt} counts
     */
    public static boolean isMachine(
            Instant at, Instant sentAt, @Nullable Instant deliveredAt, @Nullable String userAgent) {
        Instant from = deliveredAt == null ? sentAt : deliveredAt;
        return !at.isAfter(from.plus(TOO_SOON)) || isProxy(userAgent);
    }

    /** Whether this click is one of three or more links followed within 5 seconds. */
    public static boolean isBurst(Click click, List<Click> all) {
        return all.stream()
                .filter(first -> !first.at().isAfter(click.at())
                        && !first.at().isBefore(click.at().minus(BURST)))
                .anyMatch(first -> distinctLinks(all, first.at()) >= BURST_LINKS);
    }

    private static int distinctLinks(List<Click> all, Instant from) {
        Set<String> links = new HashSet<>();
        all.stream()
                .filter(click -> !click.at().isBefore(from) && !click.at().isAfter(from.plus(BURST)))
                .forEach(click -> links.add(click.url() == null ? "" : click.url()));
        return links.size();
    }

    private static boolean isProxy(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        return PROXIES.stream().anyMatch(agent::contains);
    }

    /** Whole minutes from sending to a first opening or click, never negative. */
    public static long minutesUntil(Instant sentAt, Instant at) {
        return Math.max(0, Duration.between(sentAt, at).toSeconds() / 60);
    }
}
