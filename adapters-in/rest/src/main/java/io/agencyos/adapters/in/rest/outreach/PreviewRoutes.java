package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.outreach.writing.PreviewStep;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a step of a campaign would say to a lead. Source: api 9.5. */
public final class PreviewRoutes implements RouteGroup {

    private final PreviewStep previews;

    public PreviewRoutes(PreviewStep previews) {
        this.previews = previews;
    }

    /** To whom. */
    public record Reader(UUID leadId) {}

    /**
     * What a check found in the text.
     *
     * @param code which check found it
     * @param severity whether the text may not leave like this ({@code error}), or somebody should look ({@code warning})
     * @param field the part of the message that it stands in
     * @param excerpt the words that it was found in
     */
    public record FindingView(String code, Finding.Severity severity, String field, String excerpt) {}

    /**
     * The text as it would leave; {@code body} is null where there is none, and {@code problems} say why. The link to opt
     * out in it is of nobody.
     *
     * @param subject the subject; null on channels without one and for answers in a thread
     * @param body what the message says; null where it has no text
     * @param problems why the text cannot leave; empty where it can
     */
    public record PreviewView(
            TouchKind touchKind,
            @Nullable String subject,
            @Nullable String body,
            List<Variable> variablesUsed,
            List<Variable> missingVariables,
            List<FindingView> warnings,
            List<String> problems) {

        static final PreviewView EXAMPLE = new PreviewView(
                TouchKind.EMAIL,
                "Enquiries for Lovett Builders",
                "Hi Ada, ...",
                List.of(Variable.FIRST_NAME, Variable.COMPANY),
                List.of(),
                List.of(new FindingView("body_short", Finding.Severity.WARNING, "body", "Hi Ada, ...")),
                List.of());

        static PreviewView of(PreviewStep.Preview preview) {
            return new PreviewView(
                    preview.kind(),
                    preview.subject(),
                    preview.body(),
                    sorted(preview.used()),
                    sorted(preview.missing()),
                    preview.findings().stream()
                            .map(found ->
                                    new FindingView(found.code(), found.severity(), found.field(), found.excerpt()))
                            .toList(),
                    preview.problems());
        }

        private static List<Variable> sorted(Collection<Variable> variables) {
            return variables.stream().sorted().toList();
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.post(
                        Route.C + "/campaigns/{id}/sequence/steps/{n}/preview",
                        "What a step would say to a lead; writes and sends nothing")
                .tag("Campaigns")
                .role(Role.MEMBER)
                .key(KeyScope.CAMPAIGNS_WRITE)
                .body(Reader.class, new Reader(UUID.fromString("019baaaa-0000-7000-8000-000000000011")))
                .answers(PreviewView.class, PreviewView.EXAMPLE)
                .handledBy(this::preview));
    }

    private Reply<PreviewView> preview(Call<Reader> call) {
        String step = call.text("n");
        if (!step.matches("[1-9][0-9]?")) {
            return Reply.notFound();
        }
        return switch (previews.preview(
                call.scope(),
                call.id("id", CampaignId::new),
                Integer.parseInt(step),
                new LeadId(call.body().leadId()))) {
            case PreviewStep.Outcome.Previewed(PreviewStep.Preview preview) -> Reply.ok(PreviewView.of(preview));
            case PreviewStep.Outcome.StepNotFound missing -> Reply.notFound();
            case PreviewStep.Outcome.LeadNotFound missing -> Reply.notFound();
            case PreviewStep.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
