package io.agencyos.application.outreach.engine;

import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.template.Fragment;
import io.agencyos.domain.content.template.Template;
import io.agencyos.domain.content.template.TemplateLibrary;
import io.agencyos.domain.content.template.TemplatePurpose;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import java.util.Optional;

/** The template of a step: what a person wrote, or the library's for its purpose. Source: content 3.5. */
public final class StepTemplates {

    private StepTemplates() {}

    /** The form that a touch of this kind has by itself; empty for one that says nothing or is not composed. */
    public static Optional<MessageForm> form(TouchKind kind) {
        return switch (kind) {
            case EMAIL -> Optional.of(MessageForm.EMAIL);
            case SMS -> Optional.of(MessageForm.SMS);
            case VOICE -> Optional.of(MessageForm.VOICE_SCRIPT);
            case LI_MESSAGE -> Optional.of(MessageForm.LINKEDIN_MESSAGE);
            case LI_VIEW, LI_INVITE, LETTER, POSTCARD -> Optional.empty();
        };
    }

    /** Of a step of the form's own channel. */
    public static Result<Template, Fragment.Problem> of(
            SequenceStep step, MessageForm form, String id, int sequenceVersion) {
        return step.bodyTemplate().equals(SequenceStep.SMART_PROMPT)
                ? Result.ok(standard(step, form))
                : Template.written(
                        id, sequenceVersion, form, Optional.ofNullable(step.subjectTemplate()), step.bodyTemplate());
    }

    /** The library's. */
    static Template standard(SequenceStep step, MessageForm form) {
        StepPurpose purpose = step.purpose() == null ? StepPurpose.INTRO : step.purpose();
        return TemplateLibrary.standard(form, TemplatePurpose.of(purpose));
    }
}
