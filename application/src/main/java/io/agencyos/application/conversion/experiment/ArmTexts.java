package io.agencyos.application.conversion.experiment;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.content.Links;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.content.template.Brief;
import io.agencyos.domain.content.template.Composer;
import io.agencyos.domain.content.template.Template;
import io.agencyos.domain.content.template.Values;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the texts of arms can be said, before anybody gets them: an arm that fails at some leads only would reach other
 * people than the others do. Each is put into the step's text, written to an invented lead, and checked as any text is.
 */
final class ArmTexts {

    private static final String FIRST_NAME = "Priya";
    private static final String COMPANY = "Harbour Lane Physio";

    private ArmTexts() {}

    static List<HoldExperiments.ArmProblem> problems(
            Variation.Element element,
            List<HoldExperiments.ArmAsked> arms,
            List<Variation> taken,
            Template template,
            Client client) {
        List<HoldExperiments.ArmProblem> problems = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            List<Variation> said = new ArrayList<>(taken);
            said.add(new Variation(element, arms.get(i).text()));
            int arm = i;
            problem(said, template, client)
                    .ifPresent(
                            found -> problems.add(new HoldExperiments.ArmProblem(arm, found.code(), found.detail())));
        }
        return problems;
    }

    private record Found(String code, String detail) {}

    private static Optional<Found> problem(List<Variation> said, Template template, Client client) {
        return switch (Variation.all(said, template)) {
            case Result.Err<Template, Variation.Problem>(Variation.Problem problem) -> Optional.of(found(problem));
            case Result.Ok<Template, Variation.Problem>(Template varied) -> unfit(varied, client);
        };
    }

    private static Found found(Variation.Problem problem) {
        return switch (problem) {
            case Variation.Problem.Unreadable unreadable ->
                new Found("template_invalid", "The text is no template: " + unreadable.why() + ".");
            case Variation.Problem.NoSuchPlace(Variation.Element element) ->
                new Found("element_absent", "The step's text has no " + element.wire() + " that could be varied.");
            case Variation.Problem.MayBeMissing(Set<Variable> variables) ->
                new Found(
                        "variable_may_be_missing",
                        "Not every lead has "
                                + String.join(
                                        ", ",
                                        variables.stream()
                                                .map(Variable::wire)
                                                .sorted()
                                                .toList())
                                + "; say what stands there otherwise, as in {city|your city}.");
        };
    }

    private static Optional<Found> unfit(Template template, Client client) {
        Values values = Values.of(Map.of(
                Variable.FIRST_NAME,
                FIRST_NAME,
                Variable.COMPANY,
                COMPANY,
                Variable.AGENCY_NAME,
                client.name(),
                Variable.SENDER_NAME,
                "Sam",
                Variable.OPT_OUT_TEXT,
                "Reply STOP to opt out"));
        return switch (Composer.compose(template, new Brief("0", 1, values, false))) {
            case Result.Err<Composer.Composed, Composer.Refusal>(Composer.Refusal refusal) ->
                Optional.of(new Found(refusal.code(), "The text cannot be written to a lead."));
            case Result.Ok<Composer.Composed, Composer.Refusal>(Composer.Composed composed) ->
                failed(QualityReport.of(
                        composed.text(),
                        new QualityContext(
                                FIRST_NAME,
                                COMPANY,
                                false,
                                false,
                                false,
                                "",
                                "",
                                hosts(client),
                                List.of(),
                                Set.of(),
                                List.of())));
        };
    }

    private static Optional<Found> failed(QualityReport report) {
        return report.status() == QualityReport.Status.FAILED
                ? Optional.of(new Found(
                        "content_qa_failed", "The text fails its checks: " + String.join(", ", report.codes()) + "."))
                : Optional.empty();
    }

    private static Set<String> hosts(Client client) {
        return client.websiteUrl() == null ? Set.of() : Set.of(Links.host(client.websiteUrl()));
    }
}
