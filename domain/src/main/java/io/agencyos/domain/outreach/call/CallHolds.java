package io.agencyos.domain.outreach.call;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rests after calls that failed, read off those calls: nobody has to lift anything. What a person must mend at the vendor is
 * tried again the next day, since nobody tells us that it was. Source: vapi 5.1, outreach 10.6.
 *
 * @param numbers that call nobody now
 * @param campaigns of which nobody is called now
 * @param channel whether nobody of the client is called at all now
 */
public record CallHolds(Set<PhoneNumber> numbers, Set<CampaignId> campaigns, boolean channel) {

    /** Calls that failed longer ago hold nothing any more. */
    public static final Duration LONGEST = Duration.ofDays(1);

    public static final CallHolds NONE = new CallHolds(Set.of(), Set.of(), false);

    private static final Duration NO_LINE = Duration.ofSeconds(60);
    private static final Duration NO_CREDIT = Duration.ofMinutes(15);

    public CallHolds {
        numbers = Set.copyOf(numbers);
        campaigns = Set.copyOf(campaigns);
    }

    /**
     * A call that failed.
     *
     * @param campaign that it was made for
     * @param from null where the number is gone
     */
    public record Failed(CampaignId campaign, @Nullable PhoneNumber from, CallTrouble why, Instant at) {

        private Optional<Instant> numberUntil() {
            return switch (why) {
                case CARRIER_RIGHTS, NUMBER_SETUP -> Optional.of(at.plus(LONGEST));
                case NUMBER_SPENT ->
                    Optional.of(LocalDate.ofInstant(at, ZoneOffset.UTC)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
                case LINE, MISDIALLED, OUT_OF_CREDITS, RATE_LIMITED, FRAUD_CHECK, ASSISTANT_SETUP, UNKNOWN_END_REASON ->
                    Optional.empty();
            };
        }

        private Optional<Instant> campaignUntil() {
            return why == CallTrouble.ASSISTANT_SETUP ? Optional.of(at.plus(LONGEST)) : Optional.empty();
        }

        private Optional<Instant> channelUntil() {
            return switch (why) {
                case RATE_LIMITED -> Optional.of(at.plus(NO_LINE));
                case OUT_OF_CREDITS -> Optional.of(at.plus(NO_CREDIT));
                case FRAUD_CHECK -> Optional.of(at.plus(LONGEST));
                case LINE,
                        MISDIALLED,
                        CARRIER_RIGHTS,
                        NUMBER_SETUP,
                        NUMBER_SPENT,
                        ASSISTANT_SETUP,
                        UNKNOWN_END_REASON -> Optional.empty();
            };
        }
    }

    /** What rests now. */
    public static CallHolds of(Collection<Failed> failed, Instant now) {
        Set<PhoneNumber> numbers = failed.stream()
                .filter(call -> call.numberUntil().filter(now::isBefore).isPresent())
                .flatMap(call -> Optional.ofNullable(call.from()).stream())
                .collect(Collectors.toSet());
        Set<CampaignId> campaigns = failed.stream()
                .filter(call -> call.campaignUntil().filter(now::isBefore).isPresent())
                .map(Failed::campaign)
                .collect(Collectors.toSet());
        boolean channel = failed.stream()
                .anyMatch(call -> call.channelUntil().filter(now::isBefore).isPresent());
        return new CallHolds(numbers, campaigns, channel);
    }

    public boolean rests(PhoneNumber number) {
        return channel || numbers.contains(number);
    }

    /** Whether the assistant of this campaign does not work, as far as its calls tell. */
    public boolean rests(CampaignId campaign) {
        return campaigns.contains(campaign);
    }
}
