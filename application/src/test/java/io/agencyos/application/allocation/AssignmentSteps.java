package io.agencyos.application.allocation;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Clients that want people from a pool of their own, over whatever stores they are given. */
public abstract class AssignmentSteps {

    static final Instant START = Leadbook.MONDAY;
    public static final int QUOTA = 1_250;

    public final AtomicReference<Instant> now = new AtomicReference<>(START);
    private @Nullable AllocationScenario scenario;

    /** Stores whose pool is empty. */
    protected abstract AllocationScenario.Stores stores(AtomicReference<Instant> now) throws Exception;

    @BeforeEach
    void begin() throws Exception {
        scenario = new AllocationScenario(stores(now), now);
    }

    protected final AllocationScenario scenario() {
        return Objects.requireNonNull(scenario);
    }

    protected final AssignPoolLeads.Outcome assign(Asking asking, int count, String key) {
        return scenario().allocation().assignPoolLeads().assign(asking.worker(), request(asking, count, key, false));
    }

    static AssignPoolLeads.Request request(Asking asking, int count, String key, boolean dryRun) {
        return new AssignPoolLeads.Request(asking.campaign().id(), count, key, dryRun);
    }

    static AssignPoolLeads.Outcome refused(AssignmentRefusal refusal) {
        return new AssignPoolLeads.Outcome.Refused(refusal);
    }

    protected static AssignPoolLeads.Report done(AssignPoolLeads.Outcome outcome) {
        if (outcome instanceof AssignPoolLeads.Outcome.Done(AssignPoolLeads.Report report)) {
            return report;
        }
        throw new AssertionError(outcome);
    }

    final int release(Asking asking, Collection<LeadId> leads, ReleaseReason reason) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario().allocation().releaseLeads().release(asking.client(), leads, reason));
    }

    /** Something was sent to the lead just now. */
    final void contact(Lead lead) {
        scenario()
                .run(
                        lead.clientId(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .recordContacts(
                                        lead.clientId(),
                                        Map.of(lead.id(), scenario().now())));
    }

    final PoolPerson person(Lead lead) {
        PoolPersonId id = Objects.requireNonNull(lead.poolPersonId());
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

    final int balance(Asking asking) {
        return scenario().read(asking.client(), () -> scenario().on().credits().balance(asking.client()));
    }

    final void spend(Asking asking, int amount) {
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .credits()
                                .book(asking.client(), CreditEntryKind.ADJUST, -amount, null, "spent"));
    }

    final List<Lead> leads(Asking asking) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .leads()
                                .findAll(
                                        asking.client(),
                                        scenario()
                                                .on()
                                                .scoring()
                                                .queue()
                                                .next(
                                                        asking.client(),
                                                        new RescoreRequest.Target.Everybody(),
                                                        Set.of(),
                                                        null,
                                                        2_000)
                                                .stream()
                                                .map(entry -> entry.id())
                                                .toList()));
    }

    static List<Object> people(List<Lead> leads) {
        return leads.stream().<Object>map(Lead::poolPersonId).toList();
    }

    final Map<?, PoolClaim> claims(Asking asking, List<Lead> leads) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .world()
                                .leads()
                                .people()
                                .claims(leads.stream().map(Lead::poolPersonId).toList()));
    }

    final Map<LeadId, Enrolment> enrolments(Asking asking, List<Lead> leads) {
        return scenario()
                .read(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .outreach()
                                .enrolments()
                                .newest(
                                        asking.client(),
                                        leads.stream().map(Lead::id).toList()));
    }

    final void claimTwice(Asking rival, PoolPerson person) {
        for (int i = 0; i < 2; i++) {
            scenario().run(rival.client(), () -> {
                var people = scenario().on().world().leads().people();
                people.claimAll(List.of(new PoolClaim(
                        person.id(),
                        rival.client(),
                        new LeadId(UUID.randomUUID()),
                        scenario().now(),
                        PoolClaim.ClaimedBy.MANUAL,
                        ClaimStatus.ACTIVE,
                        null)));
                people.release(rival.client(), List.of(person.id()), ReleaseReason.MANUAL, PoolStatus.AVAILABLE, null);
            });
        }
    }

    final void suppress(ClientId client, String domain, SuppressionReason reason) {
        scenario().run(client, () -> add(client, domain, reason));
    }

    final void suppressEverywhere(ClientId by, String domain, SuppressionReason reason) {
        scenario().run(by, () -> add(null, domain, reason));
    }

    final void add(@Nullable ClientId client, String domain, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        scenario()
                .on()
                .world()
                .leads()
                .suppressions()
                .add(List.of(new Suppression(
                        id,
                        client,
                        SuppressionKeyType.DOMAIN,
                        domain,
                        reason,
                        SuppressionSource.MANUAL,
                        id,
                        null,
                        START,
                        null,
                        0)));
    }

    static String domainOf(PoolPerson person) {
        return Objects.requireNonNull(person.company().domain()).value();
    }

    static PoolPerson withPhoneAndProfile(PoolPerson person, int number) {
        return new PoolPerson(
                person.id(),
                new ContactPoints(
                        person.contact().email(),
                        person.contact().emailStatus(),
                        new PhoneNumber("+61491570" + (156 + number)),
                        LinkedInUrl.ofKey("in/" + person.id().text()).orElseThrow()),
                null,
                person.person(),
                person.company(),
                null,
                person.timezone(),
                person.status(),
                null,
                person.source(),
                0,
                false,
                null,
                null,
                0,
                1,
                person.createdAt(),
                0);
    }

    static IcpProfile draft(IcpProfile icp) {
        return with(icp, IcpStatus.DRAFT, icp.companySizes());
    }

    static IcpProfile sizes(IcpProfile icp, String... sizes) {
        return with(icp, icp.status(), List.of(sizes));
    }

    static IcpProfile with(IcpProfile icp, IcpStatus status, List<String> sizes) {
        return new IcpProfile(
                icp.id(),
                icp.clientId(),
                icp.version(),
                status,
                icp.origin(),
                icp.industries(),
                icp.titles(),
                sizes,
                icp.locations(),
                icp.seniorities(),
                icp.keywords(),
                icp.exclusions(),
                icp.painPoints(),
                status == IcpStatus.CONFIRMED ? icp.confirmedAt() : null,
                icp.rowVersion());
    }
}
