package io.agencyos.adapters.in.rest.lead;

import io.agencyos.application.lead.store.LeadMarks;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lead as the API shows it. Source: api 8.
 *
 * @param name the lead's name as colleagues see it
 * @param title the person's position, in the words that the source gave; null where unknown
 * @param email the lead's address; null where unknown
 * @param domain the company's domain; null where unknown
 * @param timezone the lead's own time zone as an IANA name; null where only its place tells by which clock it is reached
 * @param status how far the lead has come, from new to converted, or what ended its way
 * @param source how the lead came to the client
 * @param blocked what keeps the lead from being written to; null where nothing does
 * @param touches how many touches have left to the lead
 * @param lastContactedAt when something left to the lead last; null before the first time
 * @param suppressed whether an entry of a list of suppressions names the lead, and why
 * @param dncr what the Do Not Call Register said last about the lead's number
 * @param currentStep the last one done or passed over, 0 before the first; null for a lead that was never enrolled
 * @param nextOutreachAt from when the next touch is planned; null where none is to come or somebody has to look first
 * @param assignmentId the lead's own id while the platform's pool knows its person, whichever way the lead came: such a lead
 *     is the client's assignment of that person; null for a lead without one
 */
record LeadView(
        UUID id,
        UUID clientId,
        @Nullable String externalId,
        Map<String, String> metadata,
        @Nullable CampaignRef campaign,
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String title,
        @Nullable String company,
        @Nullable String email,
        EmailStatus emailStatus,
        @Nullable String phone,
        @Nullable String linkedinUrl,
        @Nullable String domain,
        @Nullable String timezone,
        @Nullable Als als,
        Organization organization,
        SignalBodies.Signals signals,
        LeadStatus status,
        LeadSource source,
        @Nullable Blocked blocked,
        boolean outreachPaused,
        @Nullable OwnMode permissionOverride,
        int touches,
        @Nullable Instant lastContactedAt,
        @Nullable Instant lastRepliedAt,
        @Nullable Integer currentStep,
        @Nullable Instant nextOutreachAt,
        int meetingsCount,
        Suppressed suppressed,
        Dncr dncr,
        @Nullable UUID assignmentId,
        @Nullable UUID importId,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    static final LeadView EXAMPLE = new LeadView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
            UUID.fromString("019baaaa-0000-7000-8000-000000000002"),
            "crm-17",
            Map.of("source_list", "expo_2026"),
            new CampaignRef(UUID.fromString("019baaaa-0000-7000-8000-000000000003"), "Growth leads"),
            "Priya Raman",
            "Priya",
            "Raman",
            "Head of Growth",
            "Harbour Lane",
            "priya@harbourlane.example",
            EmailStatus.VERIFIED,
            "+61491570006",
            "https://www.linkedin.com/in/priya-raman-example",
            "harbourlane.example",
            null,
            new Als(
                    86,
                    Tier.HOT,
                    TierSource.SCORE,
                    List.of(),
                    List.of("personal_email"),
                    new Components(18, 25, 25, 5, 13),
                    new Boosts(0, 0, 0),
                    WeightsSource.DEFAULT,
                    Instant.parse("2026-01-23T02:15:04.120Z")),
            new Organization("Software", 40, "AU", null, 2015, true, null, null, List.of("hubspot")),
            SignalBodies.Signals.EXAMPLE,
            LeadStatus.SCORED,
            LeadSource.CSV_IMPORT,
            null,
            false,
            null,
            0,
            null,
            null,
            0,
            Instant.parse("2026-01-26T22:12:00Z"),
            0,
            Suppressed.NO,
            new Dncr(Instant.parse("2026-01-20T03:00:00Z"), false),
            null,
            null,
            Instant.parse("2026-01-23T02:15:04.120Z"),
            Instant.parse("2026-01-23T02:15:04.120Z"),
            0);

    /**
     * The campaign that a lead or an import belongs to.
     *
     * @param name what colleagues call the campaign; null where it was deleted
     */
    record CampaignRef(UUID id, @Nullable String name) {

        static @Nullable CampaignRef of(@Nullable CampaignId id, @Nullable String name) {
            return id == null ? null : new CampaignRef(id.value(), name);
        }
    }

    /** What the tier comes from. */
    enum TierSource implements Vocabulary {
        SCORE,
        GATE
    }

    /**
     * The score in force; its explanation has an address of its own. What it is made of stands at the single lead, not in
     * lists.
     *
     * @param score the points, 0 to 100
     * @param missingSignals what is not known about the lead and would have counted; null in lists
     * @param components the points of each component; null in lists
     * @param boosts points beyond the components: of buyers, of LinkedIn activity, of technology; null in lists
     * @param weightsSource whose weights they are: learned or set for the client, learned for its industry or everybody, a
     *     benchmark, or the defaults; null in lists
     */
    record Als(
            int score,
            Tier tier,
            TierSource tierSource,
            List<String> gates,
            @Nullable List<String> missingSignals,
            @Nullable Components components,
            @Nullable Boosts boosts,
            @Nullable WeightsSource weightsSource,
            Instant scoredAt) {

        Als with(LeadQueries.ScoreParts parts) {
            return new Als(
                    score,
                    tier,
                    tierSource,
                    gates,
                    parts.missing(),
                    new Components(
                            parts.components().dataQuality(),
                            parts.components().authority(),
                            parts.components().companyFit(),
                            parts.components().timing(),
                            parts.components().risk()),
                    new Boosts(parts.buyer(), parts.linkedIn(), parts.tech()),
                    parts.weights(),
                    scoredAt);
        }
    }

    /** Raw points of the components. */
    record Components(int dataQuality, int authority, int companyFit, int timing, int risk) {}

    /**
     * Points beside the components.
     *
     * @param linkedin points for what the person and the company do on LinkedIn
     */
    record Boosts(int buyer, int linkedin, int tech) {}

    /**
     * What is known of the employer.
     *
     * @param country the company's country as an ISO 3166 code of two letters; null where unknown
     * @param website the company's website; null where unknown
     */
    record Organization(
            @Nullable String industry,
            @Nullable Integer employeeCount,
            @Nullable String country,
            @Nullable String website,
            @Nullable Integer foundedYear,
            @Nullable Boolean isHiring,
            @Nullable LocalDate latestFundingDate,
            @Nullable String subIndustry,
            List<String> technologies) {}

    /**
     * The lead's own permission mode, and until when it counts.
     *
     * @param permissionMode whether its messages leave by themselves ({@code autopilot}), a person is asked first ({@code
     *     co_pilot}) or only what people write is sent ({@code manual})
     * @param expiresAt when the campaign's mode counts again; null means never
     */
    record OwnMode(PermissionMode permissionMode, @Nullable Instant expiresAt) {}

    /**
     * Why nothing is planned for the lead, and until when.
     *
     * @param code what blocks the lead
     */
    record Blocked(String code, @Nullable Instant until) {}

    /**
     * Whether an entry of a list of suppressions names the lead, by itself, an address, a number, a profile, a domain or its
     * company. An entry about one address (reason {@code bounced}, or {@code wrong_person} of a number) closes that address
     * and leaves the lead's other channels open.
     *
     * @param is whether there is an entry that holds now
     * @param reason why the lead is not to be contacted; null where no entry holds
     * @param level whose entry it is, the client's own or the platform's; null where no entry holds
     */
    record Suppressed(
            boolean is,
            @Nullable SuppressionReason reason,
            @Nullable SuppressionLevel level) {

        static final Suppressed NO = new Suppressed(false, null, null);
    }

    /**
     * The Do Not Call Register's last answer about the lead's number.
     *
     * @param checkedAt when the number was washed; null where it never was, or there is no number
     * @param listed whether the number is on the register; null where nobody asked the register
     */
    record Dncr(@Nullable Instant checkedAt, @Nullable Boolean listed) {}

    private static Suppressed suppressed(LeadMarks.Marks marks) {
        LeadMarks.Suppressed entry = marks.suppressed();
        return entry == null ? Suppressed.NO : new Suppressed(true, entry.reason(), entry.level());
    }

    private static Dncr dncr(LeadMarks.Marks marks) {
        LeadMarks.Register answer = marks.register();
        return answer == null ? new Dncr(null, null) : new Dncr(answer.checkedAt(), answer.listed());
    }

    static LeadView of(Listed listed) {
        Lead lead = listed.lead();
        ContactPoints contact = lead.contact();
        PersonDetails person = lead.person();
        CompanyDetails company = lead.company();
        LeadMarks.Marks marks =
                Objects.requireNonNull(listed.marks(), "a lead is shown with what stands on lists about it");
        return new LeadView(
                lead.id().value(),
                lead.clientId().value(),
                lead.externalId(),
                listed.metadata(),
                CampaignRef.of(lead.campaignId(), listed.campaignName()),
                person.fullName(),
                person.firstName(),
                person.lastName(),
                person.title(),
                company.name(),
                map(contact.email(), email -> email.value()),
                contact.emailStatus(),
                map(contact.phone(), phone -> phone.e164()),
                map(contact.linkedIn(), profile -> profile.url()),
                map(company.domain(), domain -> domain.value()),
                map(lead.timezone(), zone -> zone.getId()),
                map(lead.score(), LeadView::als),
                new Organization(
                        company.industry(),
                        company.employeeCount(),
                        map(company.country(), country -> country.alpha2()),
                        company.websiteUrl(),
                        company.foundedYear(),
                        company.hiring(),
                        company.latestFundingDate(),
                        lead.signals().subIndustry(),
                        company.technologies()),
                SignalBodies.Signals.of(lead),
                lead.status(),
                lead.source(),
                map(lead.block(), block -> new Blocked(block.code(), block.until())),
                lead.care().pausedAt() != null,
                map(lead.care().own(), own -> new OwnMode(own.mode(), own.until())),
                lead.history().touches(),
                lead.history().lastTouchAt(),
                lead.history().lastReplyAt(),
                listed.progress().step(),
                listed.progress().nextAt(),
                listed.progress().meetings(),
                suppressed(marks),
                dncr(marks),
                lead.poolPersonId() == null ? null : lead.id().value(),
                map(lead.importId(), id -> id.value()),
                lead.createdAt(),
                lead.updatedAt(),
                lead.version());
    }

    private static Als als(ScoreSummary score) {
        return new Als(
                score.score(),
                score.tier(),
                score.byGate() ? TierSource.GATE : TierSource.SCORE,
                score.gates(),
                null,
                null,
                null,
                null,
                score.scoredAt());
    }

    /** With what its score is made of. */
    static LeadView of(LeadQueries.Shown shown) {
        LeadView lead = of(shown.listed());
        LeadQueries.ScoreParts parts = shown.score();
        return lead.als == null || parts == null ? lead : lead.scored(lead.als.with(parts));
    }

    private LeadView scored(Als shown) {
        return new LeadView(
                id,
                clientId,
                externalId,
                metadata,
                campaign,
                name,
                firstName,
                lastName,
                title,
                company,
                email,
                emailStatus,
                phone,
                linkedinUrl,
                domain,
                timezone,
                shown,
                organization,
                signals,
                status,
                source,
                blocked,
                outreachPaused,
                permissionOverride,
                touches,
                lastContactedAt,
                lastRepliedAt,
                currentStep,
                nextOutreachAt,
                meetingsCount,
                suppressed,
                dncr,
                assignmentId,
                importId,
                createdAt,
                updatedAt,
                version);
    }

    private static <S, T> @Nullable T map(@Nullable S value, Function<S, @Nullable T> f) {
        return value == null ? null : f.apply(value);
    }
}
