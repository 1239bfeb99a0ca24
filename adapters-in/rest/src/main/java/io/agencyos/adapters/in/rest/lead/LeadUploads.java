package io.agencyos.adapters.in.rest.lead;

import static io.agencyos.adapters.in.rest.lead.ImportRoutes.part;

import io.agencyos.adapters.in.rest.json.Json;
import io.agencyos.adapters.in.rest.lead.ImportView.Outcome;
import io.agencyos.adapters.in.rest.lead.ImportView.Row;
import io.agencyos.adapters.in.rest.route.Call;
import io.agencyos.adapters.in.rest.route.FieldErrors;
import io.agencyos.adapters.in.rest.route.None;
import io.agencyos.adapters.in.rest.route.Problem;
import io.agencyos.adapters.in.rest.route.Reply;
import io.agencyos.adapters.in.rest.route.Upload;
import io.agencyos.application.lead.ImportLeads;
import io.agencyos.application.lead.LeadFile;
import io.agencyos.application.lead.LeadFiles;
import io.agencyos.application.lead.UnreadableLeadFile;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ImportId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the parts of an uploaded import and carries it out. Source: api 9.6. */
public final class LeadUploads {

    private static final int REJECTED_SHOWN = 100;
    private static final int LONGEST_NAME = 255;
    private static final Set<String> FIELDS = Set.of("campaign_id", "column_map");

    private final ImportLeads importLeads;
    private final LeadFiles files;

    public LeadUploads(ImportLeads importLeads, LeadFiles files) {
        this.importLeads = importLeads;
        this.files = files;
    }

    /** @param shown how the recorded run is shown */
    Reply<Outcome> imported(Call<None> call, Function<ImportId, ImportView> shown) {
        FieldErrors errors = new FieldErrors();
        Upload upload = call.files().get("file");
        if (upload == null) {
            errors.add(part("file", "required", "The part file is required."));
        }
        call.form().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> errors.add(part(name, "unknown_field", "There is no part of this name.")));
        Optional<CampaignId> campaign = campaign(call.form().get("campaign_id"), errors);
        Map<String, String> columns = columns(call.form().get("column_map"), errors);
        if (upload == null || !errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        ImportLeads.Request request =
                new ImportLeads.Request(LeadSource.CSV_IMPORT, name(upload), columns, campaign.orElse(null));
        Optional<UnreadableLeadFile> unreadable = unreadable(upload);
        if (unreadable.isPresent()) {
            return Reply.refused(broken(unreadable.get()));
        }
        try (LeadFile file = files.open(upload.content()::open)) {
            List<Row> rejected = new ArrayList<>();
            ImportLeads.Outcome outcome = importLeads.importLeads(call.scope(), request, file, counts -> {}, row -> {
                if (rejected.size() < REJECTED_SHOWN) {
                    rejected.add(Row.of(row));
                }
            });
            return reply(call, outcome, rejected, shown);
        }
    }

    /** Read to its end before a row of it is taken: what is refused has changed nothing. */
    private Optional<UnreadableLeadFile> unreadable(Upload upload) {
        try (LeadFile file = files.open(upload.content()::open)) {
            file.rows().forEachRemaining(row -> {});
            return Optional.empty();
        } catch (UnreadableLeadFile broken) {
            return Optional.of(broken);
        }
    }

    private static Reply<Outcome> reply(
            Call<None> call, ImportLeads.Outcome outcome, List<Row> rejected, Function<ImportId, ImportView> shown) {
        return switch (outcome) {
            case ImportLeads.Outcome.Done done ->
                Reply.ok(new Outcome(shown.apply(done.run().id()), done.warnings(), rejected));
            case ImportLeads.Outcome.BrokenOff off ->
                Reply.refused(
                        broken(off.cause()).with("import_id", off.run().id().text()));
            case ImportLeads.Outcome.Stopped stopped -> Barred.reply(stopped.bar());
            case ImportLeads.Outcome.Refused(ImportLeads.Refusal refusal) -> refused(call, refusal);
        };
    }

    private static Reply<Outcome> refused(Call<None> call, ImportLeads.Refusal refusal) {
        return switch (refusal) {
            case ImportLeads.Refusal.RoleRequired() ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
            case ImportLeads.Refusal.Barred(ClientBar bar) -> Barred.reply(bar);
            case ImportLeads.Refusal.CampaignNotFound() ->
                Reply.invalid(List.of(part("campaign_id", "campaign_not_found", "There is no campaign of this id.")));
            case ImportLeads.Refusal.MappingInvalid invalid ->
                Reply.invalid(invalid.problems().stream()
                        .map(wrong -> part("column_map", wrong.code(), wrong.column() + ": " + wrong.message()))
                        .toList());
            case ImportLeads.Refusal.NothingIdentifies nothing ->
                Reply.invalid(List.of(part(
                        "file",
                        "identity_required",
                        "No column is an e-mail address, a LinkedIn profile or a telephone number.")));
        };
    }

    private static Problem broken(UnreadableLeadFile unreadable) {
        return Problem.invalid(List.of(part(
                "file",
                unreadable.code(),
                unreadable.line() == 0
                        ? "The file cannot be read as a table."
                        : "The file cannot be read from line " + unreadable.line() + " on.")));
    }

    /** The name without a path. */
    private static String name(Upload upload) {
        String plain = upload.fileName().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    private static Optional<CampaignId> campaign(@Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CampaignId(UUID.fromString(text.strip())));
        } catch (IllegalArgumentException notOne) {
            errors.add(part("campaign_id", "invalid_id", "An id is a UUID of 36 characters."));
            return Optional.empty();
        }
    }

    private static Map<String, String> columns(@Nullable String json, FieldErrors errors) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (json == null || json.isBlank()) {
            return columns;
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            if (tree.isObject() && tree.values().stream().allMatch(JsonNode::isString)) {
                tree.properties()
                        .forEach(entry ->
                                columns.put(entry.getKey(), entry.getValue().stringValue()));
                return columns;
            }
        } catch (JacksonException notJson) {
            errors.add(part("column_map", "malformed", "The map of columns is not JSON."));
            return columns;
        }
        errors.add(part("column_map", "wrong_type", "The map of columns is an object of texts."));
        return columns;
    }
}
