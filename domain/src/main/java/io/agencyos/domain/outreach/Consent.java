package io.agencyos.domain.outreach;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a person may be contacted on a channel, with its evidence; written once and never changed. Source: outreach 6.4, 6.5.
 *
 * @param evidence what proves it: the words, the form, or the page with its address
 * @param obtainedAt when it was given, or the page was seen
 * @param expiresAt from when on it counts no longer; null for one that lasts
 * @param recordedBy who put it on file
 */
public record Consent(
        ConsentId id,
        ClientId clientId,
        LeadId leadId,
        Channel channel,
        ConsentKind basis,
        String evidence,
        Instant obtainedAt,
        @Nullable Instant expiresAt,
        String recordedBy) {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final int MONTHS_TO_CALL = 3;
    private static final int MOST_EVIDENCE = 2_000;

    /** What is put on file. */
    public record Wish(Channel channel, ConsentKind basis, String evidence, Instant obtainedAt) {}

    /** The consent of this wish, or what is wrong with it. */
    public static Result<Consent, List<FieldProblem>> of(
            ConsentId id, ClientId client, LeadId lead, Wish wish, String recordedBy, Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        String evidence = wish.evidence().strip();
        if (evidence.isEmpty() || evidence.length() > MOST_EVIDENCE) {
            problems.add(FieldProblem.of("evidence", "out_of_range", "From 1 to 2,000 characters."));
        }
        if (wish.obtainedAt().isAfter(now)) {
            problems.add(FieldProblem.of("obtained_at", "in_future", "It was given before now."));
        }
        switch (wish.basis()) {
            case EXPRESS, EXISTING_RELATIONSHIP -> {
                // whatever the channel
            }
            case CONSPICUOUS_PUBLICATION -> published(wish.channel(), evidence, problems);
            case DECLARED ->
                problems.add(FieldProblem.of(
                        "basis", "invalid", "A declaration is signed for a campaign, not for a person."));
        }
        return problems.isEmpty()
                ? Result.ok(new Consent(
                        id,
                        client,
                        lead,
                        wish.channel(),
                        wish.basis(),
                        evidence,
                        wish.obtainedAt(),
                        lapses(wish),
                        recordedBy))
                : Result.err(List.copyOf(problems));
    }

    private static void published(Channel channel, String evidence, List<FieldProblem> problems) {
        if (channel == Channel.VOICE) {
            problems.add(FieldProblem.of("basis", "invalid", "Publishing a number is no consent to be called."));
        }
        if (!evidence.toLowerCase(Locale.ROOT).matches("(?s).*https?://\\S+.*")) {
            problems.add(FieldProblem.of("evidence", "source_missing", "Name the address of the page."));
        }
    }

    /** Consent to be called that names no period lapses after three months: of 15 January on 15 April. Source: outreach 6.5. */
    private static @Nullable Instant lapses(Wish wish) {
        boolean toCall = wish.basis() == ConsentKind.EXPRESS && wish.channel() == Channel.VOICE;
        return toCall
                ? LocalDate.ofInstant(wish.obtainedAt(), SYDNEY)
                        .plusMonths(MONTHS_TO_CALL)
                        .atStartOfDay(SYDNEY)
                        .toInstant()
                : null;
    }

    /** Whether it counts at that instant. */
    public boolean holds(Instant at) {
        return !obtainedAt.isAfter(at) && (expiresAt == null || at.isBefore(expiresAt));
    }

    /** Shows no evidence: it names people. */
    @Override
    public String toString() {
        return "Consent[" + id + ", " + channel + ", " + basis + "]";
    }
}
