package io.agencyos.application.testing;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Two tenants for every test, the first with an active campaign of three steps, and short ways to fill their stores. */
public abstract class StoresUnderTest {

    protected static final int STEPS = 3;

    private @Nullable ClientId first;
    private @Nullable ClientId second;
    private @Nullable Campaign active;

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Credits credits();

    protected abstract Campaigns campaigns();

    protected abstract Leads leads();

    protected abstract OutreachStores stores();

    @BeforeEach
    void open_two_tenants() {
        first = opened();
        second = opened();
        active = campaign(CampaignStatus.ACTIVE, false);
    }

    private ClientId opened() {
        OpenClient open =
                new ClientUseCases(clients(), credits(), units(), () -> Leadbook.MONDAY, UUID::randomUUID).openClient();
        OpenClient.Outcome outcome = open.open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened opened) {
            return opened.client().id();
        }
        throw new AssertionError(outcome);
    }

    protected final ClientId a() {
        return Objects.requireNonNull(first);
    }

    protected final ClientId b() {
        return Objects.requireNonNull(second);
    }

    /** The first tenant's active campaign. */
    protected final Campaign campaign() {
        return Objects.requireNonNull(active);
    }

    protected final Enrolments enrolments() {
        return stores().enrolments();
    }

    protected final Touches touches() {
        return stores().touches();
    }

    /** Another campaign of the first tenant. */
    protected final Campaign campaign(CampaignStatus status, boolean lastStepIsSpare) {
        Campaign campaign = Outreachbook.campaign(a(), status);
        run(() -> campaigns().insert(campaign, Outreachbook.sequence(campaign, STEPS, lastStepIsSpare)));
        return campaign;
    }

    /** A stored lead with this score, or with none. */
    protected final Lead lead(@Nullable Integer score) {
        Lead lead = Outreachbook.lead(a(), score);
        run(() -> leads().insertAll(List.of(lead)));
        return lead;
    }

    /** A stored pending enrolment of a new lead, with its steps. */
    protected final Enrolment enrolled() {
        return stored(Outreachbook.enrolment(lead(60).id(), campaign()));
    }

    /** A stored enrolment of a new lead with this score. */
    protected final Enrolment enrolled(EnrolmentState state, Instant dueAt, @Nullable Integer score) {
        return stored(Outreachbook.enrolment(lead(score).id(), campaign(), state, dueAt));
    }

    protected final Enrolment stored(Enrolment enrolment) {
        run(() -> enrolments().insertAll(List.of(enrolment), Outreachbook.steps(enrolment, STEPS)));
        return enrolment;
    }

    protected final Touch stored(TouchMaker maker) {
        Touch touch = maker.make();
        if (!read(() -> touches().insertNew(List.of(touch))).contains(touch.id())) {
            throw new AssertionError("not new: " + touch);
        }
        return touch;
    }

    protected final void run(Runnable work) {
        run(a(), work);
    }

    protected final void run(ClientId client, Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }

    protected final <T> T read(Supplier<T> work) {
        return read(a(), work);
    }

    protected final <T> T read(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }
}
