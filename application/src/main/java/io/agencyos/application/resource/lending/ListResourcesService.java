package io.agencyos.application.resource.lending;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.HealthRules;
import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.WarmUp;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A handful of statements, however many resources there are. */
final class ListResourcesService implements ListResources {

    private final LendingPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    ListResourcesService(LendingPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Standing> of(TenantScope scope) {
        ClientId client = scope.clientId();
        Instant now = clock.now();
        return units.inTenant(scope.asWorker(), () -> {
            List<Holding> held = ports.resources().of(client);
            List<Mailbox> mailboxes = ports.mailboxes().ofClient(client);
            Map<ResourceId, Integer> used = ports.used()
                    .of(client, held.stream().map(one -> one.resource().id()).toList(), midnight(client, now));
            return held.stream()
                    .sorted(Comparator.comparing(one -> one.resource().value()))
                    .map(one -> standing(
                            one, mailboxes, used.getOrDefault(one.resource().id(), 0), now))
                    .toList();
        });
    }

    private Instant midnight(ClientId client, Instant now) {
        ZoneId zone = ports.clients().find(client).map(Client::timezone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    private static Standing standing(Holding holding, List<Mailbox> mailboxes, int used, Instant now) {
        LentResource one = holding.resource();
        Mailbox box = first(mailboxes, other -> other.id().equals(one.id()));
        Mailbox any = box == null ? first(mailboxes, other -> other.domainId().equals(one.id())) : box;
        Instant since = any == null ? one.warmingSince() : any.warmupStartedAt();
        long day = WarmUp.elapsedDays(since, now, Duration.ZERO);
        int limit = switch (one.kind()) {
            case PHONE_NUMBER -> WarmUp.voiceLimit(day);
            case EMAIL_DOMAIN, MAILBOX ->
                any == null
                        ? Math.min(WarmUp.domainLimit(day), HealthRules.limit(one.health()))
                        : DailyLimit.of(any, now).total();
        };
        return new Standing(holding, box, limit, day, day >= one.warmUpLength(), used);
    }

    private static @Nullable Mailbox first(List<Mailbox> mailboxes, Predicate<Mailbox> wanted) {
        return mailboxes.stream().filter(wanted).findFirst().orElse(null);
    }
}
