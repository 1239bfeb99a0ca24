package io.agencyos.application.outreach.outlook;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.gate.Refusal;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the stores tell and completes every refusal with what ends it and what to do. */
final class ShowOutlookService implements ShowOutlook {

    private static final Comparator<Cause> FIRST_CHECK_FIRST = Comparator.comparingInt(
                    (Cause cause) -> cause.refusal().check() == 0
                            ? Integer.MAX_VALUE
                            : cause.refusal().check())
            .thenComparing(Comparator.comparingInt(Cause::leads).reversed())
            .thenComparing(cause -> cause.refusal().code());

    private static final String NOBODY = "Nobody waits in this campaign: assign leads to it, or import some.";
    private static final String OVER = "The campaign is completed; start another one.";

    private final Outlooks outlooks;
    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final UnitOfWork units;
    private final ClockPort clock;

    ShowOutlookService(
            Outlooks outlooks, Campaigns campaigns, Enrolments enrolments, UnitOfWork units, ClockPort clock) {
        this.outlooks = outlooks;
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Status status(TenantScope scope) {
        List<Outlooks.Group> groups =
                units.inTenant(scope.asWorker(), () -> outlooks.groups(scope.clientId(), clock.now()));
        Map<CampaignId, List<Outlooks.Group>> byCampaign = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> group.campaign() != null)
                .forEach(group -> byCampaign
                        .computeIfAbsent(group.campaign(), campaign -> new ArrayList<>())
                        .add(group));
        return new Status(
                summary(null, groups),
                byCampaign.entrySet().stream()
                        .map(entry -> summary(entry.getKey(), entry.getValue()))
                        .toList());
    }

    @Override
    public Optional<Diagnosis> diagnosis(TenantScope scope, CampaignId id) {
        return units.inTenant(
                scope.asWorker(),
                () -> campaigns
                        .find(scope.clientId(), id)
                        .map(campaign -> new Diagnosis(
                                campaign,
                                standing(
                                        campaign,
                                        outlooks.groups(scope.clientId(), clock.now()).stream()
                                                .filter(group -> id.equals(group.campaign()))
                                                .toList()),
                                enrolments.conservation(scope.clientId(), id))));
    }

    /** Where nobody waits there is a cause too: the campaign does not run, or has no leads. */
    private static Summary standing(Campaign campaign, List<Outlooks.Group> groups) {
        Summary standing = summary(campaign.id(), groups);
        if (standing.leads() > 0) {
            return standing;
        }
        Cause cause = new Cause(
                switch (campaign.status()) {
                    case ACTIVE -> Refusal.of(GateReason.NOT_ASSIGNED.wire(), null, NOBODY);
                    case DRAFT, PAUSED -> Refusal.of(GateReason.CAMPAIGN_INACTIVE.wire(), null, null);
                    case COMPLETED -> Refusal.of(GateReason.CAMPAIGN_ENDED.wire(), null, OVER);
                },
                0);
        return new Summary(campaign.id(), 0, null, cause, List.of(cause));
    }

    private static Summary summary(@Nullable CampaignId campaign, Collection<Outlooks.Group> groups) {
        Map<String, Cause> causes = new LinkedHashMap<>();
        groups.forEach(group -> {
            if (group.code() != null) {
                Cause one = new Cause(Refusal.of(group.code(), group.earliest(), null), group.leads());
                causes.merge(group.code(), one, ShowOutlookService::together);
            }
        });
        List<Cause> ordered = causes.values().stream().sorted(FIRST_CHECK_FIRST).toList();
        Instant next = groups.stream()
                .filter(group -> group.code() == null)
                .map(Outlooks.Group::earliest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Summary(
                campaign,
                groups.stream().mapToInt(Outlooks.Group::leads).sum(),
                next,
                next == null && !ordered.isEmpty() ? ordered.getFirst() : null,
                ordered);
    }

    private static Cause together(Cause left, Cause right) {
        Instant a = left.refusal().until();
        Instant b = right.refusal().until();
        boolean leftFirst = b == null || a != null && a.isBefore(b);
        return new Cause(leftFirst ? left.refusal() : right.refusal(), left.leads() + right.leads());
    }

    @Override
    public List<Refused> behind(
            TenantScope scope, String code, @Nullable CampaignId campaign, Outlooks.@Nullable After after, int limit) {
        return units
                .inTenant(
                        scope.asWorker(),
                        () -> outlooks.behind(scope.clientId(), code, campaign, clock.now(), after, limit))
                .stream()
                .map(held -> new Refused(
                        held.lead(),
                        held.name(),
                        held.campaign(),
                        Refusal.of(held.code(), held.until(), held.remedy())))
                .toList();
    }
}
