package io.agencyos.domain.lead;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A lead in the making: begins as one that exists, or as one of whom nothing is known, and says what is different. Whoever
 * changes one thing of a lead need not repeat the others. Of one thread; not kept.
 */
public final class LeadChange {

    private final LeadId id;
    private final ClientId clientId;
    private final LeadSource source;
    private final Instant createdAt;
    private @Nullable CampaignId campaignId;
    private @Nullable PoolPersonId poolPersonId;
    private LeadStatus status = LeadStatus.NEW;
    private ContactPoints contact = ContactPoints.NONE;
    private PersonDetails person = PersonDetails.UNKNOWN;
    private CompanyDetails company = CompanyDetails.UNKNOWN;
    private @Nullable LocalDate roleStart;
    private @Nullable ZoneId timezone;
    private LeadSignals signals = LeadSignals.NONE;
    private @Nullable ScoreSummary score;
    private LeadHistory history = LeadHistory.NONE;
    private Lead.@Nullable Block block;
    private LeadCare care = LeadCare.NONE;
    private @Nullable ImportId importId;
    private @Nullable String externalId;
    private Instant updatedAt;
    private @Nullable Instant deletedAt;
    private int version;

    LeadChange(LeadId id, ClientId clientId, LeadSource source, Instant createdAt) {
        this.id = id;
        this.clientId = clientId;
        this.source = source;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    static LeadChange of(Lead lead) {
        return new LeadChange(lead.id(), lead.clientId(), lead.source(), lead.createdAt())
                .campaignId(lead.campaignId())
                .poolPersonId(lead.poolPersonId())
                .status(lead.status())
                .contact(lead.contact())
                .person(lead.person())
                .company(lead.company())
                .roleStart(lead.roleStart())
                .timezone(lead.timezone())
                .signals(lead.signals())
                .score(lead.score())
                .history(lead.history())
                .block(lead.block())
                .care(lead.care())
                .importId(lead.importId())
                .externalId(lead.externalId())
                .updatedAt(lead.updatedAt())
                .deletedAt(lead.deletedAt())
                .version(lead.version());
    }

    public LeadChange campaignId(@Nullable CampaignId value) {
        campaignId = value;
        return this;
    }

    public LeadChange poolPersonId(@Nullable PoolPersonId value) {
        poolPersonId = value;
        return this;
    }

    public LeadChange status(LeadStatus value) {
        status = value;
        return this;
    }

    public LeadChange contact(ContactPoints value) {
        contact = value;
        return this;
    }

    public LeadChange person(PersonDetails value) {
        person = value;
        return this;
    }

    public LeadChange company(CompanyDetails value) {
        company = value;
        return this;
    }

    public LeadChange roleStart(@Nullable LocalDate value) {
        roleStart = value;
        return this;
    }

    public LeadChange timezone(@Nullable ZoneId value) {
        timezone = value;
        return this;
    }

    public LeadChange signals(LeadSignals value) {
        signals = value;
        return this;
    }

    public LeadChange score(@Nullable ScoreSummary value) {
        score = value;
        return this;
    }

    public LeadChange history(LeadHistory value) {
        history = value;
        return this;
    }

    public LeadChange block(Lead.@Nullable Block value) {
        block = value;
        return this;
    }

    public LeadChange care(LeadCare value) {
        care = value;
        return this;
    }

    public LeadChange importId(@Nullable ImportId value) {
        importId = value;
        return this;
    }

    public LeadChange externalId(@Nullable String value) {
        externalId = value;
        return this;
    }

    public LeadChange updatedAt(Instant value) {
        updatedAt = value;
        return this;
    }

    public LeadChange deletedAt(@Nullable Instant value) {
        deletedAt = value;
        return this;
    }

    public LeadChange version(int value) {
        version = value;
        return this;
    }

    /** The lead as it is now said to be. */
    public Lead lead() {
        return new Lead(
                id,
                clientId,
                campaignId,
                poolPersonId,
                source,
                status,
                contact,
                person,
                company,
                roleStart,
                timezone,
                signals,
                score,
                history,
                block,
                care,
                importId,
                externalId,
                createdAt,
                updatedAt,
                deletedAt,
                version);
    }
}
