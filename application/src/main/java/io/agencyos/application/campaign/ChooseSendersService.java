package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.resource.SenderOffers;
import io.agencyos.application.resource.SenderOffers.Offer;
import io.agencyos.application.resource.lending.UsedToday;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The campaign is locked, so that two members who choose at once choose one after the other. */
public final class ChooseSendersService implements ChooseSenders {

    private static final String LIMIT = "daily_limit";

    private final Ports ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** What choosing needs from outside. */
    public record Ports(Clients clients, Campaigns campaigns, SenderOffers offers, UsedToday used, Audit audit) {}

    public ChooseSendersService(Ports ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<Serving> of(TenantScope scope, CampaignId campaign) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope.asWorker(),
                () -> ports.campaigns()
                        .find(client, campaign)
                        .map(found -> serving(found, ports.campaigns().senders(client, campaign))));
    }

    private Serving serving(Campaign campaign, List<CampaignSender> chosen) {
        List<Offer> offers = ports.offers().of(campaign.clientId(), clock.now());
        return new Serving(
                standings(campaign.clientId(), chosen, offers),
                Arrays.stream(Channel.values())
                        .filter(channel -> chosen.stream().noneMatch(one -> one.isFor(channel)))
                        .flatMap(channel -> offers.stream()
                                .filter(offer -> offer.channels().contains(channel))
                                .map(offer -> new Inherited(
                                        channel, offer, campaign.life().createdAt())))
                        .toList());
    }

    private List<Standing> standings(ClientId client, List<CampaignSender> chosen, List<Offer> offers) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Instant now = clock.now();
        Map<ResourceId, Integer> used = ports.used()
                .of(client, chosen.stream().map(ChooseSendersService::counter).toList(), midnight(client, now));
        return chosen.stream()
                .map(one ->
                        new Standing(one, offer(offers, one.sender()).orElse(null), used.getOrDefault(counter(one), 0)))
                .toList();
    }

    /** A choice is counted under its own id. */
    private static ResourceId counter(CampaignSender one) {
        return new ResourceId(one.id());
    }

    private static Optional<Offer> offer(List<Offer> offers, ResourceId sender) {
        return offers.stream().filter(offer -> offer.id().equals(sender)).findFirst();
    }

    private Instant midnight(ClientId client, Instant now) {
        ZoneId zone = ports.clients().find(client).map(Client::timezone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    @Override
    public Outcome choose(TenantScope scope, CampaignId campaign, Wish wish, Origin origin) {
        return inOpen(scope, campaign, (found, chosen) -> {
            Optional<Offer> offer = offer(ports.offers().of(scope.clientId(), clock.now()), wish.sender());
            Optional<FieldProblem> problem = offer.isEmpty()
                    ? Optional.of(FieldProblem.of(wish.field(), "unknown_resource", "Your client has no such sender."))
                    : problem(wish, offer.get());
            if (problem.isPresent()) {
                return new Outcome.Invalid(List.of(problem.get()));
            }
            Optional<CampaignSender> known = chosen.stream()
                    .filter(one -> one.sender().equals(wish.sender()))
                    .findFirst();
            if (known.isPresent()) {
                return new Outcome.Exists(known.get().id());
            }
            CampaignSender sender = new CampaignSender(
                    ids.next(),
                    scope.clientId(),
                    campaign,
                    wish.channel(),
                    wish.sender(),
                    wish.dailyLimit(),
                    true,
                    null,
                    clock.now());
            if (!ports.campaigns().addSender(sender)) {
                return new Outcome.Invalid(
                        List.of(FieldProblem.of(wish.field(), "unknown_resource", "Your client has no such sender.")));
            }
            audit(
                    scope,
                    AuditAction.CREATE,
                    sender,
                    Map.of("sender", change(null, wish.sender().text())),
                    origin);
            return chosen(sender);
        });
    }

    private static Optional<FieldProblem> problem(Wish wish, Offer offer) {
        return offer.channels().contains(wish.channel())
                ? problem(wish.dailyLimit(), offer)
                : Optional.of(FieldProblem.of(
                        "channel", "channel_mismatch", "This sender is good for " + offer.channels() + "."));
    }

    private static Optional<FieldProblem> problem(@Nullable Integer limit, Offer offer) {
        return limit == null || limit <= offer.limit()
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        LIMIT,
                        "above_resource_limit",
                        "The sender itself allows fewer in a day.",
                        Map.of("limit", Integer.toString(offer.limit()))));
    }

    private Outcome chosen(CampaignSender sender) {
        return new Outcome.Chosen(
                standings(sender.clientId(), List.of(sender), ports.offers().of(sender.clientId(), clock.now()))
                        .getFirst());
    }

    @Override
    public Outcome change(
            TenantScope scope, CampaignId campaign, UUID id, Function<CampaignSender, Edit> edit, Origin origin) {
        return inOpen(
                scope,
                campaign,
                (found, chosen) -> one(chosen, id)
                        .<Outcome>map(before -> changed(scope, before, edit.apply(before), origin))
                        .orElseGet(Outcome.NotFound::new));
    }

    private Outcome changed(TenantScope scope, CampaignSender before, Edit edit, Origin origin) {
        CampaignSender after = before.with(edit.dailyLimit(), edit.active());
        if (after.equals(before)) {
            return chosen(before);
        }
        Optional<FieldProblem> problem = offer(ports.offers().of(scope.clientId(), clock.now()), before.sender())
                .flatMap(offer -> problem(edit.dailyLimit(), offer));
        if (problem.isPresent()) {
            return new Outcome.Invalid(List.of(problem.get()));
        }
        CampaignSender stored = ports.campaigns().updateSender(after);
        audit(
                scope,
                AuditAction.UPDATE,
                after,
                Map.of(
                        LIMIT,
                        change(text(before.dailyLimit()), text(after.dailyLimit())),
                        "is_active",
                        change(text(before.active()), text(after.active()))),
                origin);
        return chosen(stored);
    }

    @Override
    public Outcome giveUp(TenantScope scope, CampaignId campaign, UUID id, Origin origin) {
        return inOpen(
                scope,
                campaign,
                (found, chosen) -> one(chosen, id)
                        .<Outcome>map(before -> {
                            ports.campaigns().removeSender(before);
                            audit(
                                    scope,
                                    AuditAction.DELETE,
                                    before,
                                    Map.of("sender", change(before.sender().text(), null)),
                                    origin);
                            return chosen(before);
                        })
                        .orElseGet(Outcome.NotFound::new));
    }

    private static Optional<CampaignSender> one(List<CampaignSender> chosen, UUID id) {
        return chosen.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The campaign, held against every other change, with what it has chosen. */
    private Outcome inOpen(TenantScope scope, CampaignId id, BiFunction<Campaign, List<CampaignSender>, Outcome> then) {
        if (!Permissions.permits(scope, Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        return units.inTenant(
                scope.asWorker(),
                () -> ports.campaigns()
                        .findForUpdate(scope.clientId(), id)
                        .map(found -> found.status() == CampaignStatus.COMPLETED
                                ? new Outcome.Terminal()
                                : then.apply(found, ports.campaigns().senders(scope.clientId(), id)))
                        .orElseGet(Outcome.NotFound::new));
    }

    private void audit(
            TenantScope scope, AuditAction action, CampaignSender sender, Map<String, Change> changes, Origin origin) {
        ports.audit()
                .append(new AuditEntry(
                        ids.next(),
                        clock.now(),
                        scope.clientId(),
                        Actors.of(scope),
                        action,
                        AuditEntry.Outcome.OK,
                        "campaign_resource",
                        sender.id(),
                        changes,
                        Map.of("campaign_id", sender.campaignId().text()),
                        origin));
    }

    private static Change change(@Nullable String before, @Nullable String after) {
        return new Change(before, after);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
