package io.agencyos.application.outreach.writing;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTemplates;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.mail.MailWriter;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.template.Composer;
import io.agencyos.domain.content.template.Fragment;
import io.agencyos.domain.content.template.Template;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Composes as drafting does, from what is stored now; experiments are left out, as no lead is given a variant by it. */
public final class PreviewStepService implements PreviewStep {

    /** Whoever follows the link of a preview opts nobody out. */
    private static final URI NO_LINK = URI.create("https://opt-out.example/preview");

    /** The links of whatever is only looked at. */
    static final UnsubscribeLinks LINKS = new UnsubscribeLinks() {
        @Override
        public URI of(Subject subject) {
            return NO_LINK;
        }

        @Override
        public Optional<Subject> read(String token) {
            return Optional.empty();
        }
    };

    private final Engine engine;
    private final MailWriter mails = new MailWriter(LINKS);

    public PreviewStepService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Outcome preview(TenantScope scope, CampaignId campaign, int stepNo, LeadId lead) {
        if (!scope.role().permits(Role.MEMBER)) {
            return new Outcome.Forbidden();
        }
        Holidays holidays = engine.holidays();
        return engine.inTenant(scope.clientId(), () -> {
            Setting setting = engine.setting(
                    scope.clientId(),
                    Setting.Hold.READ,
                    holidays,
                    engine.clock().now());
            Optional<Campaign> found = setting.campaign(campaign);
            Optional<SequenceStep> step = found.flatMap(one -> step(one, stepNo));
            if (step.isEmpty()) {
                return new Outcome.StepNotFound();
            }
            return engine.world()
                    .leads()
                    .leads()
                    .find(scope.clientId(), lead)
                    .filter(who -> who.deletedAt() == null)
                    .flatMap(who -> source(who, step.get(), setting))
                    .<Outcome>map(source -> new Outcome.Previewed(preview(source, found.get())))
                    .orElseGet(Outcome.LeadNotFound::new);
        });
    }

    private Optional<SequenceStep> step(Campaign campaign, int stepNo) {
        return engine.world()
                .campaigns()
                .sequence(
                        campaign.clientId(), campaign.id(), campaign.sequence().version())
                .filter(sequence -> stepNo >= 1 && stepNo <= sequence.steps().size())
                .map((Sequence sequence) -> sequence.step(stepNo));
    }

    private static Optional<StepTexts.Source> source(Lead lead, SequenceStep step, Setting setting) {
        return setting.client()
                .map(client -> new StepTexts.Source(
                        lead, step, client, setting.persona(), setting.learned().texts(), setting.now()));
    }

    private Preview preview(StepTexts.Source source, Campaign campaign) {
        SequenceStep step = source.step();
        Optional<MessageForm> form = StepTemplates.form(step.touchKind());
        if (form.isEmpty()) {
            return none(step, Set.of(), "no_text");
        }
        return switch (StepTemplates.of(
                step,
                form.get(),
                "campaign:" + campaign.id().text() + ":" + step.stepNo(),
                campaign.sequence().version())) {
            case Result.Err<Template, Fragment.Problem> unreadable -> none(step, Set.of(), "template_invalid");
            case Result.Ok<Template, Fragment.Problem>(Template template) ->
                switch (StepTexts.compose(template, source, campaign, Map.of())) {
                    case Result.Err<Composer.Composed, Composer.Refusal>(Composer.Refusal refusal) ->
                        none(step, missing(refusal), refusal.code());
                    case Result.Ok<Composer.Composed, Composer.Refusal>(Composer.Composed composed) ->
                        written(source, template, composed);
                };
        };
    }

    private static Preview none(SequenceStep step, Set<Variable> missing, String problem) {
        return new Preview(step.touchKind(), null, null, Set.of(), missing, List.of(), List.of(problem));
    }

    private static Set<Variable> missing(Composer.Refusal refusal) {
        return switch (refusal) {
            case Composer.Refusal.MissingVariable(String slot, Set<Variable> missing) -> missing;
            case Composer.Refusal.TooLong tooLong -> Set.of();
        };
    }

    private Preview written(StepTexts.Source source, Template template, Composer.Composed composed) {
        SequenceStep step = source.step();
        Set<Variable> missing = missing(step, template, composed);
        if (composed.text().form() != MessageForm.EMAIL) {
            return new Preview(
                    step.touchKind(),
                    null,
                    said(composed.text()),
                    composed.variablesUsed(),
                    missing,
                    List.of(),
                    List.of());
        }
        MailWriter.Looked looked = mails.look(composed, source.lead(), source.client(), source.persona());
        return new Preview(
                step.touchKind(),
                looked.subject(),
                looked.body(),
                composed.variablesUsed(),
                missing,
                looked.report().findings(),
                List.of());
    }

    /** The library chooses among its fragments what it has values for; a person's own words name what they want. */
    private static Set<Variable> missing(SequenceStep step, Template template, Composer.Composed composed) {
        if (step.bodyTemplate().equals(SequenceStep.SMART_PROMPT)) {
            return Set.of();
        }
        Set<Variable> named = EnumSet.noneOf(Variable.class);
        template.slots().stream()
                .flatMap(slot -> slot.ranks().stream())
                .flatMap(rank -> rank.fragments().stream())
                .forEach(fragment -> named.addAll(fragment.variables()));
        named.removeAll(composed.variablesKnown());
        return named;
    }

    private static String said(MessageText text) {
        return text.form().fields().stream()
                .map(text::text)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
