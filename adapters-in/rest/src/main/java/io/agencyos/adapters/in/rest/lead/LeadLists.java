package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.lead.ImportView.Imported;
import io.agencyos.adapters.in.rest.lead.ImportView.Row;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.ListImports;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Imports a list of leads that a program sends as JSON: the same rows as of a file, and answered at once. Source: api 9.6. */
public final class LeadLists {

    private static final int MOST = 1000;
    private static final String METADATA = "metadata.";

    private final ImportLeads importLeads;
    private final ListImports imports;

    public LeadLists(ImportLeads importLeads, ListImports imports) {
        this.importLeads = importLeads;
        this.imports = imports;
    }

    /** What is written of the employer. */
    record ListedOrganization(
            @Nullable @Text(max = 255) String industry,
            @Nullable @Range(min = 0, max = 10_000_000) Integer employeeCount,
            @Nullable @Text(max = 255) String country) {}

    /**
     * One row.
     *
     * @param email the lead's address; null where unknown
     * @param title the person's position, in the words that the source gave; null where unknown
     * @param domain the company's domain; null where unknown
     */
    record ListedLead(
            @Nullable @Text(max = 200) String externalId,
            @Nullable Map<String, String> metadata,
            @Nullable @Text(max = 320) String email,
            @Nullable @Text(max = 40) String phone,
            @Nullable @Text(max = 255) String firstName,
            @Nullable @Text(max = 255) String lastName,
            @Nullable @Text(max = 255) String title,
            @Nullable @Text(max = 255) String company,
            @Nullable @Text(max = 2000) String linkedinUrl,
            @Nullable @Text(max = 255) String domain,
            @Nullable ListedOrganization organization) {

        /** Members of a row to their cells, without what is not said. */
        private Map<String, String> cells() {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("external_id", externalId);
            said.put("email", email);
            said.put("phone", phone);
            said.put("first_name", firstName);
            said.put("last_name", lastName);
            said.put("title", title);
            said.put("company", company);
            said.put("linkedin_url", linkedinUrl);
            said.put("domain", domain);
            if (organization != null) {
                said.put("industry", organization.industry());
                said.put("employee_count", organization.employeeCount());
                said.put("country", organization.country());
            }
            Map<String, String> cells = new LinkedHashMap<>();
            said.forEach((member, value) -> {
                if (value != null) {
                    cells.put(member, value.toString());
                }
            });
            if (metadata != null) {
                metadata.forEach((key, value) -> cells.put(METADATA + key, value));
            }
            return cells;
        }
    }

    /**
     * Leads of one campaign, or of none.
     *
     * @param leads the leads, in the order in which results are told
     */
    record LeadList(
            @Nullable UUID campaignId,
            @Nullable @Items(min = 1, max = MOST) List<ListedLead> leads) {

        static final LeadList EXAMPLE = new LeadList(
                null,
                List.of(new ListedLead(
                        "crm-17",
                        Map.of("source_list", "expo_2026"),
                        "priya@harbourlane.example",
                        "0491 570 006",
                        "Priya",
                        "Raman",
                        "Head of Growth",
                        "Harbour Lane",
                        null,
                        null,
                        new ListedOrganization("Software", 40, "AU"))));
    }

    /** To be asked only with leads. */
    Reply<Object> imported(Call<LeadList> call, List<ListedLead> leads) {
        if (call.query().flag(Route.DRY_RUN)) {
            return Reply.invalid(
                    List.of(FieldError.query(Route.DRY_RUN, "not_supported", "Only a file can be tried first.")));
        }
        UUID campaign = call.body().campaignId();
        Table table = Table.of(leads);
        ImportLeads.Request request = new ImportLeads.Request(
                LeadSource.API, null, table.columns(), campaign == null ? null : new CampaignId(campaign));
        return switch (importLeads.importLeads(call.scope(), request, table.file(), counts -> {}, row -> {})) {
            case ImportLeads.Outcome.Done(LeadImport run, var warnings) -> shown(call, run);
            case ImportLeads.Outcome.Stopped(LeadImport run, var bar) -> Barred.reply(bar);
            case ImportLeads.Outcome.Refused(ImportLeads.Refusal refusal) -> LeadUploads.refused(call, refusal);
            case ImportLeads.Outcome.BrokenOff off ->
                throw new IllegalStateException("a list in memory does not break off", off.cause());
        };
    }

    private Reply<Object> shown(Call<LeadList> call, LeadImport run) {
        ImportView view = imports.show(call.scope(), run.id())
                .map(listed -> ImportView.of(listed, People.Names.NOBODY))
                .orElseThrow();
        List<Row> rows = imports.rows(call.scope(), run.id(), Set.of(), 0, MOST).stream()
                .map(Row::of)
                .toList();
        return Reply.ok(new Imported(view, rows));
    }

    /** The list as rows of a table, whose columns are all that any lead says. */
    private record Table(List<String> headers, List<Map<String, String>> rows) {

        static Table of(List<ListedLead> leads) {
            List<Map<String, String>> rows =
                    leads.stream().map(ListedLead::cells).toList();
            Set<String> headers = new TreeSet<>();
            rows.forEach(row -> headers.addAll(row.keySet()));
            return new Table(List.copyOf(headers), rows);
        }

        Map<String, String> columns() {
            Map<String, String> columns = new LinkedHashMap<>();
            headers.forEach(header -> columns.put(header, header));
            return columns;
        }

        LeadFile file() {
            Stream<LeadFile.Row> lines = IntStream.range(0, rows.size()).mapToObj(at -> {
                List<String> cells = new ArrayList<>();
                headers.forEach(header -> cells.add(rows.get(at).getOrDefault(header, "")));
                return new LeadFile.Row(at + 2, cells);
            });
            return new LeadFile(headers, List.of(), lines.iterator(), () -> {});
        }
    }
}
