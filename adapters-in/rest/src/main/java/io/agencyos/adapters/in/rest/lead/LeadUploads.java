package io.agencyos.adapters.in.rest.lead;

import static io.agencyos.adapters.in.rest.lead.ImportRoutes.part;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Upload;
import io.agencyos.adapters.in.rest.card.Uploaded;
import io.agencyos.adapters.in.rest.lead.ImportView.Trial;
import io.agencyos.adapters.in.rest.platform.JobReplies;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import io.agencyos.application.lead.intake.UploadLeads;
import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an upload of leads and orders its import, or has it tried. Source: api 9.6. */
public final class LeadUploads {

    private static final Set<String> FIELDS = Set.of("campaign_id", "column_map");

    private final UploadLeads uploads;

    public LeadUploads(UploadLeads uploads) {
        this.uploads = uploads;
    }

    /** Answers a job, or for a trial what it would do. */
    Reply<Object> imported(Call<?> call) {
        FieldErrors errors = new FieldErrors();
        Upload upload = call.files().get("file");
        if (upload == null) {
            errors.add(part("file", "required", "The part file is required."));
        }
        call.form().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> errors.add(part(name, "unknown_field", "There is no part of this name.")));
        Optional<CampaignId> campaign = campaign(call.form().get("campaign_id"), errors);
        Map<String, String> columns = Uploaded.columns(call.form().get("column_map"), errors);
        if (upload == null || !errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        ImportLeads.Request request =
                new ImportLeads.Request(LeadSource.CSV_IMPORT, Uploaded.name(upload), columns, campaign.orElse(null));
        return call.query().flag(Route.DRY_RUN)
                ? tried(call, uploads.tryOut(call.scope(), request, Uploaded.bytes(upload)))
                : ordered(
                        call,
                        uploads.upload(
                                call.scope(),
                                request,
                                Uploaded.bytes(upload),
                                call.callerId() + " " + call.orderKey().orElseThrow()));
    }

    private static Reply<Object> tried(Call<?> call, UploadLeads.Trial trial) {
        return switch (trial) {
            case UploadLeads.Trial.Shown(UploadLeads.Preview preview) -> Reply.ok(Trial.of(preview));
            case UploadLeads.Trial.NotTaken(UploadLeads.Outcome why) -> ordered(call, why);
        };
    }

    private static Reply<Object> ordered(Call<?> call, UploadLeads.Outcome outcome) {
        return switch (outcome) {
            case UploadLeads.Outcome.Ordered(StartRun.Outcome job) -> Reply.either(JobReplies.of(job, call));
            case UploadLeads.Outcome.Refused(ImportLeads.Refusal refusal) -> refused(call, refusal);
            case UploadLeads.Outcome.Unreadable(UnreadableLeadFile cause) -> Reply.refused(broken(cause));
            case UploadLeads.Outcome.TooManyRows(int rows) ->
                Reply.invalid(List.of(part(
                        "file",
                        "too_many_rows",
                        "A file has at most " + UploadLeads.MAX_ROWS + " rows; this one has " + rows + ".")));
        };
    }

    static Reply<Object> refused(Call<?> call, ImportLeads.Refusal refusal) {
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
}
