package io.agencyos.application.conversion.report;

import io.agencyos.application.conversion.FunnelCounts;
import io.agencyos.application.platform.export.ExportOrder;
import io.agencyos.application.platform.export.Exporting;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The flows {@code report_export} and, for what tells of single persons, {@code record_export}: a report over some days as a
 * table. Source: api 9.9 {@code reports/exports}.
 */
public final class ReportExport {

    private static final String FLOW = "report_export";
    private static final String RECORDS = "record_export";

    private static final String REPORT = "report";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CAMPAIGN = "campaign_id";

    private ReportExport() {}

    /** The flow that makes such a file. */
    public static String flowOf(ReportKind kind) {
        return kind.isPersonal() ? RECORDS : FLOW;
    }

    /**
     * What a file is asked for with.
     *
     * @param from the first day, on the client's clock
     * @param to the last day
     * @param campaign null for all; counts for everything but the audit log
     */
    public record Wanted(
            ReportKind report,
            LocalDate from,
            LocalDate to,
            @Nullable CampaignId campaign) {

        /** Whether the days are in order, and not too many. */
        public boolean hasSpan() {
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            return days >= 1 && days <= FunnelCounts.LONGEST_SPAN;
        }

        public Map<String, String> params() {
            Map<String, String> params = new TreeMap<>();
            params.put(REPORT, report.wire());
            params.put(FROM, from.toString());
            params.put(TO, to.toString());
            if (campaign != null) {
                params.put(CAMPAIGN, campaign.text());
            }
            return params;
        }
    }

    public static List<Flow<?>> flows(ReportSheets sheets, Exporting exporting) {
        Set<ReportKind> personal = EnumSet.of(ReportKind.ACTIVITIES, ReportKind.AUDIT);
        return List.of(
                exporting.flow(
                        FLOW,
                        Role.MEMBER,
                        params -> order(sheets, params, EnumSet.complementOf(EnumSet.copyOf(personal)))),
                exporting.flow(RECORDS, Role.ADMIN, params -> order(sheets, params, personal)));
    }

    private static Result<ExportOrder, String> order(
            ReportSheets sheets, Map<String, String> params, Set<ReportKind> known) {
        if (!Set.of(REPORT, FROM, TO, CAMPAIGN, ExportOrder.FORMAT).containsAll(params.keySet())) {
            return Result.err("the parameters are report, from, to, campaign_id and format");
        }
        Optional<ReportKind> kind = Vocabulary.parse(ReportKind.class, params.getOrDefault(REPORT, ""))
                .filter(known::contains);
        if (kind.isEmpty()) {
            return Result.err(
                    "this job makes " + known.stream().map(ReportKind::wire).toList());
        }
        return day(params, FROM)
                .flatMap(from -> day(params, TO)
                        .flatMap(to -> campaign(params)
                                .map(campaign -> new Wanted(kind.get(), from, to, campaign.orElse(null)))))
                .flatMap(wanted -> wanted.hasSpan()
                        ? ExportOrder.format(params).map(format -> new ExportOrder(sheets.of(wanted), format))
                        : Result.err("the first day is not after the last, and there are at most "
                                + FunnelCounts.LONGEST_SPAN));
    }

    private static Result<LocalDate, String> day(Map<String, String> params, String name) {
        try {
            return Result.ok(LocalDate.parse(params.getOrDefault(name, "")));
        } catch (DateTimeParseException foreign) {
            return Result.err(name + " is a day such as 2026-03-01");
        }
    }

    private static Result<Optional<CampaignId>, String> campaign(Map<String, String> params) {
        String id = params.get(CAMPAIGN);
        return id == null
                ? Result.ok(Optional.empty())
                : EntityId.parse(id, CampaignId::new).map(Optional::of).mapError(problem -> CAMPAIGN + " is an id");
    }
}
