package io.agencyos.domain.content.template;

import io.agencyos.domain.content.MessageForm;

/**
 * The templates that ship with the product: one for every form and purpose, each of which passes the quality checks with
 * no more than a first name, a company, an agency and a sender. A client's own templates go before them. Source: content
 * 3.5.
 */
public final class TemplateLibrary {

    private TemplateLibrary() {}

    /** The shipped template for a form and purpose; there always is one. */
    public static Template standard(MessageForm form, TemplatePurpose purpose) {
        return switch (form) {
            case EMAIL -> EmailLibrary.of(purpose);
            case SMS -> ShortLibrary.sms(purpose);
            case LINKEDIN_NOTE -> ShortLibrary.note(purpose);
            case LINKEDIN_MESSAGE -> ShortLibrary.message(purpose);
            case VOICE_SCRIPT -> LongLibrary.voice(purpose);
            case LETTER -> LongLibrary.letter();
        };
    }
}
