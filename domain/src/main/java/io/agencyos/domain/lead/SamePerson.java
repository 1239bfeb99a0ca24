package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.EmailStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two people of the pool who turn out to be one: the older record stays, the other's facts complete it, and nothing that
 * closes a person is lost. Source: scoring POOL-2, data model 6.
 */
public final class SamePerson {

    /** Older first, ties by id. */
    public static final Comparator<PoolPerson> OLDER_FIRST = Comparator.comparing(PoolPerson::createdAt)
            .thenComparing(person -> person.id().text());

    /** What a person is in when either record was: an end before a hold, a hold before a rest, a rest before freedom. */
    private static final List<PoolStatus> STRONGEST_FIRST = List.of(
            PoolStatus.ERASED,
            PoolStatus.CONVERTED,
            PoolStatus.UNSUBSCRIBED,
            PoolStatus.CLAIMED,
            PoolStatus.COOLING,
            PoolStatus.AVAILABLE,
            PoolStatus.BOUNCED,
            PoolStatus.INVALID);

    private SamePerson() {}

    /** The record that stays, with its own id and version. */
    public static PoolPerson merged(PoolPerson kept, PoolPerson dropped) {
        PoolStatus status = STRONGEST_FIRST.stream()
                .filter(candidate -> candidate == kept.status() || candidate == dropped.status())
                .findFirst()
                .orElseThrow();
        return new PoolPerson(
                kept.id(),
                contact(kept.contact(), dropped.contact()),
                kept.personalEmail() == null ? dropped.personalEmail() : kept.personalEmail(),
                FactMerge.person(dropped.person(), kept.person()),
                FactMerge.company(dropped.company(), kept.company()),
                kept.roleStart() == null ? dropped.roleStart() : kept.roleStart(),
                kept.timezone() == null ? dropped.timezone() : kept.timezone(),
                status,
                kept.confidence() == null ? dropped.confidence() : kept.confidence(),
                kept.source(),
                Math.max(kept.bounceCount(), dropped.bounceCount()),
                kept.unsubscribed() || dropped.unsubscribed(),
                later(kept.lastContactedAt(), dropped.lastContactedAt()),
                status == PoolStatus.COOLING ? later(kept.coolingUntil(), dropped.coolingUntil()) : null,
                kept.claimsInTwelveMonths() + dropped.claimsInTwelveMonths(),
                Math.max(kept.factsVersion(), dropped.factsVersion()) + 1,
                kept.createdAt(),
                kept.version());
    }

    /** The kept record's address, unless only the other one's is known to be right. */
    private static ContactPoints contact(ContactPoints kept, ContactPoints dropped) {
        ContactPoints complete = FactMerge.contact(dropped, kept);
        boolean better = dropped.emailStatus() == EmailStatus.VERIFIED && kept.emailStatus() != EmailStatus.VERIFIED;
        return dropped.email() != null && better
                ? new ContactPoints(dropped.email(), dropped.emailStatus(), complete.phone(), complete.linkedIn())
                : complete;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
