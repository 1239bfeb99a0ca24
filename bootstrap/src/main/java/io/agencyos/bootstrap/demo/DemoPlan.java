package io.agencyos.bootstrap.demo;

import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.client.PermissionMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who plays, and when. All of it is invented; calendar and chance are fixed, so that the same leads over the same days tell
 * the same story, unless it is cut off in between.
 */
final class DemoPlan {

    static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    static final Instant OPENING =
            FIRST_DAY.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant();
    /** Of the ids, from which the minute of a send is derived; the sandbox has a seed of its own. */
    static final long SEED = 2026;

    static final String LOGIN = "demo@agency.example";

    /** How long each sending domain has been warmed up. */
    static final Duration WARM = Duration.ofDays(60);

    /** From which score on somebody is called or invited: one seat and one line reach some hundred people in a month. */
    static final int BEST = 63;

    /** Few people have left a mobile, so that whoever did may be texted from the lowest score that the rules allow. */
    static final ChannelFloors FLOORS = new ChannelFloors(BEST, 60, null);

    private DemoPlan() {}

    /**
     * A client of the demo agency.
     *
     * @param everyChannel whether it also texts, calls and acts on LinkedIn
     * @param domains the domains that it sends from, two mailboxes on each but the last, which has one
     */
    record Account(
            String name,
            String legalName,
            String campaign,
            PermissionMode mode,
            String firstName,
            String lastName,
            String title,
            boolean everyChannel,
            List<String> domains) {

        List<String> mailboxes() {
            String name = firstName.toLowerCase(Locale.ROOT);
            return Stream.concat(
                            domains.stream().map(domain -> "hello@" + domain),
                            domains.stream().limit(domains.size() - 1L).map(domain -> name + "@" + domain))
                    .toList();
        }

        String contact() {
            return "hello@" + domains.getFirst();
        }
    }

    static final List<Account> ACCOUNTS = List.of(
            new Account(
                    "Harbour Lane Studio",
                    "Harbour Lane Studio Pty Ltd",
                    "Autumn growth leads",
                    PermissionMode.AUTOPILOT,
                    "Sam",
                    "Okoro",
                    "Head of Partnerships",
                    true,
                    List.of("harbourlane-studio.example", "try-harbourlane.example", "meet-harbourlane.example")),
            new Account(
                    "Bright Acre Digital",
                    "Bright Acre Digital Pty Ltd",
                    "Autumn new business",
                    PermissionMode.CO_PILOT,
                    "Mina",
                    "Castellano",
                    "Client Director",
                    false,
                    List.of("brightacre-digital.example", "try-brightacre.example", "meet-brightacre.example")));
}
