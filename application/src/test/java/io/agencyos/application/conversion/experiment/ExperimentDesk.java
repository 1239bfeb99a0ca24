package io.agencyos.application.conversion.experiment;

import io.agencyos.application.conversion.learning.LearningDesk;
import io.agencyos.application.conversion.suggest.SuggestVariant;
import io.agencyos.application.conversion.suggest.Suggestions;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.StepVariants;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversion.experiment.Experiment;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.conversion.experiment.Variant;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.VariantId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A desk whose client experiments with texts, and leads that get them without waiting for the days of outreach. */
public abstract class ExperimentDesk extends LearningDesk {

    static final Origin NOWHERE = Origin.NONE;
    static final String QUESTION = "Shall I send you two ideas for {company}?";

    private int numbers;

    /** The stores of experiments, on those of the desk. */
    protected abstract Experiments experiments();

    protected abstract Suggestions suggestions();

    final HoldExperiments holding() {
        return new HoldExperimentsService(
                new ExperimentPorts(
                        experiments(),
                        desk().world().world().campaigns(),
                        desk().world().world().clients(),
                        desk().audit()),
                desk().world().units(),
                clock()::get,
                ids());
    }

    final LookAtExperiments looking() {
        return new LookAtExperimentsService(
                experiments(),
                new SuggestVariant(suggestions(), ids()),
                desk().world().units(),
                clock()::get);
    }

    final StepVariants variants() {
        return new AssignVariants(experiments(), clock()::get);
    }

    static HoldExperiments.Asked asked(CampaignId campaign, int step) {
        return new HoldExperiments.Asked(
                campaign,
                step,
                Variation.Element.CTA,
                Reward.POSITIVE_REPLY,
                List.of(
                        new HoldExperiments.ArmAsked("as it is", null),
                        new HoldExperiments.ArmAsked("ideas", QUESTION)));
    }

    final Experiment begun(OutreachScenario at, HoldExperiments.Asked asked) {
        HoldExperiments.Outcome outcome =
                holding().begin(new TenantScope(at.client(), ANN, Role.MEMBER), asked, NOWHERE);
        if (outcome instanceof HoldExperiments.Outcome.Done(Experiment experiment)) {
            return experiment;
        }
        throw new AssertionError(outcome);
    }

    final Experiment begun() {
        return begun(scenario(), asked(scenario().campaign().id(), 1));
    }

    final Experiment reread(Experiment experiment) {
        return in(() -> experiments().find(client(), experiment.id())).orElseThrow();
    }

    /** The same client's outreach, with texts that are experimented with. */
    final OutreachScenario experimenting(PermissionMode mode) {
        OutreachScenario.World on = desk().world();
        return new OutreachScenario(
                new OutreachScenario.World(
                        on.units(),
                        on.stores(),
                        on.world().experimenting(variants()),
                        on.credits(),
                        on.scoring(),
                        on.sender(),
                        on.links(),
                        on.consent()),
                clock(),
                mode);
    }

    static Touch.TouchContent written(OutreachScenario at, Lead lead) {
        return Objects.requireNonNull(at.touches(lead).getFirst().content());
    }

    static Experiment with(Experiment of, List<Variant> variants) {
        return new Experiment(
                of.id(),
                of.clientId(),
                of.campaignId(),
                of.stepNo(),
                of.element(),
                of.reward(),
                of.status(),
                of.stopReason(),
                of.rateBefore(),
                variants,
                of.adopted(),
                of.startedAt(),
                of.endedAt(),
                of.lookedAt(),
                of.version());
    }

    final Variant.@Nullable Tally tally(Experiment experiment, VariantId variant) {
        return in(() -> experiments().tallies(experiment, now())).get(variant);
    }

    final List<Lead> fresh(int count) {
        List<Lead> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(Leadbook.lead(
                    client(), ++numbers, "p" + UUID.randomUUID().toString().replace("-", "")));
        }
        in(() -> {
            desk().world().world().leads().leads().insertAll(made);
            return null;
        });
        return made;
    }

    final void record(List<Lead> leads, VariantId variant, int step) {
        Map<LeadId, VariantId> given = new HashMap<>();
        leads.forEach(lead -> given.put(lead.id(), variant));
        record(leads, given, step);
    }

    final void record(List<Lead> leads, Map<LeadId, VariantId> given, int step) {
        List<SentLog.Sent> sent = leads.stream()
                .map(lead -> sent(lead, given.get(lead.id()), step))
                .toList();
        in(() -> {
            desk().world().stores().sentLog().record(sent);
            return null;
        });
    }

    final SentLog.Sent sent(Lead lead, @Nullable VariantId variant, int step) {
        var maker = Outreachbook.touch(
                        Outreachbook.enrolment(lead.id(), scenario().campaign()))
                .step(step)
                .sent(now(), "ref-" + UUID.randomUUID());
        return new SentLog.Sent(
                (variant == null ? maker : maker.saying(variant)).make(),
                now(),
                1,
                null,
                "Subject",
                "The whole text.",
                new DomainName("northlight.example"),
                step,
                null,
                LocalDateTime.ofInstant(now(), SYDNEY),
                SYDNEY,
                60,
                false);
    }

    /** Sends to so many leads a day for a week, each arm's share of them says yes, and looks every night. */
    final Experiment lived(Experiment experiment, int aDay, Map<VariantId, Integer> oneOf, int days) {
        Map<VariantId, Integer> reached = new HashMap<>();
        for (int day = 0; day < days; day++) {
            List<Lead> willing = new ArrayList<>();
            if (day < 7) {
                List<Lead> leads = fresh(aDay);
                Map<LeadId, VariantId> given = given(leads);
                record(leads, given, 1);
                for (Lead lead : leads) {
                    VariantId variant = given.get(lead.id());
                    if (reached.merge(variant, 1, Integer::sum) % Objects.requireNonNull(oneOf.get(variant)) == 0) {
                        willing.add(lead);
                    }
                }
            }
            clock().set(now().plus(Duration.ofDays(1)));
            willing.forEach(lead -> replied(lead, Intent.INTERESTED, "Tell me more."));
            looking().look(client());
        }
        return reread(experiment);
    }

    final Map<LeadId, VariantId> given(List<Lead> leads) {
        Map<TouchId, LeadId> asked = new HashMap<>();
        leads.forEach(lead -> asked.put(new TouchId(UUID.randomUUID()), lead.id()));
        Map<TouchId, StepVariants.Given> given = in(() -> variants()
                .of(
                        client(),
                        asked.entrySet().stream()
                                .map(each -> new StepVariants.Text(
                                        each.getKey(),
                                        each.getValue(),
                                        scenario().campaign().id(),
                                        1))
                                .toList()));
        Map<LeadId, VariantId> byLead = new HashMap<>();
        given.forEach((touch, what) -> byLead.put(asked.get(touch), Objects.requireNonNull(what.variant())));
        return byLead;
    }
}
