package io.agencyos.application.conversion.report;

import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.conversion.ReadTimeline;
import io.agencyos.application.conversion.report.ReportExport.Wanted;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.platform.AuditFilter;
import io.agencyos.application.platform.ReadAudit;
import io.agencyos.application.platform.export.AuditTable;
import io.agencyos.application.platform.export.Cell;
import io.agencyos.application.platform.export.PartPlace;
import io.agencyos.application.platform.export.Sheet;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ActivityId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened with whom and who did what, line by line, newest first; a part at a time. Source: api 9.9, 6. */
final class RecordSheets {

    private static final int PART = 1000;

    private static final List<String> ACTIVITIES =
            List.of("at", "lead_id", "lead", "company", "campaign", "action", "channel", "step", "detail", "actor");
    private final ReadReports reports;
    private final ReadTimeline timeline;
    private final ReadAudit audit;

    RecordSheets(ReadReports reports, ReadTimeline timeline, ReadAudit audit) {
        this.reports = reports;
        this.timeline = timeline;
        this.audit = audit;
    }

    Sheet activities(Wanted wanted) {
        return new Sheet("activities", ACTIVITIES, (scope, place, ordered) -> {
            ReadReports.Moments span = reports.moments(scope, wanted.from(), wanted.to());
            Timeline.Filter filter = new Timeline.Filter(null, wanted.campaign(), null, null, span.start(), span.end());
            return activities(scope, filter, place);
        });
    }

    private Sheet.Part activities(TenantScope scope, Timeline.Filter filter, @Nullable String place) {
        Timeline.After after = Optional.ofNullable(place)
                .map(PartPlace::of)
                .map(found -> new Timeline.After(found.at(), new ActivityId(found.id())))
                .orElse(null);
        ReadTimeline.Page page = timeline.list(scope, filter, after, PART);
        return new Sheet.Part(
                page.lines().stream().map(line -> row(line, page.cards())).toList(),
                page.more()
                        ? Optional.of(new PartPlace(
                                        page.lines().getLast().occurredAt(),
                                        page.lines().getLast().id().value())
                                .text())
                        : Optional.empty());
    }

    private static List<Cell> row(Activity line, Cards cards) {
        Lead lead = cards.lead(line.leadId());
        return List.of(
                Cell.of(line.occurredAt()),
                Cell.of(line.leadId().text()),
                Cell.of(lead == null ? null : lead.person().fullName()),
                Cell.of(lead == null ? null : lead.company().name()),
                Cell.of(cards.campaign(line.campaignId())),
                Cell.of(line.action()),
                Cell.of(line.channel()),
                Cell.of(line.stepNo()),
                Cell.of(line.detail()),
                Cell.of(line.actor()));
    }

    Sheet audit(Wanted wanted) {
        return new Sheet("audit", AuditTable.COLUMNS, (scope, place, ordered) -> {
            ReadReports.Moments span = reports.moments(scope, wanted.from(), wanted.to());
            AuditFilter filter = new AuditFilter(List.of(), List.of(), List.of(), List.of(), span.start(), span.end());
            return AuditTable.part((after, limit) -> audit.of(scope, filter, after, limit), place);
        });
    }
}
