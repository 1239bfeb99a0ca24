package io.agencyos.application.resource;

import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Every sending domain that is in use, with the figures that it was last judged by. Reading needs an open platform unit of
 * work, {@link #stop} and {@link #goOn} one of a client that has the domain, as worker. Source: api 9.17 email-health.
 */
@SecondaryPort
public interface DomainBook {

    /** Staff stopped the domain. */
    record Stop(Instant at, String reason, UserId by) {}

    /**
     * A domain.
     *
     * @param mail of the 30 days before it was judged
     * @param judgedAt null where it never was
     * @param authenticated whether its mail is signed as it should be; null where nobody looked
     * @param reading how warm a service found it, null where none warms it up
     * @param week what the service sent from it of late, null where nothing is known
     * @param override a lower limit set by a person
     * @param pause stopped for its last mails, or just let go on
     */
    record Row(
            ResourceId id,
            DomainName name,
            List<ClientId> clients,
            DomainHealth health,
            Mail mail,
            @Nullable Instant judgedAt,
            @Nullable Instant warmupStartedAt,
            @Nullable WarmUpReading reading,
            WarmUpTraffic.@Nullable Week week,
            @Nullable Boolean authenticated,
            @Nullable Integer override,
            DomainPause pause,
            @Nullable Stop stop) {

        public Row {
            clients = List.copyOf(clients);
        }

        /** Whole days since its warm-up began, null where it never did. */
        public @Nullable Long warmUpDay(Instant now) {
            return warmupStartedAt == null ? null : WarmUp.elapsedDays(warmupStartedAt, now, Duration.ZERO);
        }

        /** E-mails that it may send today. */
        public int limit(Instant now) {
            return stop != null
                    ? 0
                    : DailyLimit.of(health, pause, warmupStartedAt, reading, override, now)
                            .total();
        }
    }

    /** Which domains; empty leaves all. */
    record Filter(Set<DomainHealth> healths, List<ClientId> clients) {

        public Filter {
            healths = Set.copyOf(healths);
            clients = List.copyOf(clients);
        }
    }

    /** Where a reader stands. */
    record After(String name, ResourceId id) {}

    /** By name. */
    List<Row> page(Filter filter, @Nullable After after, int limit);

    Optional<Row> find(ResourceId id);

    /** Nothing is sent from it any more; one that is stopped stays as it is. */
    void stop(ResourceId id, Stop stop);

    /** The limit that it had before is in force again. */
    void goOn(ResourceId id);
}
