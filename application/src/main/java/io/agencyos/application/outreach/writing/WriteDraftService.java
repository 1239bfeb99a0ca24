package io.agencyos.application.outreach.writing;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTemplates;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.linkedin.LinkedInWriter;
import io.agencyos.application.outreach.mail.MailWriter;
import io.agencyos.application.outreach.phone.TextWriter;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.template.Composer;
import io.agencyos.domain.content.template.TemplateLibrary;
import io.agencyos.domain.content.template.TemplatePurpose;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes as the steps do, from what is stored now; the same lead and purpose get the same words. */
public final class WriteDraftService implements WriteDraft {

    private final Engine engine;
    private final MailWriter mails = new MailWriter(PreviewStepService.LINKS);

    public WriteDraftService(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean isThere(TenantScope scope, LeadId lead) {
        return scope.role().permits(Role.MEMBER)
                && engine.<Boolean>inTenant(
                        scope.clientId(), () -> find(scope.clientId(), lead).isPresent());
    }

    private Optional<Lead> find(ClientId client, LeadId lead) {
        return engine.world().leads().leads().find(client, lead).filter(who -> who.deletedAt() == null);
    }

    @Override
    public Outcome write(ClientId client, LeadId lead, Channel channel, StepPurpose purpose) {
        if (!WrittenByHand.CHANNELS.contains(channel)) {
            throw new IllegalArgumentException("nobody writes by hand on " + channel);
        }
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> {
            Setting setting = engine.setting(
                    client, Setting.Hold.READ, holidays, engine.clock().now());
            return find(client, lead)
                    .flatMap(who -> setting.client()
                            .map(sender -> new StepTexts.Source(
                                    who,
                                    step(channel, purpose),
                                    sender,
                                    setting.persona(),
                                    setting.learned().texts(),
                                    setting.now())))
                    .map(this::written)
                    .orElseGet(Outcome.NotFound::new);
        });
    }

    /** A step that stands by itself. */
    private static SequenceStep step(Channel channel, StepPurpose purpose) {
        return new SequenceStep(
                1,
                channel,
                channel == Channel.LINKEDIN ? TouchKind.LI_MESSAGE : TouchKind.first(channel),
                0,
                purpose,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                SequenceStep.SMART_PROMPT);
    }

    private Outcome written(StepTexts.Source source) {
        SequenceStep step = source.step();
        MessageForm form = StepTemplates.form(step.touchKind()).orElseThrow();
        Map<Variable, String> own =
                form == MessageForm.SMS ? Map.of(Variable.OPT_OUT_TEXT, TextWriter.OPT_OUT) : Map.of();
        return switch (StepTexts.compose(
                TemplateLibrary.standard(
                        form, TemplatePurpose.of(step.purpose() == null ? StepPurpose.INTRO : step.purpose())),
                source,
                null,
                own)) {
            case Result.Err<Composer.Composed, Composer.Refusal>(Composer.Refusal refusal) ->
                new Outcome.Wordless(refusal.code(), missing(refusal));
            case Result.Ok<Composer.Composed, Composer.Refusal>(Composer.Composed composed) ->
                new Outcome.Written(draft(source, composed));
        };
    }

    private static List<Variable> missing(Composer.Refusal refusal) {
        return switch (refusal) {
            case Composer.Refusal.MissingVariable(String slot, var missing) ->
                missing.stream().sorted().toList();
            case Composer.Refusal.TooLong tooLong -> List.of();
        };
    }

    private Draft draft(StepTexts.Source source, Composer.Composed composed) {
        MessageText text = composed.text();
        Map<Variable, String> sources = new EnumMap<>(Variable.class);
        composed.variablesUsed()
                .forEach(variable -> source.said(variable).ifPresent(value -> sources.put(variable, value)));
        return switch (text.form()) {
            case EMAIL ->
                new Draft(
                        text.text(TextField.SUBJECT),
                        text.text(TextField.BODY),
                        composed.templateId(),
                        sources,
                        mails.look(composed, source.lead(), source.client(), source.persona())
                                .report()
                                .findings());
            case SMS ->
                new Draft(
                        null,
                        text.text(TextField.TEXT),
                        composed.templateId(),
                        sources,
                        TextWriter.findings(text, source));
            case LINKEDIN_MESSAGE ->
                new Draft(
                        null,
                        text.text(TextField.TEXT),
                        composed.templateId(),
                        sources,
                        LinkedInWriter.findings(text.text(TextField.TEXT), source));
            case LINKEDIN_NOTE, VOICE_SCRIPT, LETTER ->
                throw new IllegalStateException("nobody writes a " + text.form() + " by hand");
        };
    }
}
