package io.agencyos.application.conversion.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.campaign.store.ConsentDeclarations;
import io.agencyos.application.client.AuditTrail;
import io.agencyos.application.conversion.experiment.ExperimentPorts;
import io.agencyos.application.conversion.experiment.Experiments;
import io.agencyos.application.conversion.experiment.HoldExperimentsService;
import io.agencyos.application.conversion.learning.LearningDesk;
import io.agencyos.application.conversion.learning.ManageLearningService;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.IcpId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A desk at which suggestions are made, decided and measured. */
public abstract class SuggestionsDesk extends LearningDesk {

    protected abstract SuggestionPorts ports();

    protected abstract LearningSettingsStore settings();

    /** What is signed before a campaign starts, on the same stores. */
    protected abstract ConsentDeclarations declarations();

    final CampaignPorts campaignPorts() {
        return campaignPorts(declarations());
    }

    private CampaignPorts campaignPorts(ConsentDeclarations signed) {
        OutreachScenario.World on = desk().world();
        return new CampaignPorts(
                on.world().clients(),
                on.credits(),
                on.world().campaigns(),
                on.stores().enrolments(),
                signed,
                SendingChannels.ofMailboxes(on.world().mailboxes()),
                on.stores().touches()::inFlight,
                (client, campaign) -> 0,
                (client, campaign) -> 0,
                on.world().events(),
                desk().audit(),
                () -> true);
    }

    /** The stores of experiments, on those of the desk. */
    protected abstract Experiments experiments();

    final SuggestCampaignsService suggesting() {
        return new SuggestCampaignsService(ports(), desk().world().units(), clock()::get, ids());
    }

    final DecideSuggestion deciding() {
        return deciding(declarations());
    }

    /** As if every campaign were declared to be of consenting addresses. */
    static ConsentDeclarations signed() {
        return new ConsentDeclarations() {
            @Override
            public Optional<ConsentDeclaration> newest(ClientId client, CampaignId campaign) {
                return Optional.of(new ConsentDeclaration(
                        new ConsentId(UUID.randomUUID()),
                        client,
                        campaign,
                        ConsentText.CURRENT.version(),
                        ConsentText.CURRENT.hash(),
                        ANN,
                        Instant.EPOCH));
            }

            @Override
            public void append(ConsentDeclaration declaration) {
                throw new UnsupportedOperationException("signed already");
            }
        };
    }

    /** @param signed what is signed of which campaigns */
    final DecideSuggestion deciding(ConsentDeclarations signed) {
        CampaignUseCases campaigns =
                new CampaignUseCases(campaignPorts(signed), desk().world().units(), clock()::get, ids());
        return new DecideSuggestionService(
                ports().suggestions(),
                ports().results(),
                new SuggestionActions(
                        campaigns,
                        new ManageLearningService(
                                settings(),
                                new AuditTrail(desk().audit(), clock()::get, ids()),
                                desk().world().units()),
                        new HoldExperimentsService(
                                new ExperimentPorts(
                                        experiments(),
                                        desk().world().world().campaigns(),
                                        desk().world().world().clients(),
                                        desk().audit()),
                                desk().world().units(),
                                clock()::get,
                                ids())),
                desk().world().units(),
                clock()::get,
                ids());
    }

    static Node.Members segment(String dimension, String key, double effect) {
        return Node.members()
                .with("dimension", dimension)
                .with("key", key)
                .with("status", effect > 1 ? "confirmed_positive" : "confirmed_negative")
                .with("effect", Node.rounded(effect, 4))
                .with("direction", Node.rounded(.99, 4))
                .with("sample", 200)
                .with("ci_low", Node.rounded(.05, 4))
                .done();
    }

    final void learned(PatternType type, Node.Members... segments) {
        in(() -> learning()
                .patterns()
                .publish(new LearnedPattern(
                        ids().next(),
                        client(),
                        type,
                        1,
                        Node.members()
                                .with(
                                        "for_use",
                                        Node.members()
                                                .with("segments", Node.items(List.of(segments)))
                                                .done())
                                .done(),
                        1_000,
                        200,
                        new BigDecimal("0.9000"),
                        "meeting_booked",
                        now().minus(Duration.ofDays(100)),
                        now().minus(Duration.ofDays(14)),
                        now(),
                        "settings" + UUID.randomUUID(),
                        now(),
                        PatternStatus.ACTIVE)));
    }

    /** A client with 20 conversions, two months old, with the patterns that suggestions need. */
    final void known(Node.Members... who) {
        List<Lead> leads = contacted(22);
        scenario().advance(Duration.ofHours(1));
        leads.forEach(this::booked);
        scenario().advance(Duration.ofDays(61));
        mature();
        learned(PatternType.WHO, who);
        learned(PatternType.WHAT, segment("pain_point:scaling", "with", 2));
        learned(PatternType.HOW);
    }

    final Suggestion made(SuggestionType type) {
        return all().stream().filter(each -> each.type() == type).findFirst().orElseThrow();
    }

    final List<Suggestion> all() {
        return deciding().list(as(ANN, Role.VIEWER), Suggestions.Filter.ALL, 100);
    }

    final Suggestion accepted(Suggestion suggestion) {
        DecideSuggestion.Outcome outcome = deciding().accept(as(ANN, Role.MEMBER), suggestion.id(), Origin.NONE);
        assertThat(outcome).isInstanceOf(DecideSuggestion.Outcome.Decided.class);
        return ((DecideSuggestion.Outcome.Decided) outcome).suggestion();
    }

    final Suggestion one(@Nullable CampaignId campaign, SuggestionType type, Node.Members action) {
        Candidate candidate = new Candidate(
                type,
                campaign,
                "key",
                "Do " + type.wire(),
                "Because of the numbers.",
                action,
                Node.members().with("sample", 100).done(),
                new BigDecimal("0.91"),
                80);
        Suggestion made =
                Suggestion.of(ids().next(), client(), candidate, Node.members().done(), Suggestion.Metrics.NONE, now());
        scenario().in(() -> ports().suggestions().insert(made));
        return made;
    }

    /** Only the profile speaks: nothing learned, and no campaign that stands. */
    final void profiled(List<String> industries, List<String> titles) {
        in(() -> {
            ports().clients()
                    .saveIcp(new IcpProfile(
                            new IcpId(ids().next()),
                            client(),
                            9,
                            IcpStatus.CONFIRMED,
                            IcpOrigin.MANUAL,
                            industries,
                            titles,
                            List.of("11-50"),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            now(),
                            0));
            return client();
        });
        new CampaignUseCases(campaignPorts(), desk().world().units(), clock()::get, ids())
                .completeCampaign()
                .complete(as(ANN, Role.ADMIN), scenario().campaign().id(), Origin.NONE);
    }

    final int share(Campaign campaign) {
        return in(() -> ports().campaigns().find(client(), campaign.id()).orElseThrow())
                .priorityPct();
    }
}
