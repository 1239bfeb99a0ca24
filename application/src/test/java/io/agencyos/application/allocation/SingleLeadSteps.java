package io.agencyos.application.allocation;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.AddLead;
import io.agencyos.application.lead.ChangeLead;
import io.agencyos.application.lead.DeleteLead;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.lead.intake.SignalDraft;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a person does with one lead, over whatever stores it is given. */
public abstract class SingleLeadSteps extends AssignmentSteps {

    final String me = "p" + UUID.randomUUID().toString().replace("-", "");

    final AddLead.Outcome add(Asking asking, LeadDraft draft, boolean intoCampaign) {
        return scenario()
                .editing()
                .addLead()
                .add(asking.worker(), draft, intoCampaign ? asking.campaign().id() : null, Origin.NONE);
    }

    final ChangeLead.Outcome change(Asking asking, Lead lead, UnaryOperator<LeadDraft> edit) {
        return scenario().editing().changeLead().change(asking.worker(), lead.id(), lead.version(), edit, Origin.NONE);
    }

    final DeleteLead.Outcome delete(TenantScope scope, Lead lead, int version) {
        return scenario().editing().deleteLead().delete(scope, lead.id(), version, Origin.NONE);
    }

    static Lead added(AddLead.Outcome outcome) {
        if (outcome instanceof AddLead.Outcome.Added(Lead lead)) {
            return lead;
        }
        throw new AssertionError(outcome);
    }

    static Lead changed(ChangeLead.Outcome outcome) {
        if (outcome instanceof ChangeLead.Outcome.Changed(Lead lead)) {
            return lead;
        }
        throw new AssertionError(outcome);
    }

    static LeadDraft said(@Nullable String email) {
        return new LeadDraft(
                null,
                email,
                null,
                null,
                "Priya",
                "Raman",
                "Head of Growth",
                "Harbour Lane",
                null,
                "Marketing",
                25,
                "AU",
                SignalDraft.NONE,
                Map.of("list", "expo"));
    }

    static LeadDraft with(
            LeadDraft draft, @Nullable String externalId, @Nullable String title, @Nullable String profile) {
        return new LeadDraft(
                externalId == null ? draft.externalId() : externalId,
                draft.email(),
                draft.phone(),
                profile == null ? draft.linkedInUrl() : "https://www.linkedin.com/" + profile,
                draft.firstName(),
                draft.lastName(),
                title == null ? draft.title() : title,
                draft.company(),
                draft.domain(),
                draft.industry(),
                draft.employeeCount(),
                draft.country(),
                draft.signals(),
                draft.metadata());
    }

    static LeadDraft titled(LeadDraft draft, String title) {
        return with(draft, null, title, null);
    }

    static LeadDraft mailed(LeadDraft draft, @Nullable String email) {
        return new LeadDraft(
                draft.externalId(),
                email,
                draft.phone(),
                draft.linkedInUrl(),
                draft.firstName(),
                draft.lastName(),
                draft.title(),
                draft.company(),
                null,
                draft.industry(),
                draft.employeeCount(),
                draft.country(),
                draft.signals(),
                draft.metadata());
    }

    static LeadDraft withPairs(LeadDraft draft, Map<String, String> pairs) {
        return new LeadDraft(
                draft.externalId(),
                draft.email(),
                draft.phone(),
                draft.linkedInUrl(),
                draft.firstName(),
                draft.lastName(),
                draft.title(),
                draft.company(),
                draft.domain(),
                draft.industry(),
                draft.employeeCount(),
                draft.country(),
                draft.signals(),
                pairs);
    }

    final Map<String, String> metadata(Asking asking, Lead lead) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario().on().world().leads().leads().metadata(asking.client(), lead.id()));
    }

    final Optional<PoolPersonId> owner(String email) {
        IdentityKey key = new IdentityKey(IdentityKey.Kind.EMAIL, email);
        return Optional.ofNullable(scenario()
                .on()
                .units()
                .onPlatform(() -> scenario()
                        .on()
                        .world()
                        .leads()
                        .people()
                        .resolve(Set.of(key))
                        .get(key)));
    }

    final PoolPerson person(PoolPersonId id) {
        return scenario()
                .on()
                .units()
                .onPlatform(() -> scenario()
                        .on()
                        .world()
                        .leads()
                        .people()
                        .findAll(List.of(id))
                        .getFirst());
    }

    final void knowBy(PoolPerson person, String email) {
        IdentityKey key = new IdentityKey(
                IdentityKey.Kind.EMAIL, Leadbook.email(email).key().value());
        scenario()
                .on()
                .units()
                .onPlatform(() ->
                        scenario().on().world().leads().people().addKeys(Map.of(person.id(), List.of(key)), "manual"));
    }

    final void suppressPerson(Asking asking, PoolPersonId person) {
        scenario().run(asking.client(), () -> suppressions(asking, SuppressionKeyType.PERSON, person.text()));
    }

    final void suppressions(Asking asking, SuppressionKeyType type, String key) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        scenario()
                .on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(new Suppression(
                        id,
                        asking.client(),
                        type,
                        key,
                        SuppressionReason.DO_NOT_CONTACT,
                        SuppressionSource.MANUAL,
                        id,
                        null,
                        START,
                        null,
                        0)));
    }
}
