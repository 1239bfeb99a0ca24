package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.allocation.AssignmentChecks;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.allocation.PastHolds;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** POOL-6: of several faults the first in the table answers, and each fault has its code. */
class AssignmentChecksTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 1));
    private static final Instant NOW = Leadbook.MONDAY;

    @Test // POOL-6 checks 1 to 7
    void a_request_with_every_fault_is_refused_by_the_first_and_mended_fault_by_fault() {
        List<AssignmentRefusal> told = new ArrayList<>();
        for (int mended = 0; mended <= 7; mended++) {
            AssignmentChecks.refuse(new AssignmentChecks.Asked(
                            mended < 1 ? null : client(mended < 3),
                            mended < 2 ? null : subscription(),
                            mended < 4 ? null : campaign(),
                            false,
                            mended < 5 ? icp(List.of()) : icp(List.of("Head of Growth")),
                            mended < 6 ? 1_001 : 1_000,
                            mended < 7 ? 0 : 1))
                    .ifPresent(told::add);
        }

        assertThat(told)
                .containsExactly(
                        AssignmentRefusal.CLIENT_NOT_FOUND,
                        AssignmentRefusal.SUBSCRIPTION_INACTIVE,
                        AssignmentRefusal.CLIENT_PAUSED,
                        AssignmentRefusal.CAMPAIGN_INACTIVE,
                        AssignmentRefusal.ICP_NOT_CONFIGURED,
                        AssignmentRefusal.INVALID_COUNT,
                        AssignmentRefusal.NO_CREDITS);
        assertThat(told.stream().map(AssignmentRefusal::check)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test // POOL-6 check 4: a draft is allowed for the pre-load of onboarding only
    void a_draft_takes_leads_only_while_the_client_is_set_up() {
        Campaign draft = Outreachbook.campaign(CLIENT, CampaignStatus.DRAFT);

        for (boolean preload : List.of(true, false)) {
            assertThat(AssignmentChecks.refuse(new AssignmentChecks.Asked(
                                    client(false),
                                    subscription(),
                                    draft,
                                    preload,
                                    icp(List.of("Head of Growth")),
                                    1,
                                    1))
                            .isEmpty())
                    .isEqualTo(preload);
        }
    }

    @Test // POOL-6 checks 8 to 13
    void a_person_with_every_fault_is_refused_by_the_first_and_mended_fault_by_fault() {
        List<AssignmentRefusal> told = new ArrayList<>();
        for (int mended = 0; mended <= 7; mended++) {
            @Nullable
            SuppressionLevel suppressed =
                    mended < 2 ? SuppressionLevel.PLATFORM : mended < 3 ? SuppressionLevel.CLIENT : null;
            AssignmentChecks.refuse(new AssignmentChecks.Candidate(
                            person(mended < 4 ? EmailStatus.GUESSED : EmailStatus.VERIFIED),
                            mended < 1,
                            PastHolds.NONE,
                            suppressed,
                            mended < 5 ? Optional.of(IcpFilter.Dimension.TITLE) : Optional.empty(),
                            prospect(mended),
                            NOW))
                    .ifPresent(told::add);
        }

        assertThat(told)
                .containsExactly(
                        AssignmentRefusal.LEAD_UNAVAILABLE,
                        AssignmentRefusal.GLOBALLY_BLOCKED,
                        AssignmentRefusal.CLIENT_SUPPRESSED,
                        AssignmentRefusal.EMAIL_QUALITY,
                        AssignmentRefusal.ICP_MISMATCH,
                        AssignmentRefusal.SCORE_DEAD,
                        AssignmentRefusal.NO_REACHABLE_CHANNEL);
        assertThat(told.stream().map(AssignmentRefusal::check)).containsExactly(8, 9, 10, 11, 12, 13, 13);
    }

    private static Supplier<AssignmentChecks.Prospect> prospect(int mended) {
        return () -> new AssignmentChecks.Prospect(
                mended < 6 ? Tier.DEAD : Tier.COLD, mended < 7 ? Set.of() : Set.of(Channel.EMAIL));
    }

    private static PoolPerson person(EmailStatus status) {
        PoolPerson person = Leadbook.poolPerson(1, "jane");
        ContactPoints contact = Leadbook.contact("jane", 1).mailed(status);
        return Leadbook.poolPerson(person.id(), contact, "jane");
    }

    private static Client client(boolean paused) {
        return new Client(
                CLIENT,
                "Northlight",
                "northlight",
                null,
                null,
                null,
                null,
                ZoneId.of("Australia/Sydney"),
                Country.AUSTRALIA,
                PermissionMode.CO_PILOT,
                paused ? new Client.Pause(NOW, "trade fair", null) : null,
                ClientMode.LIVE,
                null,
                NOW,
                null,
                0);
    }

    private static Subscription subscription() {
        return new Subscription(
                CLIENT,
                Plan.IGNITION,
                SubscriptionStatus.TRIALING,
                1,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 4, 1),
                false,
                null);
    }

    private static Campaign campaign() {
        return Outreachbook.campaign(CLIENT, CampaignStatus.ACTIVE);
    }

    private static IcpProfile icp(List<String> titles) {
        return new IcpProfile(
                new IcpId(new UUID(0, 2)),
                CLIENT,
                1,
                IcpStatus.CONFIRMED,
                IcpOrigin.MANUAL,
                List.of(),
                titles,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NOW,
                0);
    }
}
