package io.agencyos.application.outreach.gate;

import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.Courtesy;
import io.agencyos.domain.outreach.gate.GateFacts.Budgets.Colleagues;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many people of each company heard from the client today, and on the channel in this clock hour. Counted for companies
 * of which the client has several leads; whoever is alone at theirs costs nothing. Source: outreach 19.2.
 */
final class CompanyBounds {

    private final OutreachWorld world;
    private final Setting setting;
    private final Courtesy courtesy;
    private final Instant today;
    private final Instant thisHour;
    private final List<TouchCase> cases;
    private @Nullable Set<DomainName> shared;

    /** @param today the client's midnight */
    CompanyBounds(OutreachWorld world, Setting setting, Instant today, List<TouchCase> cases) {
        this.world = world;
        this.setting = setting;
        this.courtesy = world.courtesy();
        this.today = today;
        this.thisHour = setting.now().truncatedTo(ChronoUnit.HOURS);
        this.cases = cases;
    }

    /** What the answers below look at. */
    List<Quotas.Counter> counters() {
        return cases.stream()
                .flatMap(one -> company(one.touch(), one.lead()).stream()
                        .flatMap(at -> Stream.of(
                                people(at), onChannel(at, one.touch().kind().channel()))))
                .distinct()
                .toList();
    }

    /** How a touch of this lead stands to its colleagues. */
    Colleagues colleagues(Touch touch, @Nullable Lead lead, SenderDesk.Taken taken) {
        return company(touch, lead)
                .map(at -> {
                    if (taken.of(people(at)) >= courtesy.aDay()) {
                        return Colleagues.TODAY;
                    }
                    return taken.of(onChannel(at, touch.kind().channel())) >= courtesy.anHour()
                            ? Colleagues.THIS_HOUR
                            : Colleagues.FEW;
                })
                .orElse(Colleagues.FEW);
    }

    /** What a touch takes of the counters; the limits hold for those that may be held back. */
    List<Quotas.Bound> bounds(Touch touch, @Nullable Lead lead) {
        return company(touch, lead)
                .map(at -> {
                    boolean held = courtesy.holds(touch);
                    return List.of(
                            new Quotas.Bound(people(at), held ? courtesy.aDay() : Integer.MAX_VALUE),
                            new Quotas.Bound(
                                    onChannel(at, touch.kind().channel()),
                                    held ? courtesy.anHour() : Integer.MAX_VALUE));
                })
                .orElse(List.of());
    }

    /** Whether a counter counts the day, or the hour, that runs now. */
    boolean current(Quotas.Counter counter) {
        return switch (counter.metric()) {
            case COMPANY_PEOPLE -> counter.periodStart().equals(today);
            case COMPANY_HOUR -> counter.periodStart().equals(thisHour);
            default -> false;
        };
    }

    private Optional<DomainName> company(Touch touch, @Nullable Lead lead) {
        return courtesy.counts(touch) ? domain(lead).filter(shared()::contains) : Optional.empty();
    }

    private static Optional<DomainName> domain(@Nullable Lead lead) {
        return Optional.ofNullable(lead).map(known -> known.company().domain());
    }

    private Set<DomainName> shared() {
        if (shared == null) {
            Set<DomainName> asked = cases.stream()
                    .filter(one -> courtesy.counts(one.touch()))
                    .map(TouchCase::lead)
                    .filter(Objects::nonNull)
                    .flatMap(lead -> domain(lead).stream())
                    .collect(Collectors.toSet());
            shared = asked.isEmpty() ? Set.of() : world.leads().leads().shared(setting.id(), asked);
        }
        return shared;
    }

    private Quotas.Counter people(DomainName at) {
        return new Quotas.Counter(named(at.value()), QuotaMetric.COMPANY_PEOPLE, today);
    }

    private Quotas.Counter onChannel(DomainName at, Channel channel) {
        return new Quotas.Counter(named(at.value() + "|" + channel.wire()), QuotaMetric.COMPANY_HOUR, thisHour);
    }

    private UUID named(String what) {
        return UUID.nameUUIDFromBytes((setting.id() + "|" + what).getBytes(StandardCharsets.UTF_8));
    }
}
