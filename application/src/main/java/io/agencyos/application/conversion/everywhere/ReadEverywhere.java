package io.agencyos.application.conversion.everywhere;

import io.agencyos.application.conversion.everywhere.Everywhere.ActivityFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.ActivityRow;
import io.agencyos.application.conversion.everywhere.Everywhere.CampaignFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.CampaignRow;
import io.agencyos.application.conversion.everywhere.Everywhere.Compliance;
import io.agencyos.application.conversion.everywhere.Everywhere.LeadFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.LeadRow;
import io.agencyos.application.conversion.everywhere.Everywhere.MeetingFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.MeetingRow;
import io.agencyos.application.conversion.everywhere.Everywhere.ReplyFilter;
import io.agencyos.application.conversion.everywhere.Everywhere.ReplyRow;
import io.agencyos.application.conversion.everywhere.Everywhere.Window;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.ActivityAction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What staff of the platform reads across all live clients; whoever asks was found to be staff. Source: api 9.17. */
@PrimaryPort
public final class ReadEverywhere {

    private static final Set<ActivityAction> COMES_BACK = Set.of(ActivityAction.BOUNCED, ActivityAction.COMPLAINED);

    private final Everywhere everywhere;
    private final UnitOfWork units;

    public ReadEverywhere(Everywhere everywhere, UnitOfWork units) {
        this.everywhere = everywhere;
        this.units = units;
    }

    public List<LeadRow> leads(LeadFilter filter, Window window) {
        return units.readingPlatform(() -> everywhere.leads(filter, window));
    }

    public long newLeads(Instant from, Instant to) {
        return units.readingPlatform(() -> everywhere.newLeads(from, to));
    }

    public List<Compliance> compliance(Instant since) {
        return units.readingPlatform(() -> everywhere.compliance(since));
    }

    public List<CampaignRow> campaigns(CampaignFilter filter, Window window) {
        return units.readingPlatform(() -> everywhere.campaigns(filter, window));
    }

    public List<ReplyRow> replies(ReplyFilter filter, Window window) {
        return units.readingPlatform(() -> everywhere.replies(filter, window));
    }

    public List<MeetingRow> meetings(MeetingFilter filter, Window window) {
        return units.readingPlatform(() -> everywhere.meetings(filter, window));
    }

    public List<ActivityRow> activities(ActivityFilter filter, Window window) {
        return units.readingPlatform(() -> everywhere.activities(filter, window));
    }

    /** What came back, or was complained of. */
    public List<ActivityRow> bounces(
            Set<ActivityAction> kinds, @Nullable Instant from, @Nullable Instant to, Window window) {
        Set<ActivityAction> asked = kinds.isEmpty() ? COMES_BACK : kinds;
        return activities(new ActivityFilter(Set.of(), asked, from, to), window);
    }
}
