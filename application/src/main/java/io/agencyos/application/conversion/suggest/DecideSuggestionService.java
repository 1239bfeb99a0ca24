package io.agencyos.application.conversion.suggest;

import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decisions are compare-and-set; what is accepted is applied by the use cases that a person would use. */
public final class DecideSuggestionService implements DecideSuggestion {

    /** By then whoever accepted it has applied it, or died on the way. */
    private static final Duration IN_HAND = Duration.ofMinutes(5);

    private final Suggestions suggestions;
    private final CampaignResults results;
    private final SuggestionActions actions;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public DecideSuggestionService(
            Suggestions suggestions,
            CampaignResults results,
            SuggestionActions actions,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.suggestions = suggestions;
        this.results = results;
        this.actions = actions;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Suggestion> list(TenantScope scope, Suggestions.Filter filter, int limit) {
        return units.inTenant(scope, () -> suggestions.list(scope.clientId(), filter, limit));
    }

    @Override
    public Optional<Suggestion> show(TenantScope scope, UUID id) {
        return units.inTenant(scope, () -> suggestions.find(scope.clientId(), id));
    }

    @Override
    public Outcome accept(TenantScope scope, UUID id, boolean activate, Origin origin) {
        OptionalInt share =
                show(scope, id).map(found -> actions.shareTaken(scope, found)).orElse(OptionalInt.empty());
        Outcome approved = decide(scope, id, found -> approve(scope, found, share));
        if (!(approved instanceof Outcome.Decided(Suggestion suggestion))
                || suggestion.status() != SuggestionStatus.APPROVED) {
            return approved;
        }
        SuggestionActions.Applied applied = actions.apply(scope, suggestion, origin);
        Optional<String> error = applied.error();
        Instant now = clock.now();
        Suggestion done = error.map(said -> suggestion.moved(
                        SuggestionStatus.APPROVED, new Suggestion.Decision(scope.userId(), now, null, said)))
                .orElseGet(() -> suggestion.moved(
                        SuggestionStatus.APPLIED, new Suggestion.Decision(scope.userId(), now, null, null)));
        Outcome stored =
                units.inTenant(scope.asWorker(), () -> stored(suggestion, done, scope, error.orElse(null), now));
        return activate
                ? applied.made()
                        .map(campaign -> started(scope, stored, campaign, origin))
                        .orElse(stored)
                : stored;
    }

    private Outcome started(TenantScope scope, Outcome stored, CampaignId campaign, Origin origin) {
        return stored instanceof Outcome.Decided(Suggestion suggestion)
                ? switch (actions.activate(scope, campaign, origin)) {
                    case ActivateCampaign.Outcome.Activated activated ->
                        new Outcome.Started(suggestion, activated.campaign());
                    case ActivateCampaign.Outcome.AlreadyActive already ->
                        new Outcome.Started(suggestion, already.campaign());
                    case ActivateCampaign.Outcome.Blocked blocked ->
                        new Outcome.StaysDraft(suggestion, campaign, blocked);
                    // somebody deleted or ended it meanwhile; what was decided stands
                    case ActivateCampaign.Outcome.NotFound gone -> stored;
                    case ActivateCampaign.Outcome.Terminal over -> stored;
                    case ActivateCampaign.Outcome.RoleRequired role -> stored;
                }
                : stored;
    }

    /** One that was applied stays as it is; an approved one that was not is tried again. */
    private Outcome approve(TenantScope scope, Suggestion found, OptionalInt share) {
        Instant now = clock.now();
        if (found.status() == SuggestionStatus.APPLIED || isStuck(found, now)) {
            return new Outcome.Decided(found);
        }
        return found.isOpen(now)
                ? stored(
                        found,
                        found.moved(SuggestionStatus.APPROVED, new Suggestion.Decision(scope.userId(), now, null, null))
                                .measured(MonthOfReach.until(results, scope.clientId(), now)
                                        .before(found.type(), found.campaignId(), share)),
                        scope,
                        null,
                        now)
                : new Outcome.InvalidTransition(found);
    }

    private static boolean isStuck(Suggestion found, Instant now) {
        return found.status() == SuggestionStatus.APPROVED
                && (found.applyError() != null
                        || found.reviewedAt() != null
                                && found.reviewedAt().plus(IN_HAND).isBefore(now));
    }

    @Override
    public Outcome reject(TenantScope scope, UUID id, @Nullable String reason) {
        return decide(scope, id, found -> {
            Instant now = clock.now();
            return found.isOpen(now)
                    ? stored(
                            found,
                            found.moved(
                                    SuggestionStatus.REJECTED,
                                    new Suggestion.Decision(scope.userId(), now, reason, null)),
                            scope,
                            reason,
                            now)
                    : new Outcome.InvalidTransition(found);
        });
    }

    private Outcome decide(TenantScope scope, UUID id, Function<Suggestion, Outcome> decision) {
        try {
            return units.inTenant(
                    scope.asWorker(),
                    () -> suggestions.find(scope.clientId(), id).map(decision).orElseGet(Outcome.NotFound::new));
        } catch (ConcurrentUpdate lost) {
            // somebody else was a moment faster
            return show(scope, id).<Outcome>map(Outcome.InvalidTransition::new).orElseGet(Outcome.NotFound::new);
        }
    }

    private Outcome stored(
            Suggestion before, Suggestion after, TenantScope scope, @Nullable String reason, Instant now) {
        Suggestion stored = suggestions.update(after);
        suggestions.append(new Suggestions.Step(
                ids.next(),
                before.clientId(),
                before.id(),
                before.status(),
                after.status(),
                scope.userId(),
                reason,
                now));
        return new Outcome.Decided(stored);
    }
}
