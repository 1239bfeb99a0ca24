package io.agencyos.application.outreach.linkedin;

import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a seat says: nothing with an invitation, and a first message that names the client and ends with a way out in
 * plain words. Source: outreach 11.4, content 3.5, 3.8.
 */
public final class LinkedInWriter {

    /** How people opt out of messages. */
    public static final String OPT_OUT = "If you would rather not hear from us, just say so.";

    /** What a free account may write; nobody knows here which kind will invite. */
    private static final int LONGEST_NOTE = 200;

    private LinkedInWriter() {}

    /** The finished text, or the codes that say why there is none. */
    static Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        if (one.touch().kind() == TouchKind.LI_INVITE) {
            return Result.ok(content("no_note", ""));
        }
        return StepTexts.Source.of(one, setting)
                .map(source -> StepTexts.compose(one, source, MessageForm.LINKEDIN_MESSAGE, Map.of())
                        .flatMap(composed ->
                                message(composed.templateId(), composed.text().text(TextField.TEXT), source)))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** A note or a message that a person wrote instead, checked like any other. */
    static Result<Touch.TouchContent, List<String>> edited(TouchCase one, Setting setting, String body) {
        String words = body.strip();
        if (one.touch().kind() == TouchKind.LI_INVITE) {
            return words.isEmpty() ? Result.ok(content("no_note", "")) : note(words);
        }
        return StepTexts.Source.of(one, setting)
                .map(source -> isAnswer(one.touch()) ? answer(words, source) : message("edited", words, source))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** Whether a message still names the client and ends with the way out (check 39); an invitation needs neither. */
    static boolean isComplete(Touch touch, String text, TouchCase one, Setting setting) {
        return touch.kind() == TouchKind.LI_INVITE
                || isAnswer(touch)
                || StepTexts.Source.of(one, setting)
                        .filter(source -> text.contains(source.agency()) && text.contains(OPT_OUT))
                        .isPresent();
    }

    private static Result<Touch.TouchContent, List<String>> note(String words) {
        List<String> codes = failures(QualityReport.of(
                MessageText.of(MessageForm.LINKEDIN_NOTE, words), QualityContext.outreach("", "", "", "")));
        if (words.length() > LONGEST_NOTE) {
            return Result.err(List.of("too_long"));
        }
        return codes.isEmpty() ? Result.ok(content("edited", words)) : Result.err(codes);
    }

    private static boolean isAnswer(Touch touch) {
        return touch.origin() == TouchOrigin.REPLY;
    }

    private static Result<Touch.TouchContent, List<String>> answer(String words, StepTexts.Source source) {
        List<String> codes = failures(QualityReport.of(
                MessageText.of(MessageForm.LINKEDIN_MESSAGE, words),
                context(source).asAnswer()));
        return codes.isEmpty() ? Result.ok(content("by_hand", words)) : Result.err(codes);
    }

    /** What the checks of a message say of it as it leaves, with its way out. */
    public static List<Finding> findings(String words, StepTexts.Source source) {
        return QualityReport.of(MessageText.of(MessageForm.LINKEDIN_MESSAGE, withWayOut(words)), context(source))
                .findings();
    }

    private static String withWayOut(String words) {
        return words.contains(OPT_OUT) ? words : words + "\n\n" + OPT_OUT;
    }

    private static QualityContext context(StepTexts.Source source) {
        return QualityContext.outreach(
                said(source.lead().person().firstName()),
                said(source.lead().company().name()),
                source.agency(),
                OPT_OUT);
    }

    private static Result<Touch.TouchContent, List<String>> message(
            String templateId, String words, StepTexts.Source source) {
        String text = withWayOut(words);
        List<String> codes =
                failures(QualityReport.of(MessageText.of(MessageForm.LINKEDIN_MESSAGE, text), context(source)));
        return codes.isEmpty() ? Result.ok(content(templateId, text)) : Result.err(codes);
    }

    private static List<String> failures(QualityReport report) {
        return report.status() == QualityReport.Status.FAILED ? report.codes() : List.of();
    }

    private static Touch.TouchContent content(String templateId, String text) {
        return new Touch.TouchContent(null, templateId, null, text, Digests.sha256Hex("\n" + text), true);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
